// Reasons: mirrors.

import type { Localized } from "../../locale/localized.ts";
import type { RuleId } from "../trace.ts";
import type { Work } from "../work.ts";
import { nameOf, tagOf, tell } from "./why.ts";

type How =
  | "corrupt"
  | "corrupt-stays"
  | "not-in-sync"
  | "source"
  | "target"
  | "behind"
  | "in-sync"
  | "discarded"
  | "broken"
  | "forced";

const rules: Readonly<Record<How, RuleId>> = {
  corrupt: "mirror-corrupt",
  "corrupt-stays": "mirror-corrupt",
  "not-in-sync": "mirror-not-in-sync",
  source: "mirror-source",
  target: "mirror-source",
  behind: "mirror-behind",
  "in-sync": "mirror-in-sync",
  discarded: "mirror-discarded",
  broken: "mirror-resync",
  forced: "mirror-forced",
};

/** `node` acts; `copyOn` holds the copy that is spoken of. */
export function sayMirror(work: Work, node: number, index: number, how: How, copyOn = node): void {
  if (work.tracer === undefined) return;
  const tag = tagOf(work, index);
  tell(work, node, rules[how], {
    text: textOf(how, tag, nameOf(work, copyOn)),
    facts: { tag, how },
    place: work.model.resources[index]?.source.place,
  });
}

function textOf(how: How, tag: string, node: string): Localized {
  switch (how) {
    case "corrupt":
      return {
        en: `${node} was the source of ${tag} and reaches no target: it sets ${tag}_data_corrupt and does not start the mirror.`,
        ja: `${node} は ${tag} のソースでしたが、ターゲットに到達できません。${tag}_data_corrupt を設定し、起動しません。`,
      };
    case "corrupt-stays":
      return {
        en: `${tag}_data_corrupt is set on ${node}: the mirror does not start until somebody forces it online.`,
        ja: `${node} に ${tag}_data_corrupt が設定されています。ミラーを強制的にオンラインにするまで起動しません。`,
      };
    case "not-in-sync":
      return {
        en: `The copy of ${tag} on ${node} is not in sync and may not take over.`,
        ja: `${node} の ${tag} は同期していないため、引き継げません。`,
      };
    case "source":
      return {
        en: `${node} is now the source of ${tag}.`,
        ja: `${node} が ${tag} のソースになりました。`,
      };
    case "target":
      return {
        en: `${node} becomes a target of ${tag}; its flag ${tag}_last_owner is removed.`,
        ja: `${node} は ${tag} のターゲットになり、フラグ ${tag}_last_owner が削除されます。`,
      };
    case "behind":
      return {
        en: `The copy of ${tag} on ${node} falls behind: nothing is replicated to it.`,
        ja: `${node} の ${tag} には複製されなくなり、同期していない状態になります。`,
      };
    case "in-sync":
      return {
        en: `The copy of ${tag} on ${node} is in sync again.`,
        ja: `${node} の ${tag} の再同期が完了しました。`,
      };
    case "discarded":
      return {
        en: `${tag} was written on both sides: the writes of one side are lost.`,
        ja: `${tag} は両側で書き込まれていました。片側の書き込みは失われます。`,
      };
    case "broken":
      return {
        en: `The replication of ${tag} was interrupted; local recovery reconnects it and resyncs the difference.`,
        ja: `${tag} の複製が途切れました。ローカルリカバリーが再接続し、差分を再同期します。`,
      };
    case "forced":
      return {
        en: `The mirror ${tag} is forced online on ${node}: its copy is now the valid one, and every other copy is fully resynced from it.`,
        ja: `${tag} を ${node} で強制的にオンラインにします。このコピーが正となり、ほかのコピーは全同期されます。`,
      };
  }
}
