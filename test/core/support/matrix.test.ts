// The support matrix against the table of the manual, cell by cell, and its limits.

import assert from "node:assert/strict";
import { parseVersion } from "@lkcluster/core/catalogue/version.ts";
import {
  combinationRows,
  defaultLossAction,
  evaluateSupport,
  platformsOf,
  storageTypeRows,
  supportedCombinations,
} from "@lkcluster/core/support/matrix.ts";
import { quorumModes, witnessModes } from "@lkcluster/core/support/modes.ts";

const version = (text: string) => parseVersion(text) ?? assert.fail(text);

/** The table of the manual, typed in again on purpose: least and most nodes, or no. */
const manual: Readonly<Record<string, readonly [number, number] | "no">> = {
  "majority remote_verify": [3, 32],
  "majority storage": "no",
  "majority none": [3, 32],
  "tcp_remote remote_verify": [3, 32],
  "tcp_remote storage": "no",
  "tcp_remote none": [2, 32],
  "storage remote_verify": "no",
  "storage storage": [2, 4],
  "storage none": "no",
  "none remote_verify": [3, 32],
  "none storage": "no",
  "none none": [1, 32],
};

describe("the support matrix", () => {
  it("has every pair of modes once", () => {
    assert.deepEqual(
      combinationRows.map((row) => `${row.quorumMode} ${row.witnessMode}`).sort(),
      quorumModes.flatMap((quorum) => witnessModes.map((witness) => `${quorum} ${witness}`)).sort(),
    );
  });

  for (const quorumMode of quorumModes) {
    for (const witnessMode of witnessModes) {
      it(`says of ${quorumMode} and ${witnessMode} what the manual says, for 1 to 6 nodes`, () => {
        const cell = manual[`${quorumMode} ${witnessMode}`];
        for (let nodeCount = 1; nodeCount <= 6; nodeCount++) {
          const facts = { quorumMode, witnessMode, nodeCount, witnessNodeCount: 0, version: version("9.9.0") };
          const expected = cell !== "no" && cell !== undefined && nodeCount >= cell[0] && nodeCount <= cell[1];
          assert.equal(evaluateSupport(facts).kind, expected ? "supported" : "unsupported", `${nodeCount} nodes`);
        }
      });
    }
  }

  it("knows storage since 9.3 and tcp_remote before 10.0", () => {
    const kind = (quorumMode: "storage" | "tcp_remote", text: string) =>
      evaluateSupport({
        quorumMode,
        witnessMode: quorumMode === "storage" ? "storage" : "none",
        nodeCount: 2,
        witnessNodeCount: 0,
        version: version(text),
      });
    assert.equal(kind("storage", "9.2.2").kind, "unsupported");
    assert.equal(kind("storage", "9.3").kind, "supported");
    assert.equal(kind("tcp_remote", "9.9.0").kind, "supported");
    assert.equal(kind("tcp_remote", "10.0").kind, "unsupported");
  });

  it("says that it does not know a value that no document shows", () => {
    const facts = { quorumMode: undefined, witnessMode: "none" as const, nodeCount: 3, witnessNodeCount: 0 };
    assert.equal(evaluateSupport({ ...facts, version: version("9.9.0") }).kind, "unknown");
  });

  it("lists what two nodes may use", () => {
    const rows = supportedCombinations({ nodeCount: 2, witnessNodeCount: 0, version: version("9.9.0") });
    assert.deepEqual(
      rows.map((row) => `${row.quorumMode} ${row.witnessMode}`),
      ["tcp_remote none", "storage storage", "none none"],
    );
  });

  it("names a source for every row", () => {
    for (const row of combinationRows) assert.notEqual(row.sources.length, 0);
  });

  it("knows the default loss action only where a document gives it", () => {
    assert.deepEqual(defaultLossAction(version("8.4.0")), { value: "fastboot", evidence: "documented" });
    assert.equal(defaultLossAction(version("9.2.2")).evidence, "unsure");
    assert.equal(defaultLossAction(version("9.3")).evidence, "unsure");
    assert.deepEqual(defaultLossAction(version("9.3.1")), { value: "fastkill", evidence: "documented" });
  });
});

describe("the platform table", () => {
  it("names reservations and power control where the vendor's table does", () => {
    assert.deepEqual(platformsOf("scsi-reservation"), ["physical", "vmware", "azure"]);
    assert.deepEqual(platformsOf("stonith"), ["physical", "vmware", "aws", "azure"]);
  });

  it("claims block storage as documented only where a document shows it", () => {
    const block = storageTypeRows.filter(({ storageType }) => storageType === "block");
    const inferred = block.filter(({ evidence }) => evidence !== "documented").flatMap(({ platforms }) => platforms);
    assert.deepEqual(inferred, ["aws", "gcp"]);
    assert.equal(new Set(block.flatMap(({ platforms }) => platforms)).size, 6);
  });
});
