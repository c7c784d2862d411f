// Reasons: confirmation, STONITH, takeover.

import { series } from "../../locale/enumeration.ts";
import { living } from "../reach.ts";
import type { Work } from "../work.ts";
import { nameOf, namesIn, seconds, tell } from "./why.ts";

export function sayTakeover(work: Work, node: number, peer: number, component: number): void {
  if (work.tracer === undefined) return;
  const hierarchy = work.model.components[component];
  const name = nameOf(work, peer);
  const alive = namesIn(work, living(work.model, work.cells, node) & (hierarchy?.serverMask ?? 0));
  tell(work, node, "take-over", {
    text: {
      en: `Takes over ${hierarchy?.name}: ${name} is dead, and of its living servers (${series(alive).en}) this node has the best priority.`,
      ja: `${hierarchy?.name} を引き継ぎます。${name} は停止し、稼働中のサーバー（${series(alive).ja}）のうち優先順位が最も高いのはこのノードです。`,
    },
    facts: { peer: name, tag: hierarchy?.name ?? "", living: alive },
    place: work.model.resources[hierarchy?.roots[0] ?? -1]?.source.place,
  });
}

export function sayNoTakeover(work: Work, node: number, peer: number): void {
  if (work.tracer === undefined) return;
  const name = nameOf(work, peer);
  tell(work, node, "take-over-none", {
    text: {
      en: `There is nothing to take over from ${name}: every hierarchy of the two runs on a living node or has a better living server, or there is none.`,
      ja: `${name} から引き継ぐものはありません。双方に定義されたリソース階層は、稼働中のノードで動いているか、優先順位のより高い稼働中のサーバーがあるか、存在しません。`,
    },
    facts: { peer: name },
  });
}

export function sayPowerOff(work: Work, node: number, peer: number): void {
  if (work.tracer === undefined) return;
  const name = nameOf(work, peer);
  tell(work, node, "power-off", {
    text: {
      en: `STONITH: powers ${name} off before anything is taken over; somebody has to power it on again.`,
      ja: `STONITH: 引き継ぎの前に ${name} の電源を切ります。電源は手動で入れる必要があります。`,
    },
    facts: { peer: name },
    place: work.model.cluster.nodes[peer]?.place,
  });
}

export function sayConfirm(
  work: Work,
  node: number,
  peer: number,
  how: "wait" | "yes" | "no" | "timeout-go-on" | "timeout-block",
): void {
  if (work.tracer === undefined) return;
  const name = nameOf(work, peer);
  const wait = seconds(work.model.configurations[node]?.confirmTimeoutMs ?? 0);
  const facts = { peer: name, waitSeconds: wait };
  switch (how) {
    case "wait":
      tell(work, node, "confirm-wait", {
        text: {
          en: `Asks an administrator before it takes over from ${name}, and waits up to ${wait} s.`,
          ja: `${name} から引き継ぐ前に管理者の確認を求め、最大 ${wait} 秒待ちます。`,
        },
        facts,
        parameter: "CONFIRMSOTO",
      });
      return;
    case "yes":
      tell(work, node, "confirm-go-on", {
        text: {
          en: `The administrator agrees: ${name} has failed.`,
          ja: `管理者が ${name} の障害を確認しました。続行します。`,
        },
        facts,
      });
      return;
    case "no":
      tell(work, node, "confirm-block", {
        text: {
          en: `The administrator blocks the failover from ${name}.`,
          ja: `管理者が ${name} からのフェイルオーバーを止めました。`,
        },
        facts,
      });
      return;
    case "timeout-go-on":
      tell(work, node, "confirm-go-on", {
        text: {
          en: `Nobody answered within ${wait} s: the failover from ${name} goes on.`,
          ja: `${wait} 秒以内に回答がなかったため、${name} からのフェイルオーバーを続行します。`,
        },
        facts,
        parameter: "CONFIRMSODEF",
      });
      return;
    case "timeout-block":
      tell(work, node, "confirm-block", {
        text: {
          en: `Nobody answered within ${wait} s: the failover from ${name} is blocked.`,
          ja: `${wait} 秒以内に回答がなかったため、${name} からのフェイルオーバーを止めます。`,
        },
        facts,
        parameter: "CONFIRMSODEF",
      });
  }
}
