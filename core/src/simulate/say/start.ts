// Reasons: LifeKeeper starts, stops, meets a peer again.

import type { Work } from "../work.ts";
import { nameOf, tell } from "./why.ts";

export function sayStart(
  work: Work,
  node: number,
  how: "started" | "without-quorum" | "restores" | "holds-back" | "witnessed",
  component = -1,
  peer = -1,
): void {
  if (work.tracer === undefined) return;
  const tag = work.model.components[component]?.name ?? "";
  switch (how) {
    case "started":
      tell(work, node, "start", {
        text: { en: "LCM_AVAIL: LifeKeeper has started.", ja: "LCM_AVAIL: LifeKeeper が開始しました。" },
        facts: { event: "LCM_AVAIL" },
      });
      return;
    case "without-quorum":
      tell(work, node, "start-without-quorum", {
        text: {
          en: "Without quorum, nothing is brought in service at the start.",
          ja: "Quorum がないため、開始時にリソースをサービス中にしません。",
        },
      });
      return;
    case "restores":
      tell(work, node, "start-restores", {
        text: {
          en: `${tag} was in service here at the last stop and runs nowhere else: it starts.`,
          ja: `${tag} は前回の停止時にここでサービス中で、ほかでは動いていないため、起動します。`,
        },
        facts: { tag },
      });
      return;
    case "witnessed":
      tell(work, node, "start-witnessed", {
        text: {
          en: `${tag} was in service here at the last stop, but ${nameOf(work, peer)}, which cannot be reached, is alive according to the witness check and may have it: it stays out of service here.`,
          ja: `${tag} は前回の停止時にここでサービス中でしたが、到達できない ${nameOf(work, peer)} が Witness チェックで稼働中と判明し、そこで動いている可能性があるため、起動しません。`,
        },
        facts: { tag, about: nameOf(work, peer), verdict: "alive" },
        parameter: "WITNESS_MODE",
      });
      return;
    case "holds-back":
      tell(work, node, "start-holds-back", {
        text: {
          en: `${tag} was in service here at the last stop, but another node has it: it stays out of service here.`,
          ja: `${tag} は前回の停止時にここでサービス中でしたが、ほかのノードで動いているため、起動しません。`,
        },
        facts: { tag },
      });
  }
}

export function sayStopped(work: Work, node: number, mode: string): void {
  if (work.tracer === undefined) return;
  const name = nameOf(work, node);
  const text =
    mode === "halted-by-vmdk"
      ? {
          en: `LifeKeeper is stopped on ${name} while it keeps a VMDK resource in service: the node halts.`,
          ja: `VMDK リソースをサービス中のまま ${name} の LifeKeeper を停止しようとしたため、ノードが停止します。`,
        }
      : mode === "keeping-applications"
        ? {
            en: `LifeKeeper stops on ${name}; its applications run on, unprotected.`,
            ja: `${name} の LifeKeeper を停止します。アプリケーションは保護されないまま動き続けます。`,
          }
        : mode === "allowing-failover"
          ? {
              en: `LifeKeeper stops on ${name} without telling the others to leave its resources alone.`,
              ja: `${name} の LifeKeeper を停止します。ほかのノードへのフェイルオーバーは抑止されません。`,
            }
          : {
              en: `LifeKeeper stops on ${name}; !nofailover!${name} is set on the others.`,
              ja: `${name} の LifeKeeper を停止します。ほかのノードに !nofailover!${name} が設定されます。`,
            };
  tell(work, node, "stop", { text, facts: { mode } });
}

export function sayFalseLoss(work: Work, node: number): void {
  if (work.tracer === undefined) return;
  tell(work, node, "false-loss", {
    text: {
      en: "Before 9.6.1 a stop during the stop of another node can look like a loss of quorum.",
      ja: "9.6.1 より前では、ほかのノードの停止処理中に停止すると、Quorum を失ったと判断されることがあります。",
    },
    place: work.model.cluster.place,
  });
}

export function sayHandOver(work: Work, node: number, target: number, component: number, held: boolean): void {
  if (work.tracer === undefined) return;
  const tag = work.model.components[component]?.name ?? "";
  const to = nameOf(work, target);
  tell(work, node, held ? "switch-over" : "restore-refused", {
    text: held
      ? {
          en: `The shutdown strategy is Switch Over: ${tag} goes to ${to}.`,
          ja: `シャットダウンストラテジーは Switch Over です。${tag} を ${to} に移します。`,
        }
      : {
          en: `${tag} should go to ${to}, which has no quorum: it stays out of service.`,
          ja: `${tag} の移動先 ${to} に Quorum がないため、サービス休止のままです。`,
        },
    facts: { tag, to },
  });
}

export function sayKeep(work: Work, node: number, peer: number, held: boolean): void {
  if (work.tracer === undefined) return;
  const name = nameOf(work, peer);
  tell(work, node, held ? "keep" : "keep-without-quorum", {
    text: held
      ? {
          en: `${name} is back: what runs here is kept, what runs there is not started.`,
          ja: `${name} が戻りました。ここで動いているものは維持し、相手側で動いているものは起動しません。`,
        }
      : {
          en: `${name} is back, but there is no quorum yet: nothing is brought in service.`,
          ja: `${name} が戻りましたが、まだ Quorum がないため、何もサービス中にしません。`,
        },
    facts: { peer: name },
  });
}

export function saySwitchback(work: Work, node: number, peer: number, component: number): void {
  if (work.tracer === undefined) return;
  const tag = work.model.components[component]?.name ?? "";
  const from = nameOf(work, peer);
  tell(work, node, "switchback", {
    text: {
      en: `Automatic switchback: ${tag} comes back from ${from}.`,
      ja: `自動スイッチバック: ${tag} を ${from} から戻します。`,
    },
    facts: { tag, from },
  });
}
