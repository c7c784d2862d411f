// Two texts have the same key when they are about the same cluster, however the key was found.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { ModelKeys } from "../../server/src/modelKey.ts";

const text = `cluster pair {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  node a { address 10.0.0.1 set WITNESS_MODE = none }
  node b { address 10.0.0.2 }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
  resource app gen/app { servers a 1, b 10 }
}
`;
const parameters = "QUORUM_MODE=majority\n";

/** As a server would: one keeper of keys for both; and as a server would that has seen neither before. */
function keysOf(one: readonly [string, string], other: readonly [string, string]): readonly (readonly string[])[] {
  const checks = [one, other].map(([cluster, file]) =>
    checkCluster(filesOf({ "/w/pair.lk": cluster, "/w/LifeKeeper": file }), "/w/pair.lk"),
  );
  const keys = new ModelKeys();
  return [checks.map((check) => keys.of(check)), checks.map((check) => new ModelKeys().of(check))];
}

describe("the key of a model", () => {
  for (const [what, cluster, file] of [
    ["comments", `# one\n${text}# two\n`, parameters],
    ["blanks", text.replaceAll("  ", "    "), parameters],
    ["comments of the parameter file", text, `# modes\n\n${parameters}`],
    ["scenarios and proofs", `${text}prove "it" { never split-brain }\n`, parameters],
  ] as const) {
    it(`stays the same with other ${what}`, () => {
      for (const [first, second] of keysOf([text, parameters], [cluster, file])) assert.equal(first, second);
    });
  }

  for (const [what, cluster, file] of [
    ["name", text.replaceAll("app gen", "web gen"), parameters],
    ["priority", text.replace("b 10", "b 20"), parameters],
    ["switch", text.replace("b 10", "b 10 failover off"), parameters],
    ["setting of a node", text.replace("= none", "= remote_verify"), parameters],
    ["parameter", text, "QUORUM_MODE=none\n"],
    ["parameter more", text, `${parameters}QUORUM_LOSS_ACTION=osu\n`],
    ["version", text.replace("9.9.0", "9.8.0"), parameters],
    ["link more", text.replace("priority 1", "priority 1 tcp 10.1.0.1 <-> 10.1.0.2"), parameters],
  ] as const) {
    it(`is another with another ${what}`, () => {
      for (const [first, second] of keysOf([text, parameters], [cluster, file])) assert.notEqual(first, second);
    });
  }
});
