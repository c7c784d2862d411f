// What was found about availability, as it is told everywhere: rows that differ only in which resource of a hierarchy
// failed are one, times carry what is not known of them, and what was not followed is counted.

import { series } from "../locale/enumeration.ts";
import { type Localized, same } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { restartMs } from "../simulate/model.ts";
import { eventText } from "../simulate/scenario/eventText.ts";
import type { Alike, Availability, AwayRow, Disaster } from "./availability.ts";
import type { Assumed } from "./away.ts";
import { faultText } from "./faultText.ts";

/** Rows or disasters that are the same but for the resource that failed. */
export interface Told<One> {
  readonly one: One;
  /** All that it tells of, those that another one stands for too. */
  readonly sets: readonly (readonly OutsideEvent[])[];
  readonly faults: Localized;
}

export function toldRows(cluster: Cluster, rows: readonly AwayRow[], alike: Alike): readonly Told<AwayRow>[] {
  return told(cluster, rows, alike, (row) => [
    row.hierarchy,
    row.least,
    row.most?.ms,
    row.most?.starts,
    row.most?.assumes,
    row.most?.servedBy,
    row.forGood !== undefined,
    row.mayGoOn,
    row.isComplete,
  ]);
}

export function toldDisasters(
  cluster: Cluster,
  disasters: readonly Disaster[],
  alike: Alike,
): readonly Told<Disaster>[] {
  return told(cluster, disasters, alike, ({ what, hierarchy, ableLeft }) => [what, hierarchy, ableLeft]);
}

