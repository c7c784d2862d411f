// A change of a cluster in the few sentences that somebody reads first: "split brain: one set of faults fewer", "app comes
// back up to 45 s later".

import type { Localized } from "../locale/localized.ts";
import { largest } from "../many.ts";
import type { Disaster } from "./availability.ts";
import { durationText, mostText } from "./availabilityText.ts";
import type { Behaviour, TimeChange } from "./behaviour.ts";
import type { Comparison } from "./compare.ts";

export interface Headline {
  readonly text: Localized;
  readonly change: "better" | "worse";
}

/** `quoted`: how a name stands where the sentences are shown. */
export function headlines(
  behaviour: Behaviour,
  comparison: Comparison,
  quoted: (name: string) => string,
): readonly Headline[] {
  return [
    ...disasterHeadlines(behaviour),
    ...twiceHeadlines(comparison),
    ...timeHeadlines(behaviour.times, quoted),
    ...verdictHeadlines("proofs", comparison.proofs, "holds"),
    ...verdictHeadlines("scenarios", comparison.scenarios, "passed"),
  ];
}

/** What the sentences rest on, when it is less than everything. */
export function unfinishedText({ before, after }: Behaviour): Localized | undefined {
  const parts = [before, after].filter(({ sets }) => !sets.isAll);
  if (parts.length === 0) return undefined;
  const followed = parts.map(({ sets }) => sets.followed).join(" / ");
  return {
    en: `Not every set of faults was followed (${followed} were), so that nothing is claimed about the others.`,
    ja: `障害の組み合わせをすべては調べていません（調べたのは ${followed} 通り）。残りについては何も主張しません。`,
  };
}

function disasterHeadlines({ appeared, gone }: Behaviour): readonly Headline[] {
  const kinds: readonly Disaster["what"][] = ["split", "loss", "stop"];
  return kinds.flatMap((what): readonly Headline[] => {
    const count = (all: Behaviour["gone"]): number => all.filter(({ one }) => one.what === what).length;
    const [more, fewer] = [count(appeared), count(gone)];
    return [
      ...(more === 0 ? [] : [{ text: sets(what, more, "more"), change: "worse" } as const]),
      ...(fewer === 0 ? [] : [{ text: sets(what, fewer, "fewer"), change: "better" } as const]),
    ];
  });
}

const disasterNames: Readonly<Record<Disaster["what"], Localized>> = {
  split: { en: "Split brain", ja: "スプリットブレインになる" },
  loss: { en: "Data loss", ja: "データを失う" },
  stop: { en: "Out of service for good", ja: "サービスが停止したままになる" },
};

function sets(what: Disaster["what"], count: number, how: "more" | "fewer"): Localized {
  const name = disasterNames[what];
  return {
    en: `${name.en}: ${count === 1 ? `one ${how} set of faults leads` : `${count} ${how} sets of faults lead`} to it.`,
    ja: `${name.ja}障害の組み合わせが ${count} 通り${how === "more" ? "増えます" : "減ります"}。`,
  };
}

/** Under the most faults that were asked about. */
function twiceHeadlines({ changes }: Comparison): readonly Headline[] {
  const change = changes.findLast(({ what }) => what === "two-active");
  if (change === undefined || typeof change.before !== "number" || typeof change.after !== "number") return [];
  const [before, after] = [durationText(change.before), durationText(change.after)];
  const text = {
    en: `Two nodes run the same thing for up to ${after.en}, ${before.en} before.`,
    ja: `2 台のノードで同じものが同時に稼働する時間は最大 ${after.ja}になります（これまで ${before.ja}）。`,
  };
  return [{ text, change: change.change }];
}

