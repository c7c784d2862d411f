// A counterexample as a story that needs no knowledge of LifeKeeper's insides: what breaks, what the nodes do about it,
// what breaks next, and what runs where in the end.

import { isReturn } from "../language/actions.ts";
import { enumeration } from "../locale/enumeration.ts";
import { besideJapanese } from "../locale/japanese.ts";
import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import type { PropertyResult } from "./explore.ts";
import { faultText } from "./faultText.ts";
import type { Property } from "./property.ts";
import { reactions } from "./reactions.ts";
import { assumedText } from "./readingText.ts";
import { type Replay, replayResult } from "./replay.ts";

/** Undefined when there is nothing to explain: the property holds, or nobody knows yet. */
export function explain(cluster: Cluster, result: PropertyResult): Localized | undefined {
  if (result.property.kind === "sometimes" && result.status === "violated") return never(result.property);
  const run = replayResult(cluster, result);
  if (run === undefined || result.trace === undefined) return undefined;
  const chapters = chaptersOf(cluster, result.trace.faults, run.timeline);
  const end = outcome(cluster, result.property, run);
  return joined([
    ...chapters.map((chapter, index) => chapterText(cluster, chapter, index === 0)),
    // Nothing stands between the only fault and what comes of it.
    chapters.length === 1 && chapters[0]?.sentences.length === 0 ? continued(end) : end,
    ...(result.readings.length === 0 ? [] : [assumedText(result.readings)]),
  ]);
}

/** Faults with nothing worth telling between them, and what follows. */
interface Chapter {
  readonly faults: readonly OutsideEvent[];
  readonly sentences: readonly Localized[];
}

function chaptersOf(
  cluster: Cluster,
  faults: readonly OutsideEvent[],
  timeline: readonly TimelineEntry[],
): readonly Chapter[] {
  const starts = timeline.flatMap(({ why }, index) => (why.rule === "outside" ? [index] : []));
  const before = reactions(cluster, timeline.slice(0, starts[0] ?? timeline.length));
  const chapters: Chapter[] = before.length > 0 || faults.length === 0 ? [{ faults: [], sentences: before }] : [];
  let waiting: readonly OutsideEvent[] = [];
  for (const [index, fault] of faults.entries()) {
    const entries = timeline.slice(starts[index] ?? timeline.length, starts[index + 1] ?? timeline.length);
    const sentences = reactions(cluster, entries);
    waiting = [...waiting, fault];
    if (sentences.length === 0 && index < faults.length - 1) continue;
    chapters.push({ faults: waiting, sentences });
    waiting = [];
  }
  return chapters;
}

function chapterText(cluster: Cluster, { faults, sentences }: Chapter, isFirst: boolean): Localized {
  const told = afterColon(joined(sentences));
  if (faults.length === 0) {
    return joined([{ en: "Without any fault:", ja: "障害がなくても、" }, ...sentences]);
  }
  const texts = faults.map((fault) => faultText(cluster, fault));
  const last = faults.at(-1);
  const after = last !== undefined && isReturn(last) ? "の後、" : "が起きると、";
  const en = sequence(texts, "en");
  const ja = sequence(texts, "ja");
  if (isFirst) return { en: `When ${en}:${told.en === "" ? "" : ` ${told.en}`}`, ja: `${ja}${after}${told.ja}` };
  if (sentences.length > 0)
    return { en: `Then ${en}: ${told.en}`, ja: `次に${besideJapanese(ja).trimEnd()}${after}${told.ja}` };
  return {
    en: `Then ${en}.`,
    ja: `次に${besideJapanese(ja).trimEnd()}${last !== undefined && isReturn(last) ? "があります" : "が起きます"}。`,
  };
}

/** Names keep their letters; only words of ours are written small. */
function afterColon({ en, ja }: Localized): Localized {
  return { en: en.replace(/^(No|By|Resource|Nobody|The|A resource) /, (start) => start.toLowerCase()), ja };
}

/** As the rest of a sentence that has begun. */
function continued({ en, ja }: Localized): Localized {
  return {
    en: en.replace(/^(In the end|So) /, (start) => start.toLowerCase()),
    ja: ja.replace(/^その結果、/, ""),
  };
}

function never(property: Extract<Property, { readonly kind: "sometimes" }>): Localized {
  return property.what === "failover"
    ? {
        en: "Within these faults no failover can happen at all, so a proof that nothing goes wrong says little.",
        ja: "この範囲の障害ではフェイルオーバーが一度も起こらないため、「問題が起きない」という証明に意味がありません。",
      }
    : {
        en: "Within these faults quorum is never lost, so a proof that nothing goes wrong says little.",
        ja: "この範囲の障害では Quorum を失うことがないため、「問題が起きない」という証明に意味がありません。",
      };
}

function joined(sentences: readonly Localized[]): Localized {
  return { en: sentences.map(({ en }) => en).join(" "), ja: sentences.map(({ ja }) => ja).join("") };
}

