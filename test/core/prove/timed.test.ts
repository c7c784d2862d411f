// Proofs against random timed runs, a sample of `npm run bench timed`; and what such runs once found, by name.

import { deepEqual, equal } from "node:assert/strict";
import type { FaultKind } from "@lkcluster/core/language/actions.ts";
import { boundOf, exploreNow } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { clusterWith } from "../../support/lowered.ts";
import { contradictionsOf, randomCase } from "./timed/contradictions.ts";
import { randomFrom } from "./timed/randomCluster.ts";

describe("no timed run contradicts a proof, and every violation has a schedule", () => {
  for (let first = 0; first < 40; first += 10) {
    it(`on random clusters ${first} to ${first + 9}`, () => {
      for (let seed = first; seed < first + 10; seed++) {
        const { contradictions } = contradictionsOf(randomCase(seed), 20, randomFrom(seed), 5_000);
        deepEqual(contradictions, [], `seed ${seed}`);
      }
    }).timeout(60_000);
  }
});

describe("the way to a violation has moments that it can be gone at", () => {
  // After a notice was due that nobody waited for, its node goes off or hears the peer again; a node restarts before the
  // second of two handlers.
  for (const seed of [3103, 3167, 5062, 5170]) {
    it(`on the random cluster ${seed}`, () => {
      deepEqual(contradictionsOf(randomCase(seed), 5, randomFrom(seed), 20_000).contradictions, []);
    }).timeout(60_000);
  }
});

const never = (what: "split-brain" | "outage" | "data-loss"): Property => ({ kind: "never", what });
const twoActive = (longerThanMs = 0): Property => ({ kind: "never", what: "two-active", longerThanMs });

function verdicts(
  body: string,
  faults: number,
  kinds: readonly FaultKind[],
  properties: readonly Property[],
): readonly string[] {
  const report = exploreNow(clusterWith(body), { properties, bounds: [boundOf(faults, kinds)] });
  equal(report.complete, true);
  return report.results.map(({ status }) => status);
}

const two = "node A {} node B {} path A <-> B { tcp 1 <-> 2 }";

describe("a proof", () => {
  it("lets each resource fail where the hierarchy cannot move: which one failed matters then", () => {
    const blocked = "quorum-package none node A { block-resource-failover } node B {} path A <-> B { tcp 1 <-> 2 }";
    const data = `${blocked} resource app gen/app { servers A 1, B 2 resource db gen/app }`;
    deepEqual(verdicts(data, 1, ["resource"], [{ kind: "always-recovers", tag: "db" }, never("outage")]), [
      "violated",
      "violated",
    ]);
    const address = `${blocked} network clients
      resource app gen/app { servers A 1, B 2 resource ip comm/ip 192.0.2.100 { on-network clients } }`;
    deepEqual(verdicts(address, 2, ["resource", "cut"], [never("split-brain")]), ["violated"]);
  });

  it("sees a plain resource come up where its root cannot", () => {
    const body = `quorum-package none ${two}
      resource app gen/app { servers A 1, B 2 resource disk scsi/disk /dev/sdc resource key gen/app { servers A 1 } }`;
    deepEqual(verdicts(body, 1, ["cut"], [never("split-brain"), twoActive()]), ["violated", "violated"]);
  });

  it("gives one answer whichever sibling is written first", () => {
    const ip = "resource ip1 comm/ip 192.168.0.1 { on-network office }";
    const fs = "resource fs1 gen/filesys /fs1 { resource datarep1 scsi/netraid /dev/sda }";
    for (const children of [`${fs} ${ip}`, `${ip} ${fs}`]) {
      const body = `quorum-package none network office ${two} resource app1 gen/app { servers A 1, B 10 ${children} }`;
      deepEqual(verdicts(body, 1, ["cut"], [never("split-brain"), never("data-loss")]), ["violated", "holds"]);
    }
  });

  it("measures double activity exactly, also when a fault makes it longer", () => {
    const hosts = 'set QUORUM_MODE = tcp_remote set WITNESS_MODE = none set QUORUM_HOSTS = "h1:80,h2:80"';
    const body = `network net host h1:80 host h2:80 on net
      node A { ${hosts} } node B { ${hosts} stonith } path A <-> B { tcp 1 <-> 2 }
      resource app gen/app { servers A 1, B 2 }`;
    const longest = [24_999, 25_000].map((ms) => verdicts(body, 2, ["cut", "network"], [twoActive(ms)])[0]);
    deepEqual(longest, ["violated", "holds"]);
  });

  it("gives one answer whichever node is written first", () => {
    const names = { A: "node", B: "node", C: "witness", D: "witness" } as const;
    for (const order of ["ABCD", "ACBD", "DCBA", "CADB"]) {
      const nodes = [...order].map((name) => `${names[name as keyof typeof names]} ${name} {}`).join(" ");
      const paths = ["AB", "AC", "AD", "BC", "BD", "CD"].map(
        ([a, b], index) => `path ${a} <-> ${b} { tcp ${index * 2 + 1} <-> ${index * 2 + 2} }`,
      );
      const body = `quorum-package none ${nodes} ${paths.join(" ")}
        resource app gen/app { servers A 1, B 2 resource disk scsi/disk /dev/sdc { reserved } }`;
      const longest = exploreNow(clusterWith(body), { properties: [], bounds: [boundOf(2, ["cut"])] }).explorations[0];
      equal(longest?.twoActiveMs, 5000, order);
    }
  });

  it("lets each node notice in its own moment", () => {
    for (const witness of ["none", "remote_verify"]) {
      const settings = `set QUORUM_MODE = majority set WITNESS_MODE = ${witness}`;
      const body = `network lan node A { ${settings} } node B { ${settings} } witness W { set WITNESS_MODE = none }
        path A <-> B { tcp 1 <-> 2 on lan } path A <-> W { tcp 3 <-> 4 on lan } path B <-> W { tcp 5 <-> 6 on lan }
        resource app gen/app { servers A 1, B 2 resource mirror scsi/netraid /dev/sdb { mode synchronous } }`;
      deepEqual(verdicts(body, 1, ["network"], [twoActive(), never("data-loss")]), ["violated", "violated"], witness);
    }
  });

  it("lets nothing overtake what must come first: a confirmation of 600 s does not beat a heartbeat of 15 s", () => {
    const body = (confirm: string) => `node A {} node B { ${confirm} } witness W { set WITNESS_MODE = none }
      path A <-> B { tcp 1 <-> 2 } path A <-> W { tcp 3 <-> 4 } path B <-> W { tcp 5 <-> 6 }
      resource app gen/app { servers A 1, B 2 resource mirror scsi/netraid /dev/sdb { mode synchronous } }`;
    const properties = [never("data-loss"), twoActive()];
    deepEqual(verdicts(body("confirm-failover"), 2, ["crash", "cut"], properties), ["holds", "holds"]);
    deepEqual(verdicts(body(""), 2, ["crash", "cut"], properties), ["violated", "violated"]);
  });

  it("calls it an outage when clients miss a part of the hierarchy", () => {
    const body = `quorum-package none ${two}
      resource app gen/app { servers A 1, B 2 resource ip comm/ip 192.0.2.100 { failover off } }`;
    deepEqual(verdicts(body, 1, ["resource"], [never("outage")]), ["violated"]);
  });
});