/** For each hierarchy the largest difference in each direction, and what is new or over. */
function timeHeadlines(times: readonly TimeChange[], quoted: (name: string) => string): readonly Headline[] {
  const hierarchies = [...new Set(times.map(({ hierarchy }) => hierarchy))];
  return hierarchies.flatMap((hierarchy): readonly Headline[] => {
    const own = times.filter((one) => one.hierarchy === hierarchy);
    const name = quoted(hierarchy);
    const both = own.filter(({ before, after }) => before !== undefined && after !== undefined);
    const later = largest([0, ...both.map(({ longerMs }) => longerMs)]);
    const sooner = largest([0, ...both.map(({ longerMs }) => -longerMs)]);
    const begun = own.filter(({ before }) => before === undefined).length;
    const over = own.filter(({ after }) => after === undefined).length;
    return [
      ...(later === 0 ? [] : [{ text: moved(name, later, "later"), change: "worse" } as const]),
      ...(begun === 0 ? [] : [{ text: interrupted(name, begun, true), change: "worse" } as const]),
      ...(sooner === 0 ? [] : [{ text: moved(name, sooner, "sooner"), change: "better" } as const]),
      ...(over === 0 ? [] : [{ text: interrupted(name, over, false), change: "better" } as const]),
    ];
  });
}

function moved(name: string, ms: number, how: "later" | "sooner"): Localized {
  if (!Number.isFinite(ms)) {
    return how === "later"
      ? {
          en: `After a single fault ${name} may stay away, or for longer than any bound.`,
          ja: `単一の障害で ${name} が停止したまま、または停止時間の上限なしになり得ます。`,
        }
      : {
          en: `After a single fault ${name} comes back within a bound, where it could stay away.`,
          ja: `停止したまま、または上限なしになり得た単一の障害の後も、${name} が一定の時間内に復帰します。`,
        };
  }
  const time = durationText(ms);
  return {
    en: `After a single fault ${name} comes back up to ${time.en} ${how}.`,
    ja: `単一の障害の後、${name} の復帰が最大 ${time.ja}${how === "later" ? "遅く" : "早く"}なります。`,
  };
}

function interrupted(name: string, count: number, isNew: boolean): Localized {
  const faults = count === 1 ? "One single fault" : `${count} single faults`;
  return isNew
    ? {
        en: `${faults} now ${count === 1 ? "interrupts" : "interrupt"} ${name}, not before.`,
        ja: `これまで影響のなかった単一の障害 ${count} 件で、${name} が停止するようになります。`,
      }
    : {
        en: `${faults} no longer ${count === 1 ? "interrupts" : "interrupt"} ${name}.`,
        ja: `単一の障害 ${count} 件で、${name} が停止しなくなります。`,
      };
}

function verdictHeadlines(
  what: "proofs" | "scenarios",
  all: readonly { readonly before: string; readonly after: string }[],
  good: "holds" | "passed",
): readonly Headline[] {
  const lost = all.filter(({ before, after }) => before === good && after !== good).length;
  const won = all.filter(({ before, after }) => before !== good && after === good).length;
  const word = words[what];
  return [
    ...(lost === 0 ? [] : [{ text: word.lost(lost), change: "worse" } as const]),
    ...(won === 0 ? [] : [{ text: word.won(won), change: "better" } as const]),
  ];
}

/** "20 s → 65 s + start". */
export function timeChangeText({ before, after }: TimeChange): Localized {
  const [was, is] = [before, after].map((row) => {
    if (row === undefined) return words.none;
    const most = mostText(row);
    return row.forGood === undefined ? most : row.most === undefined ? words.away : words.orAway(most);
  });
  return { en: `${was?.en} → ${is?.en}`, ja: `${was?.ja} → ${is?.ja}` };
}

const words = {
  proofs: {
    lost: (count: number): Localized => ({
      en: count === 1 ? "One proof holds no more." : `${count} proofs hold no more.`,
      ja: `証明 ${count} 件が成り立たなくなります。`,
    }),
    won: (count: number): Localized => ({
      en: count === 1 ? "One proof holds now." : `${count} proofs hold now.`,
      ja: `証明 ${count} 件が成り立つようになります。`,
    }),
  },
  scenarios: {
    lost: (count: number): Localized => ({
      en: count === 1 ? "One scenario passes no more." : `${count} scenarios pass no more.`,
      ja: `シナリオ ${count} 件が成功しなくなります。`,
    }),
    won: (count: number): Localized => ({
      en: count === 1 ? "One scenario passes now." : `${count} scenarios pass now.`,
      ja: `シナリオ ${count} 件が成功するようになります。`,
    }),
  },
  none: { en: "no break", ja: "停止なし" },
  away: { en: "stays away", ja: "停止したまま" },
  orAway: (most: Localized): Localized => ({
    en: `${most.en} or stays away`,
    ja: `${most.ja}、または停止したまま`,
  }),
} as const;
