// The typed view of a node's settings: aliases, minimums, and defaults for what makes no sense.

import assert from "node:assert/strict";
import {
  listOf,
  quorumConfiguration,
  storageObjectName,
  wholeNumber,
} from "@lkcluster/core/model/quorumConfiguration.ts";
import { lowered } from "./lowered.ts";

function of(defaults: string) {
  const node = lowered("node a { }", defaults).cluster?.nodes[0];
  assert.ok(node);
  return quorumConfiguration(node);
}

describe("the quorum configuration of a node", () => {
  it("is what the package installs when nothing is given", () => {
    assert.deepEqual(of(""), {
      quorumMode: "majority",
      witnessMode: "remote_verify",
      lossAction: "fastkill",
      quorumHosts: [],
      quorumTimeoutMs: 20_000,
      heartbeatMs: 5000,
      heartbeatCount: 3,
      storageType: undefined,
      storageHeartbeatMs: 6000,
      storageHeartbeatCount: 4,
      confirmTimeoutMs: 600_000,
      confirmDefault: "go-on",
      checkIntervalMs: 120_000,
      diskCheckMs: 5_000,
      restartsWithoutReservation: true,
    });
  });

  it("reads off as none", () => {
    const { quorumMode, witnessMode } = of("QUORUM_MODE=off\nWITNESS_MODE=off\n");
    assert.deepEqual([quorumMode, witnessMode], ["none", "none"]);
  });

  it("replaces heartbeats below the minimum by it, as LifeKeeper does", () => {
    const { heartbeatMs, heartbeatCount } = of("LCMHBEATTIME=0\nLCMNUMHBEATS=1\n");
    assert.deepEqual([heartbeatMs, heartbeatCount], [1000, 2]);
  });

  it("falls back to the default for a value that is none", () => {
    const { quorumMode, heartbeatMs, confirmDefault } = of("QUORUM_MODE=most\nLCMHBEATTIME=fast\nCONFIRMSODEF=2\n");
    assert.deepEqual([quorumMode, heartbeatMs, confirmDefault], ["majority", 5000, "go-on"]);
  });

  it("lists each host once, without blanks", () => {
    assert.deepEqual(listOf(" a:1, b:2,,a:1 "), ["a:1", "b:2"]);
  });

  it("mangles a host name as the manual says", () =>
    assert.equal(storageObjectName("lk-1.x"), "QWK_STORAGE_OBJECT_lk_1_x"));

  it("takes digits only for a number", () => {
    assert.deepEqual(["5", "-1", "5.0", "0x5", "", "9999999999"].map(wholeNumber), [
      5,
      -1,
      ...Array(4).fill(undefined),
    ]);
  });
});
