// What a manual shows as correct must stay without a word; what it forbids must be an error.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { storageObjectName } from "@lkcluster/core/model/quorumConfiguration.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { pair, trio } from "@lkcluster/core/rules/example.ts";
import { combinationRows } from "@lkcluster/core/support/matrix.ts";
import { told } from "./checkExample.ts";

/** Lines and blocks that public manuals, portals and repositories show; the settings only, without their comments. */
const shown: readonly string[] = [
  "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n",
  "QUORUM_MODE=tcp_remote\nQUORUM_HOSTS=myhost:80,router1:443,router2:22\nQUORUM_TIMEOUT_SECS=20\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=fastboot\nQUORUM_DEBUG=\nHIDE_GUI_SYS_LIST=1\n",
  "QUORUM_HOSTS=myhost:80,router1:443,router2:22\n",
  "FILESYSFULLERROR=95\nFILESYSFULLWARN=90\n",
  "SAP_REMOVE_TIMEOUT=60\n",
  "NOBCASTPING=1\n",
  "IP_NOLINKCHECK=1\n",
  "LK_NOTIFY_ALIAS=\n",
  "DMMP_REGISTRATION_TYPE=hba\n",
  "RESERVATIONS=none\n",
  "QWK_STORAGE_TYPE=block\n",
  "QWK_STORAGE_TYPE=file\n",
  "QWK_STORAGE_TYPE=aws_s3\n",
  "QUORUM_LOSS_ACTION=fastboot\n",
  "SKIP_REMOVE_my_sapmnt_share=1\n",
  "GLOBAL_NAS_APP_SKIP_REMOVE=1\n",
  "INTERFACELIST=se0\n",
  "LKSYSLOGTAG=LifeKeeper\nLKSYSLOGSELECTOR=local6\n",
];

describe("what manuals show as correct", () => {
  for (const text of shown) {
    // A name that is in no list may be hinted at; nothing more.
    const mayHint = text.startsWith("INTERFACELIST");
    it(`stays without a word: ${text.split("\n")[0]}`, () => {
      const { problems } = checkDefaults(filesOf({ LifeKeeper: text }), "LifeKeeper");
      assert.equal(told(problems.filter((problem) => !(mayHint && problem.severity === "hint"))), "");
    });
  }
});

describe("every combination that the manual forbids", () => {
  const nodes = (count: number) => Array.from({ length: count }, (_, index) => `n${index + 1}`);
  const cluster = (count: number): string => {
    const names = nodes(count);
    const paths = names.flatMap((right, at) =>
      names
        .slice(0, at)
        .map((left) => `path ${left} <-> ${right} { tcp ${left}-1 <-> ${right}-1 tcp ${left}-2 <-> ${right}-2 }\n`),
    );
    return `cluster c {\nlifekeeper 9.9.0\ndefaults "LifeKeeper"\n${names.map((name) => `node ${name} { }\n`).join("")}${paths.join("")}}\n`;
  };
  for (const row of combinationRows) {
    for (const count of [2, 3, 4, 5]) {
      const allowed = row.allowed && count >= row.nodesMin && count <= row.nodesMax;
      it(`${row.quorumMode} with ${row.witnessMode} on ${count} nodes is ${allowed ? "no error" : "an error"}`, () => {
        const objects = nodes(count).map((name) => `${storageObjectName(name)}=/qwk/${name}\n`);
        const text = `QUORUM_MODE=${row.quorumMode}\nWITNESS_MODE=${row.witnessMode}\nQUORUM_HOSTS=x:1,y:1,z:1\nQWK_STORAGE_TYPE=file\n${objects.join("")}`;
        const result = checkCluster(filesOf({ "c.lk": cluster(count), LifeKeeper: text }), "c.lk");
        const errors = result.problems.filter((problem) => problem.severity === "error");
        assert.equal(errors.length > 0, !allowed, told(errors));
        assert.ok(result.sound);
        assert.equal(result.checked !== undefined, allowed);
      });
    }
  }
});

describe("a parameter nobody has heard of", () => {
  it("is a hint at most, in a file and in a set", () => {
    for (const example of [
      pair("QUORUM_MODE=none\nWITNESS_MODE=none\nZZZ_UNHEARD=1\n"),
      trio("", { a: "set ZZZ_UNHEARD = 1" }),
    ]) {
      const { problems } = checkCluster(filesOf(example), "cluster.lk");
      assert.deepEqual(
        problems.map((problem) => `${problem.severity} ${problem.code}`),
        ["hint unknown-parameter"],
      );
    }
  });
});