function told<One extends { readonly faults: readonly OutsideEvent[] }>(
  cluster: Cluster,
  list: readonly One[],
  alike: Alike,
  rest: (one: One) => readonly unknown[],
): readonly Told<One>[] {
  const groups = new Map<string, One[]>();
  for (const one of list) {
    const faults = inOrder(one.faults).map((fault) => ("tag" in fault ? { ...fault, tag: "" } : fault));
    // JSON leaves out what is not finite and what is undefined.
    const key = JSON.stringify([faults, ...rest(one).map((value) => String(value))]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((all) => {
    const [one] = all;
    return one === undefined
      ? []
      : [{ one, sets: all.flatMap((each) => setsOf(each, alike)), faults: together(cluster, all, alike) }];
  });
}

function setsOf(
  { faults }: { readonly faults: readonly OutsideEvent[] },
  alike: Alike,
): readonly (readonly OutsideEvent[])[] {
  const [only] = faults;
  const others = faults.length === 1 && only !== undefined ? (alike.get(eventText(only)) ?? []) : [];
  return [faults, ...others.map((other) => [other])];
}

function together(
  cluster: Cluster,
  all: readonly { readonly faults: readonly OutsideEvent[] }[],
  alike: Alike,
): Localized {
  const texts = inOrder(all[0]?.faults ?? []).map((fault) => faultText(cluster, fault));
  const others = [...all.slice(1).map(({ faults }) => shortly(cluster, faults)), ...standIns(cluster, all, alike)];
  const { en, ja } = { en: series(named(others, "en")).en, ja: series(named(others, "ja")).ja };
  const first = { en: texts.map((text) => text.en).join(" + "), ja: texts.map((text) => text.ja).join(" ＋ ") };
  if (others.length === 0) return first;
  return { en: `${first.en} (likewise ${en})`, ja: `${first.ja}（${ja} も同じ）` };
}

function named(others: readonly Localized[], locale: keyof Localized): readonly string[] {
  return [...new Set(others.map((other) => other[locale]))];
}

/** What the faults of these sets stand for, unless the set names it itself. */
function standIns(
  cluster: Cluster,
  all: readonly { readonly faults: readonly OutsideEvent[] }[],
  alike: Alike,
): readonly Localized[] {
  const told = new Set(all.flatMap(({ faults }) => faults.map(eventText)));
  const others = all.flatMap(({ faults }) => faults.flatMap((fault) => alike.get(eventText(fault)) ?? []));
  return others.filter((other) => !told.has(eventText(other))).map((other) => shortly(cluster, [other]));
}

/** Resources by their tags alone, where others of the same kind stand before. */
function shortly(cluster: Cluster, faults: readonly OutsideEvent[]): Localized {
  const tags = faults.flatMap((fault) => ("tag" in fault ? [fault.tag] : []));
  if (tags.length > 0) return same(tags.join(" + "));
  const texts = faults.map((fault) => faultText(cluster, fault));
  return { en: texts.map(({ en }) => en).join(" + "), ja: texts.map(({ ja }) => ja).join(" ＋ ") };
}

/** What happens to machines first, so that sets that differ in a resource alone are found to. */
function inOrder(faults: readonly OutsideEvent[]): readonly OutsideEvent[] {
  return [...faults.filter((fault) => !("tag" in fault)), ...faults.filter((fault) => "tag" in fault)];
}

/** "15 s + start": a time and what comes on top of it. "≥ 15 s": not everything was followed, and it may take longer. */
export function mostText({ most, isComplete }: AwayRow): Localized {
  if (most === undefined) return { en: "-", ja: "-" };
  const plus = most.starts ? { en: " + start", ja: " ＋起動" } : { en: "", ja: "" };
  const time = durationText(most.ms);
  const atLeast = isComplete || !Number.isFinite(most.ms) ? "" : "≥ ";
  return { en: `${atLeast}${time.en}${plus.en}`, ja: `${atLeast}${time.ja}${plus.ja}` };
}

export function leastText({ least, mayGoOn, most, isComplete }: AwayRow): Localized {
  if (mayGoOn) return { en: "none", ja: "なし" };
  if (least === undefined || most === undefined) return { en: "-", ja: "-" };
  const { en, ja } = durationText(least);
  const atMost = isComplete || least === 0 ? "" : "≤ ";
  return { en: `${atMost}${en}`, ja: `${atMost}${ja}` };
}

/** Milliseconds. */
export function durationText(ms: number): Localized {
  if (!Number.isFinite(ms)) return { en: "no bound", ja: "上限なし" };
  const seconds = ms / 1000;
  return { en: `${seconds} s`, ja: `${seconds} 秒` };
}

/** Where clients find it afterwards. */
export function afterwardsText({ most, forGood, isComplete }: AwayRow): Localized {
  const nodes = series(most?.servedBy ?? []);
  const stays = { en: "can stay away", ja: "停止したままになり得る" };
  if (forGood === undefined) return nodes;
  if (most === undefined) return isComplete ? { en: "stays away", ja: "停止したまま" } : stays;
  return { en: `${nodes.en}; or ${stays.en}`, ja: `${nodes.ja}、または${stays.ja}` };
}

const disasterTexts = {
  stop: { en: "stays out of service", ja: "停止したまま" },
  split: { en: "split brain", ja: "スプリットブレイン" },
  loss: { en: "data is lost", ja: "データ損失" },
} as const satisfies Readonly<Record<Disaster["what"], Localized>>;

export function disasterText({ what, hierarchy, ableLeft }: Disaster): Localized {
  const { en, ja } = disasterTexts[what];
  const noServer =
    what === "stop" && !ableLeft ? { en: " (no server is left)", ja: "（サーバーが残らない）" } : undefined;
  return {
    en: `${hierarchy === undefined ? "" : `${hierarchy}: `}${en}${noServer?.en ?? ""}`,
    ja: `${hierarchy === undefined ? "" : `${hierarchy}: `}${ja}${noServer?.ja ?? ""}`,
  };
}

const assumedTexts: Readonly<Record<Assumed, Localized>> = {
  restart: {
    en: `Times in which a machine or LifeKeeper comes up again assume ${restartMs / 1000} s for that; no document says how long it takes.`,
    ja: `マシンや LifeKeeper の再起動を含む時間は、再起動を ${restartMs / 1000} 秒と仮定しています。実際の所要時間は資料に記載がありません。`,
  },
  resync: {
    en: "A time without bound waits for a mirror to be in sync again: that depends on the amount of data.",
    ja: "上限のない時間は、ミラーの再同期を待つためです。所要時間はデータ量で決まります。",
  },
};

/** What the figures rest on, one sentence each. */
export function restsOn(found: Availability): readonly Localized[] {
  const longest = found.rows.flatMap(({ most }) => most ?? []);
  const assumed = new Set(longest.flatMap(({ assumes }) => assumes));
  return [
    {
      en: "Clients miss a hierarchy when no node that they reach has all of it in service, and from the moment when a resource of it breaks. What a client's own network does is not modelled.",
      ja: "クライアントから届くノードのどこでも階層全体がサービス中でない間と、その階層のリソースが壊れた時点から後を、停止時間とします。クライアント側のネットワークはモデルに含みません。",
    },
    ...(longest.some(({ starts }) => starts)
      ? [
          {
            en: "+ start: then the applications start, which takes as long as they need; nobody but you knows how long.",
            ja: "＋起動: この後にアプリケーションの起動時間が加わります。その長さは環境によって決まり、ここでは分かりません。",
          },
        ]
      : []),
    ...[...assumed].map((one) => assumedTexts[one]),
    ...(found.rows.some(({ most, isComplete }) => most !== undefined && !isComplete)
      ? [
          {
            en: "≥ and ≤: not everything that can come of these faults was followed; it may take longer, or less.",
            ja: "≥ と ≤: その障害の経過をすべては調べ終えていません。これより長い、または短いことがあり得ます。",
          },
        ]
      : []),
    coverageText(found),
  ];
}

/** "Every set" is said only when all of them were followed to the end. */
export function coverageText({ sets, faultsMax, kinds, consulted, alike }: Availability): Localized {
  const of = { en: `${kinds.join(", ")}`, ja: kinds.join("、") };
  const under =
    consulted.length === 0
      ? { en: "", ja: "" }
      : {
          en: ` Under the default readings of ${consulted.join(", ")}.`,
          ja: `${consulted.join("、")} はデフォルトの解釈によります。`,
        };
  const forAll = [...alike.values()].some((others) => others.length > 0)
    ? {
        en: " Of resources and paths that nothing tells apart one was followed for all.",
        ja: "互いに区別のつかないリソースやパスは、1 つを調べて代表させました。",
      }
    : { en: "", ja: "" };
  if (sets.isAll) {
    return faultsMax === 1
      ? {
          en: `Every single fault was followed, with all that can come of it: ${sets.possible} of them.${forAll.en} Kinds: ${of.en}.${under.en}`,
          ja: `単一の障害 ${sets.possible} 通りすべてについて、起こり得る経過をすべて調べました。${forAll.ja}種類: ${of.ja}。${under.ja}`,
        }
      : {
          en: `Every set of up to ${faultsMax} faults was followed, in every order and at every moment: ${sets.possible} sets.${forAll.en} Kinds: ${of.en}.${under.en}`,
          ja: `障害 ${faultsMax} 件までのすべての組み合わせ ${sets.possible} 通りを、あらゆる順序と時点で調べました。${forAll.ja}種類: ${of.ja}。${under.ja}`,
        };
  }
  return {
    en: `Not finished: ${sets.followed} sets of faults were followed to the end, and nothing is claimed about the others. Kinds: ${of.en}.${under.en}`,
    ja: `未完了: 最後まで調べたのは ${sets.followed} 通りの組み合わせで、残りについては何も主張しません。種類: ${of.ja}。${under.ja}`,
  };
}
