// The words of LifeKeeper and of this product: terms, states, events, flags, commands; and how to find one.

import type { Localized } from "../locale/localized.ts";
import { clusterTerms } from "./terms/cluster.ts";
import { commandTerms } from "./terms/commands.ts";
import { eventTerms } from "./terms/events.ts";
import { flagTerms } from "./terms/flags.ts";
import { kitTerms } from "./terms/kits.ts";
import { messageTerms } from "./terms/messages.ts";
import { operationTerms } from "./terms/operation.ts";
import { productTerms } from "./terms/product.ts";
import { quorumTerms } from "./terms/quorum.ts";
import { stateTerms } from "./terms/states.ts";
import type { Term, TermGroup } from "./terms/term.ts";

export const glossary: readonly Term[] = [
  ...clusterTerms,
  ...quorumTerms,
  ...stateTerms,
  ...eventTerms,
  ...flagTerms,
  ...commandTerms,
  ...operationTerms,
  ...messageTerms,
  ...kitTerms,
  ...productTerms,
];

export const termGroups: Readonly<Record<TermGroup, Localized>> = {
  cluster: { en: "Parts of a cluster, and what happens to them", ja: "クラスターの構成要素と動作" },
  quorum: { en: "Quorum and witness", ja: "Quorum と Witness" },
  state: { en: "States", ja: "状態" },
  event: { en: "Events", ja: "イベント" },
  flag: { en: "Flags", ja: "フラグ" },
  command: { en: "Commands", ja: "コマンド" },
  operation: { en: "Operation", ja: "運用" },
  message: { en: "Codes of log messages", ja: "ログメッセージのコード" },
  kit: { en: "Recovery kits", ja: "リカバリーキット" },
  product: { en: "Words of this product", ja: "本製品の用語" },
};

/** By id, by name in either language, or by another spelling; upper and lower case count only when that decides. */
export function findTerm(text: string): Term | undefined {
  return exact.get(text) ?? folded.get(text.toLowerCase());
}

/** Every text under which a term can be asked for. */
export function spellingsOf(term: Term): readonly string[] {
  return [...new Set([term.id, ...(term.also ?? []), term.name.en, term.name.ja])];
}

const exact = indexBy((text) => text);
const folded = indexBy((text) => text.toLowerCase());

/** The first term that has a spelling keeps it. */
function indexBy(key: (text: string) => string): ReadonlyMap<string, Term> {
  const index = new Map<string, Term>();
  for (const term of glossary) {
    for (const spelling of spellingsOf(term)) {
      if (!index.has(key(spelling))) index.set(key(spelling), term);
    }
  }
  return index;
}