function sequence(faults: readonly Localized[], locale: "en" | "ja"): string {
  const texts = faults.map((fault) => fault[locale]);
  if (locale === "ja") return texts.map((text, index) => (index === 0 ? text : besideJapanese(text))).join("、次に");
  return texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", then ")} and then ${texts.at(-1)}`;
}

function outcome(cluster: Cluster, property: Property, { view, twice }: Replay): Localized {
  const roots = cluster.resources.filter(({ parents }) => parents.length === 0).map(({ name }) => name);
  const kind = property.kind === "never" ? property.what : property.kind;
  switch (kind) {
    case "split-brain":
    case "two-active": {
      const nodes = enumeration(twice?.nodes ?? []);
      const tag = twice?.tag ?? "";
      const frozen = enumeration(
        view.nodes
          .filter(({ name, condition }) => condition === "frozen" && twice?.nodes.includes(name))
          .map(({ name }) => name),
      );
      if (kind === "split-brain" && frozen.en !== "") {
        return {
          en: `In the end ${nodes.en} both run ${tag} as soon as ${frozen.en} resumes.`,
          ja: `その結果、${frozen.ja} がフリーズから復帰すると、${nodes.ja} の両方で ${tag} が稼働します。`,
        };
      }
      if (twice?.lastedMs !== undefined) {
        return {
          en: `For ${twice.lastedMs / 1000} s ${nodes.en} run ${tag} at the same time.`,
          ja: `${twice.lastedMs / 1000} 秒の間、${nodes.ja} で ${tag} が同時に稼働します。`,
        };
      }
      return kind === "split-brain"
        ? { en: `In the end ${nodes.en} both run ${tag}.`, ja: `その結果、${nodes.ja} の両方で ${tag} が稼働します。` }
        : {
            en: `In the end ${nodes.en} run ${tag} at the same time.`,
            ja: `その結果、${nodes.ja} で ${tag} が同時に稼働します。`,
          };
    }
    case "outage":
      return missed(cluster, roots, view);
    case "always-recovers":
      return missed(cluster, property.kind === "always-recovers" ? [property.tag] : [], view);
    case "data-loss":
      return dataLoss(view);
    case "sometimes":
      return property.kind === "sometimes" && property.what === "quorum-loss"
        ? { en: "So quorum can be lost.", ja: "このように Quorum の喪失が起こり得ます。" }
        : { en: "So a failover can happen.", ja: "このようにフェイルオーバーが起こり得ます。" };
  }
}

/** What clients miss of these hierarchies: all of one, what nobody reaches, or a part. */
function missed(cluster: Cluster, roots: readonly string[], view: Replay["view"]): Localized {
  const activeOn = (tag: string): readonly string[] => view.resources.find((one) => one.tag === tag)?.activeOn ?? [];
  const named = (test: (node: Replay["view"]["nodes"][number]) => boolean): readonly string[] =>
    view.nodes.filter(test).map(({ name }) => name);
  const answering = named(({ condition, isolated }) => condition !== "frozen" && !isolated);
  const reachable = (tag: string): readonly string[] => activeOn(tag).filter((node) => answering.includes(node));
  const root = roots.find((tag) => reachable(tag).length === 0);
  if (root === undefined) return partMissed(cluster, roots, reachable);
  const holders = activeOn(root);
  const up = named(({ name, condition }) => condition === "up" && !holders.includes(name));
  const although = {
    en: up.length === 0 ? "" : `, although ${enumeration(up).en} ${up.length > 1 ? "are" : "is"} up`,
    ja: up.length === 0 ? "" : `${enumeration(up).ja} は稼働しているのに、`,
  };
  const where = enumeration(holders);
  return holders.length === 0
    ? {
        en: `In the end ${root} runs nowhere${although.en}.`,
        ja: `その結果、${although.ja}${root} はどこでも稼働しません。`,
      }
    : {
        en: `In the end ${root} runs on ${where.en}, where no client reaches it${although.en}.`,
        ja: `その結果、${although.ja}${root} はクライアントから到達できない ${where.ja} で稼働します。`,
      };
}

function partMissed(
  cluster: Cluster,
  roots: readonly string[],
  reachable: (tag: string) => readonly string[],
): Localized {
  const byTag = new Map(cluster.resources.map((resource) => [resource.name, resource]));
  for (const root of roots) {
    const below = new Set([root]);
    for (const tag of below) for (const child of byTag.get(tag)?.children ?? []) below.add(child);
    const where = reachable(root);
    const part = [...below].find((tag) => !where.some((node) => reachable(tag).includes(node)));
    if (part === undefined) continue;
    const nodes = enumeration(where);
    return {
      en: `In the end ${root} runs on ${nodes.en} without ${part}.`,
      ja: `その結果、${nodes.ja} で ${root} が ${part} なしで稼働します。`,
    };
  }
  return { en: "In the end clients miss a part of it.", ja: "その結果、クライアントは一部を使えません。" };
}

/** What the sentences before did not say yet. */
function dataLoss(view: Replay["view"]): Localized {
  const lost = view.resources.find(({ mirror }) => mirror?.dataLost === true);
  if (lost !== undefined) return { en: `Data of ${lost.tag} is lost.`, ja: `${lost.tag} のデータが失われます。` };
  const corrupt = view.resources.find(({ mirror }) => (mirror?.corruptOn.length ?? 0) > 0);
  const tag = corrupt?.tag ?? "";
  return {
    en: `In the end ${tag} is marked corrupt on ${enumeration(corrupt?.mirror?.corruptOn ?? []).en}, until somebody decides which copy counts.`,
    ja: `その結果、${enumeration(corrupt?.mirror?.corruptOn ?? []).ja} の ${tag} は破損とみなされ、どのコピーを使うか人が決めるまで起動しません。`,
  };
}
