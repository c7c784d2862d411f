// What is said about a file grows no faster than the file, whatever is repeated in it; the model has an end that is told.
// How long it takes is measured by `npm run bench growth`.

import assert from "node:assert/strict";
import { bounds } from "@lkcluster/core/model/bounds.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { allGrowing } from "../../support/growing.ts";

const sizeOf = (files: Readonly<Record<string, string>>): number =>
  JSON.stringify(checkCluster(filesOf(files), "a.lk").problems).length;

describe("what is said about a file that grows", () => {
  for (const { name, files } of allGrowing) {
    it(`grows no faster than the file: ${name}`, () => {
      // Past the bounds of the model, or what is bounded would still grow.
      const [once, twice] = [150, 300].map((n) => sizeOf(files(n)));
      assert.ok((twice ?? 0) <= 3 * (once ?? 0) + 2000, `${once} and ${twice} characters`);
    });
  }
});

describe("the end of what is read", () => {
  const cases: Readonly<Record<keyof typeof bounds, (at: number) => string>> = {
    node: (at) => `node n${at} {}\n`,
    network: (at) => `network n${at}\n`,
    domain: (at) => `domain d${at} { x }\n`,
    storage: (at) => `storage s${at}\n`,
    host: (at) => `host h${at}:1\n`,
    resource: (at) => `resource r${at} gen/app { servers x 1 }\n`,
    link: (at) => `path x <-> y { tcp 10.0.0.${at} <-> 10.0.1.${at} }\n`,
  };
  const check = (inside: string) =>
    checkCluster(filesOf({ "a.lk": `cluster a {\nnode x {}\nnode y {}\n${inside}}\n` }), "a.lk");
  const repeated = (kind: keyof typeof bounds, count: number): string =>
    Array.from({ length: count }, (_, at) => cases[kind](at)).join("");

  for (const kind of Object.keys(cases) as (keyof typeof bounds)[]) {
    it(`of ${kind}s is told once, where it is`, () => {
      const own = kind === "node" ? 2 : 0;
      const codes = (count: number): number =>
        check(repeated(kind, count)).problems.filter(({ code }) => code === "too-many").length;
      assert.equal(codes(bounds[kind] - own), 0);
      assert.equal(codes(bounds[kind] - own + 1), 1);
      assert.equal(codes(bounds[kind] + 500), 1);
      assert.equal(check(repeated(kind, bounds[kind] + 500)).sound, undefined, "half a cluster is not simulated");
    });
  }

  it("makes no mistake of naming what lies behind it", () => {
    const { problems } = check(
      `${repeated("node", 200)}${repeated("resource", bounds.resource + 5)}path n0 <-> n199 { tcp n0 <-> n199 }\ndomain d { n199 }\nresource last gen/app { servers x 1 uses r${bounds.resource + 1} }\n`,
    );
    assert.deepEqual(
      problems.filter(({ code }) => code === "unknown-name"),
      [],
    );
  });
});

describe("lists that are longer than a call has room for", () => {
  it("a hundred thousand continued lines are read", () => {
    const { problems } = checkDefaults(filesOf({ LifeKeeper: "X=\\\n".repeat(100_000) }), "LifeKeeper");
    assert.ok(problems.length > 0);
  });
});
