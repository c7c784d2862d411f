// Reasons: what came from outside, and what an operator asked for.

import type { Localized } from "../../locale/localized.ts";
import { choiceOf, everyNode, indexOf, op, operationOf } from "../code.ts";
import type { Work } from "../work.ts";
import { tagOf, tell } from "./why.ts";

/** Told first; what changes directly is told with the next reason or at the end of the event. */
export function sayOperator(
  work: Work,
  node: number,
  index: number,
  how: "refused" | "switch-over" | "in-service",
): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  switch (how) {
    case "refused":
      tell(work, node, "restore-refused", {
        text: {
          en: `${tag} is not brought in service, because a node without quorum may not do that.`,
          ja: `Quorum のないノードでは、${tag} をサービス中にできません。`,
        },
        facts: { tag },
        parameter: "QUORUM_MODE",
        reading: "manual-without-quorum",
      });
      return;
    case "switch-over":
      tell(work, node, "switch-over", {
        text: {
          en: `Switchover: ${tag} goes out of service here first.`,
          ja: `スイッチオーバー: ここで先に ${tag} をサービス休止にします。`,
        },
        facts: { tag },
      });
      return;
    case "in-service":
      return;
  }
}

/** The text of an outside event, for the time line. */
export function outsideText(work: Pick<Work, "model">, code: number): Localized {
  const { model } = work;
  const index = indexOf(code);
  const choice = choiceOf(code);
  const node = model.nodes[index] ?? "";
  const other = choice === everyNode ? "" : (model.nodes[choice] ?? "");
  const tag = model.resources[index]?.tag ?? "";
  const link = model.links[index];
  const path = link === undefined ? "" : `${model.nodes[link.a] ?? ""} <-> ${model.nodes[link.b] ?? ""} ${link.number}`;
  const network = model.networks[index] ?? "";
  const domain = model.domains[index]?.name ?? "";
  const host = model.hosts[index]?.name ?? "";
  const oneStorage = model.storages[choice - 1]?.name;
  const storage = oneStorage === undefined ? { en: "", ja: "" } : { en: ` ${oneStorage}`, ja: ` ${oneStorage} ` };
  switch (operationOf(code)) {
    case op.crash:
      return { en: `${node} crashes.`, ja: `${node} がクラッシュします。` };
    case op.freeze:
      return { en: `${node} freezes.`, ja: `${node} がフリーズします。` };
    case op.thaw:
      return { en: `${node} resumes.`, ja: `${node} が動作を再開します。` };
    case op.isolate:
      return { en: `${node} loses its network and runs on.`, ja: `${node} がネットワークを失い、稼働を続けます。` };
    case op.cutLink:
      return { en: `The path ${path} is cut.`, ja: `パス ${path} が切断されます。` };
    case op.healLink:
      return { en: `The path ${path} works again.`, ja: `パス ${path} が復旧します。` };
    case op.cutNetwork:
      return { en: `The network ${network} fails.`, ja: `ネットワーク ${network} に障害が発生します。` };
    case op.healNetwork:
      return { en: `The network ${network} works again.`, ja: `ネットワーク ${network} が復旧します。` };
    case op.failDomain:
      return { en: `The failure domain ${domain} fails.`, ja: `障害ドメイン ${domain} に障害が発生します。` };
    case op.healDomain:
      return { en: `The failure domain ${domain} works again.`, ja: `障害ドメイン ${domain} が復旧します。` };
    case op.healAll:
      return { en: "Everything that was broken works again.", ja: "壊れていたものがすべて復旧します。" };
    case op.healNode:
      return { en: `The connections of ${node} work again.`, ja: `${node} の接続が復旧します。` };
    case op.loseStorage:
      return {
        en: `${node} loses the quorum storage${storage.en}.`,
        ja: `${node} が Quorum ストレージ${storage.ja}に到達できなくなります。`,
      };
    case op.regainStorage:
      return {
        en: `${node} reaches the quorum storage${storage.en} again.`,
        ja: `${node} が Quorum ストレージ${storage.ja}に再び到達できます。`,
      };
    case op.loseHost:
      return choice === everyNode
        ? { en: `The host ${host} is lost for every node.`, ja: `すべてのノードから ${host} に到達できなくなります。` }
        : { en: `${other} loses the host ${host}.`, ja: `${other} が ${host} に到達できなくなります。` };
    case op.regainHost:
      return choice === everyNode
        ? { en: `Every node reaches the host ${host} again.`, ja: `すべてのノードが ${host} に再び到達できます。` }
        : { en: `${other} reaches the host ${host} again.`, ja: `${other} が ${host} に再び到達できます。` };
    case op.fail:
    case op.failBeyond:
      return { en: `${tag} fails.`, ja: `${tag} に障害が発生します。` };
    case op.failStandby:
      return { en: `${tag} breaks on a standby.`, ja: `スタンバイノードの ${tag} に異常が発生します。` };
    case op.timeoutCheck:
      return { en: `The check of ${tag} stops responding.`, ja: `${tag} のチェックが応答しなくなります。` };
    case op.fill:
      return { en: `${tag} fills up.`, ja: `${tag} の空き容量が少なくなります。` };
    case op.free:
      return { en: `${tag} has room again.`, ja: `${tag} の空き容量が回復します。` };
    case op.refuseRestore:
      return {
        en: `The next restore of ${tag} on ${other} will fail.`,
        ja: `${other} での ${tag} の次の起動は失敗します。`,
      };
    case op.refuseRemove:
      return {
        en: `The next removal of ${tag} on ${other} will fail.`,
        ja: `${other} での ${tag} の次の停止は失敗します。`,
      };
    case op.takeReservation:
      return {
        en: `${other} would win a contest for ${tag}.`,
        ja: `${tag} のリザベーションの競合では ${other} が勝つものとします。`,
      };
    case op.holdReservation:
      return {
        en: `The holder of ${tag} would keep it in a contest.`,
        ja: `${tag} のリザベーションの競合では保持者が保つものとします。`,
      };
    case op.breakMirror:
      return { en: `The replication of ${tag} is interrupted.`, ja: `${tag} の複製が途切れます。` };
    case op.boot:
      return choice === 0
        ? { en: `${node} is powered on.`, ja: `${node} の電源が入ります。` }
        : { en: `${node} is powered on without its network.`, ja: `${node} の電源がネットワークなしで入ります。` };
    case op.reboot:
      return { en: `${node} is restarted by an operator.`, ja: `オペレーターが ${node} を再起動します。` };
    case op.shutdown:
      return { en: `${node} is shut down.`, ja: `${node} をシャットダウンします。` };
    case op.start:
      return { en: `LifeKeeper is started on ${node}.`, ja: `${node} で LifeKeeper を開始します。` };
    case op.stop:
      return { en: `LifeKeeper is stopped on ${node}.`, ja: `${node} で LifeKeeper を停止します。` };
    case op.inService:
      return {
        en: `An operator brings ${tag} in service on ${other}.`,
        ja: `オペレーターが ${other} で ${tag} をサービス中にします。`,
      };
    case op.outOfService:
      return {
        en: `An operator takes ${tag} out of service on ${other}.`,
        ja: `オペレーターが ${other} で ${tag} をサービス休止にします。`,
      };
    case op.forceMirror:
      return {
        en: `An operator forces ${tag} online on ${other}.`,
        ja: `オペレーターが ${other} で ${tag} を強制的にオンラインにします。`,
      };
    case op.retstate:
      return {
        en: `An operator sets ${tag} on ${other} back to OSU.`,
        ja: `オペレーターが ${other} で ${tag} を OSU に戻します。`,
      };
    case op.confirm:
      return choice === 0
        ? { en: `An administrator confirms the failure on ${node}.`, ja: `管理者が ${node} で障害を確認します。` }
        : {
            en: `An administrator blocks the failover on ${node}.`,
            ja: `管理者が ${node} でフェイルオーバーを止めます。`,
          };
    default:
      return { en: "Something happens.", ja: "何かが起こります。" };
  }
}

export function sayOutside(work: Work, code: number): void {
  if (work.tracer === undefined) return;
  const { model } = work;
  const link = model.links[indexOf(code)];
  const isLink = operationOf(code) === op.cutLink || operationOf(code) === op.healLink;
  tell(work, -1, "outside", {
    text: outsideText(work, code),
    ...(isLink ? { place: link?.place } : {}),
  });
}
