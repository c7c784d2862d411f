// Parameters and what they name, across a cluster file and its parameter file.

import assert from "node:assert/strict";
import { definitionOf, placesOfThing } from "@lkcluster/core/ide/navigation.ts";
import { rename } from "@lkcluster/core/ide/rename.ts";
import { applyEdits } from "@lkcluster/core/text/edit.ts";
import { textOf } from "../../support/fixture.ts";
import { atCursor } from "./fixtureSnapshot.ts";

const text = `cluster c {
  defaults "LifeKeeper"
  network lan
  host gate:443 on lan
  host dns:53
  node a { address 192.0.2.1  set WITNESS_MODE = none }
  node b { address 192.0.2.2  set WITNESS_MODE = none  set QUORUM_HOSTS = dns:53,gate:443 }
}
scenario "s" {
  lose host gate:443 on a
}
//- LifeKeeper
QUORUM_HOSTS="gate:443,dns:53,other:1"  # gate:443
WITNESS_MODE=remote_verify
QUORUM_MODE=tcp_remote
`;

/** With the cursor in the `number`th place of `needle`. */
function at(needle: string, number = 0) {
  let start = -1;
  for (let count = 0; count <= number; count++) start = text.indexOf(needle, start + 1);
  assert(start >= 0);
  return atCursor(`${text.slice(0, start + 1)}<|>${text.slice(start + 1)}`);
}

function places(needle: string, number = 0): readonly string[] {
  const { snapshot, place, fixture } = at(needle, number);
  return placesOfThing(snapshot, place).map(({ file, span, defines }) => {
    const before = textOf(fixture, file).slice(0, span.start);
    const line = before.split("\n").length;
    return `${file}:${line}:${textOf(fixture, file).slice(span.start, span.end)}${defines ? " defined" : ""}`;
  });
}

describe("a host of QUORUM_HOSTS", () => {
  const everywhere = [
    "cluster.lk:4:gate:443 defined",
    "cluster.lk:10:gate:443",
    "LifeKeeper:1:gate:443",
    "cluster.lk:7:gate:443",
  ];

  it("is found from the cluster file, a scenario, the list and a `set` of a node", () => {
    for (let number = 0; number < 4; number++) assert.deepEqual(places("gate:443", number), everywhere);
  });

  it("that the cluster file does not speak of has no places", () => assert.deepEqual(places("other:1"), []));

  it("is no host in a comment", () => assert.deepEqual(places("gate:443", 4), []));

  it("leads to its definition", () => {
    const { snapshot, place } = at("gate:443", 3);
    assert.deepEqual(
      definitionOf(snapshot, place).map(({ file }) => file),
      ["cluster.lk"],
    );
  });

  it("is renamed in the list too, and nowhere else", () => {
    const { snapshot, place, fixture } = at("gate:443");
    const result = rename(snapshot, place, "router:80");
    assert(result.kind === "edits");
    const renamed = (file: string): string =>
      applyEdits(
        textOf(fixture, file),
        result.edits.filter((edit) => edit.file === file),
      );
    assert.match(renamed("LifeKeeper"), /^QUORUM_HOSTS="router:80,dns:53,other:1" {2}# gate:443$/m);
    assert.match(renamed("cluster.lk"), /QUORUM_HOSTS = dns:53,router:80 }/);
    assert.match(renamed("cluster.lk"), /lose host router:80 on a/);
    assert.equal(rename(snapshot, place, "a b:80").kind, "refused");
    assert.equal(rename(snapshot, place, "a:80,b:80").kind, "refused");
  });
});

describe("references of a parameter", () => {
  const everywhere = ["LifeKeeper:2:WITNESS_MODE defined", "cluster.lk:6:WITNESS_MODE", "cluster.lk:7:WITNESS_MODE"];

  it("are its line in the parameter file and what each node sets", () => {
    for (let number = 0; number < 3; number++) assert.deepEqual(places("WITNESS_MODE", number), everywhere);
  });

  it("are one line when no node sets it", () => {
    assert.deepEqual(places("QUORUM_MODE"), ["LifeKeeper:3:QUORUM_MODE defined"]);
  });

  it("are none on its value", () => assert.deepEqual(places("tcp_remote"), []));
});
