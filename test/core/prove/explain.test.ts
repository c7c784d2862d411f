// Explanations of counterexamples, read by somebody who knows no LifeKeeper: each tells what breaks, what the nodes do
// about it, what breaks next, and what comes of it, in both languages.

import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { FaultKind } from "@lkcluster/core/language/actions.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import { boundOf, exploreNow } from "@lkcluster/core/prove/explore.ts";
import type { Property } from "@lkcluster/core/prove/property.ts";
import { clusterOf, clusterWith } from "../../support/lowered.ts";

function told(
  cluster: Cluster,
  what: "split-brain" | "outage" | "data-loss",
  faults: number,
  kinds: readonly FaultKind[],
): Localized | undefined {
  const property: Property = { kind: "never", what };
  const [result] = exploreNow(cluster, { properties: [property], bounds: [boundOf(faults, kinds)] }).results;
  ok(result !== undefined);
  equal(result.status, "violated");
  return explain(cluster, result);
}

const witnessed = clusterOf({ servers: 2, witnesses: 1 });
const storagePair = clusterOf({
  servers: 2,
  settings: "set QUORUM_MODE = storage set WITNESS_MODE = storage",
  more: "storage disk { reached-by A, B }",
});
const mirrored = clusterOf({ servers: 2, witnesses: 1, resource: "resource m scsi/netraid /dev/sdb" });
const reserved = clusterOf({
  servers: 2,
  more: "quorum-package none",
  resource: "resource lun scsi/disk { reserved }",
});
const racked = clusterWith(`
  network lan
  domain rack { A, lan }
  node A {} node B {}
  path A <-> B { tcp 1 <-> 2 on lan }
  resource app gen/app { servers A 1, B 2 }
`);

describe("an explanation", () => {
  it("tells what the nodes do between two faults", () => {
    deepEqual(told(storagePair, "split-brain", 2, ["cut", "storage"]), {
      en: "When the path between A and B is cut: A reaches the quorum storage and has quorum. A is told that B is still alive, and takes nothing over. Then A loses the quorum storage: B reaches the quorum storage and has quorum. B concludes that A is dead. B takes app over. In the end A and B both run app.",
      ja: "A と B の間のパスの切断が起きると、A は Quorum ストレージに到達でき、Quorum を保持しています。A は B が稼働中だと知らされ、何も引き継ぎません。次に A の Quorum ストレージ喪失が起きると、B は Quorum ストレージに到達でき、Quorum を保持しています。B は A を停止したと判断します。B が app を引き継ぎます。その結果、A と B の両方で app が稼働します。",
    });
  });

  it("says where a hierarchy stays that no client reaches", () => {
    const end = told(storagePair, "outage", 1, ["isolate"]);
    match(end?.en ?? "", /In the end app runs on A, where no client reaches it, although B is up\.$/);
    match(end?.ja ?? "", /その結果、B は稼働しているのに、app はクライアントから到達できない A で稼働します。$/);
  });

  it("names the part that clients miss", () => {
    const pair = clusterWith(`quorum-package none node A {} node B {} path A <-> B { tcp 1 <-> 2 }
      resource app gen/app { servers A 1, B 2 resource ip comm/ip 192.0.2.100 { failover off } }`);
    const end = told(pair, "outage", 1, ["resource"]);
    match(end?.en ?? "", /In the end app runs on A without ip\.$/);
    match(end?.ja ?? "", /その結果、A で app が ip なしで稼働します。$/);
  });

  it("says how long two nodes run the same thing, where that ends", () => {
    const [result] = exploreNow(witnessed, {
      properties: [{ kind: "never", what: "two-active", longerThanMs: 5_000 }],
      bounds: [boundOf(2, ["crash", "cut"])],
    }).results;
    ok(result !== undefined);
    match(explain(witnessed, result)?.en ?? "", /For 15 s A and B run app at the same time\.$/);
    match(explain(witnessed, result)?.ja ?? "", /15 秒の間、A と B で app が同時に稼働します。$/);
  });

  it("says why nobody takes over after an orderly stop", () => {
    deepEqual(told(witnessed, "outage", 1, ["stop"]), {
      en: "When LifeKeeper is stopped on A: B takes nothing over from A, which was stopped in an orderly way. In the end app runs nowhere, although B and W1 are up.",
      ja: "A での LifeKeeper の停止の後、A は正常に停止されたため、B は何も引き継ぎません。その結果、B と W1 は稼働しているのに、app はどこでも稼働しません。",
    });
  });

  it("says that a frozen node goes on when it resumes", () => {
    deepEqual(told(witnessed, "split-brain", 1, ["freeze"]), {
      en: "When A freezes: B reaches 2 of 3 nodes and has quorum. B concludes that A is dead. B takes app over. In the end A and B both run app as soon as A resumes.",
      ja: "A のフリーズが起きると、B は 3 ノード中 2 ノードに到達でき、Quorum を保持しています。B は A を停止したと判断します。B が app を引き継ぎます。その結果、A がフリーズから復帰すると、A と B の両方で app が稼働します。",
    });
  });

  it("says what is wrong with a mirror", () => {
    deepEqual(told(mirrored, "data-loss", 2, ["crash", "reboot"]), {
      en: "When A is rebooted: B takes nothing over from A, which was stopped in an orderly way. Then B crashes: A tries to bring app in service. A had written m last, reaches no other copy, and does not start it: nobody can tell whether its data is current. In the end m is marked corrupt on A, until somebody decides which copy counts.",
      ja: "A の再起動の後、A は正常に停止されたため、B は何も引き継ぎません。次に B のクラッシュが起きると、A は app をサービス中にしようとします。A は m に最後に書き込んでいましたが、ほかのコピーに到達できず、データが最新か分からないため起動しません。その結果、A の m は破損とみなされ、どのコピーを使うか人が決めるまで起動しません。",
    });
  });

  it("tells a takeover that fails from one that works", () => {
    deepEqual(told(reserved, "outage", 2, ["cut", "crash"]), {
      en: "When the path between A and B is cut: B makes no quorum check, because the Quorum/Witness package is not installed. B tries to bring app in service. B cannot get the disk lun. Then A crashes. In the end app runs nowhere, although B is up.",
      ja: "A と B の間のパスの切断が起きると、B は Quorum/Witness パッケージがないため、Quorum チェックを行いません。B は app をサービス中にしようとします。B はディスク lun を取得できません。次に A のクラッシュが起きます。その結果、B は稼働しているのに、app はどこでも稼働しません。",
    });
  });

  it("says what a failure domain takes with it", () => {
    deepEqual(told(racked, "outage", 1, ["domain"]), {
      en: "When the failure domain rack (A, lan) fails: B reaches 1 of 2 nodes and loses quorum. B halts itself. In the end app runs nowhere.",
      ja: "障害ドメイン rack（A、lan）の障害が起きると、B は 2 ノード中 1 ノードに到達でき、Quorum を失います。B は自ら停止します。その結果、app はどこでも稼働しません。",
    });
  });
});
