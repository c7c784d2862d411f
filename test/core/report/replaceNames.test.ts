// Under other names nothing is left of the first ones, and everything else is as it was: the same problems, the same
// outcomes, the same proofs state by state.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { makeReport, type Report } from "@lkcluster/core/report/makeReport.ts";
import { parameterPath, replaceNames } from "@lkcluster/core/report/replaceNames.ts";

const samples = fileURLToPath(new URL("../../../samples/", import.meta.url));

const hostile = `# Example Bank Ltd.
cluster "Example Bank \\"core\\"" { # secret plan
  lifekeeper 9.9.0
  platform aws
  defaults "bank/lifekeeper.defaults"
  network tokyo-lan
  domain shinagawa { node-a }
  domain osaka { "active" }
  node node-a { address 10.20.30.40 ssh root@bank-a.example.co.jp set QWK_STORAGE_OBJECT_node_a = /dev/disk/by-id/wwn-0xbank }
  node "active" { address "fd12:3456::7" set QUORUM_HOSTS = "dns.bank.example:53,10.9.8.7:53" }
  host "dns.bank.example:53" on tokyo-lan
  path node-a <-> "active" { tcp 10.20.30.40 <-> fd12:3456::7 on tokyo-lan priority 1  tty /dev/ttyS0 <-> /dev/ttyS1 }
  resource ledger gen/app { servers node-a 1, "active" 10 info "bank ledger v3"
    resource ledger-ip comm/ip 10.20.30.99 { }
  }
}
scenario "node-a of Example Bank stops" { # why
  crash node-a
  expect ledger active on "active" within 60s
}
prove "Bank never splits" { never split-brain up to 1 faults of crash }
`;
const hostileParameters = `# bank
QUORUM_MODE=tcp_remote # Example Bank
QUORUM_HOSTS="dns.bank.example:53,10.9.8.7:53"
LCMHBEATTIME=5
QWK_STORAGE_OBJECT_node_a=/dev/disk/by-id/wwn-0xbank
BANK_SECRET=hunter2
not an assignment of the bank
`;

/** Words of the two files that may not come out: whatever the language does not know. */
const secrets =
  /bank|secret|hunter|ledger|tokyo|shinagawa|osaka|node[-_]a\b|10\.20\.|10\.9\.|fd12|co\.jp|wwn|dns|root|"active"/i;

function made(report: Report): Extract<Report, { kind: "made" }> {
  assert(report.kind === "made", report.kind);
  return report;
}

describe("other names", () => {
  it("leave nothing of a file in which everything is somebody's, and comments are gone", () => {
    const { cluster, parameters } = replaceNames({ cluster: hostile, parameters: hostileParameters });
    assert.doesNotMatch(`${cluster}\n${parameters}`, secrets);
    assert.doesNotMatch(cluster, /#/);
    const files = filesOf({ "cluster.lk": cluster, [parameterPath]: parameters ?? "" });
    const { record, documents } = made(pumped(makeReport(files, "cluster.lk", { replacesNames: true })));
    // What a verdict rests on is the same for everybody, and speaks of a root and of DNS.
    assert.doesNotMatch(JSON.stringify([{ ...record, assumptions: [] }, documents]), secrets);
    // The same thing has the same name in both files.
    const hosts = /QUORUM_HOSTS = "?([^"\s]+)/.exec(cluster)?.[1];
    assert(hosts !== undefined && parameters?.includes(hosts), `${cluster}\n${parameters}`);
    assert.match(cluster, /QWK_STORAGE_OBJECT_node_1 = "?\/dev\/disk\/by-id\/device-1/);
    assert.match(parameters ?? "", /QWK_STORAGE_OBJECT_node_1=\/dev\/disk\/by-id\/device-1/);
  });

  it("can be told again: nothing new is replaced by another run", () => {
    const once = replaceNames({ cluster: hostile, parameters: hostileParameters });
    const twice = replaceNames(once);
    assert.equal(twice.cluster.replace(/\d+/g, "N"), once.cluster.replace(/\d+/g, "N"));
  });

  for (const folder of readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const name of readdirSync(join(samples, folder.name)).filter((file) => file.endsWith(".lk"))) {
      it(`change nothing else: ${folder.name}/${name}`, () => {
        const path = join(samples, folder.name, name);
        const files = filesOf({
          [name]: readFileSync(path, "utf8"),
          [parameterPath]: readFileSync(join(dirname(path), parameterPath), "utf8"),
        });
        const [plain, replaced] = [false, true].map((replacesNames) =>
          made(pumped(makeReport(files, name, { replacesNames, readings: "default", statesMax: 20_000 }))),
        );
        assert(plain !== undefined && replaced !== undefined);
        const outcome = ({ record }: typeof plain) => ({
          proofs: record.proofs.map(({ verdict, states }) => `${verdict} ${states}`),
          scenarios: record.scenarios.map(({ kind, failures }) => `${kind} ${failures.length}`),
          problems: record.problems.map(({ code, severity }) => `${severity} ${code}`).sort(),
          replayed: record.replayed?.kind,
        });
        assert.deepEqual(outcome(replaced), outcome(plain));
      });
    }
  }

  it("are given to any text without a throw", () => {
    for (const cut of [0, 10, 57, 133, 240, 401, 555, 702, hostile.length - 3]) {
      const { cluster, parameters } = replaceNames({
        cluster: hostile.slice(cut),
        parameters: hostileParameters.slice(cut / 4),
      });
      assert.doesNotMatch(`${cluster}${parameters}`, /Example Bank|hunter2|10\.20\.30/);
    }
  });
});
