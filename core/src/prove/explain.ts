// A counterexample in a few sentences that need no knowledge of LifeKeeper's insides: what broke, who still had
// quorum, who was asked, and what runs where in the end.

import { besideJapanese } from "../locale/japanese.ts";
import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import type { PropertyResult } from "./explore.ts";
import { faultText } from "./faultText.ts";
import type { Property } from "./property.ts";
import { assumedText } from "./readingText.ts";
import { type Replay, replayResult } from "./replay.ts";

/** Undefined when there is nothing to explain: the property holds, or nobody knows yet. */
export function explain(cluster: Cluster, result: PropertyResult): Localized | undefined {
  if (result.property.kind === "sometimes" && result.status === "violated") return never(result.property);
  const run = replayResult(cluster, result);
  if (run === undefined || result.trace === undefined) return undefined;
  const faults = result.trace.faults.map((fault) => faultText(cluster, fault));
  return joined([
    faults.length === 0
      ? { en: "Without any fault:", ja: "障害がなくても、" }
      : { en: `When ${sequence(faults, "en")}:`, ja: `${sequence(faults, "ja")}が起きると、` },
    ...quorumSentences(cluster, run.timeline),
    ...witnessSentences(cluster, run.timeline),
    ...lossSentences(run.timeline),
    outcome(cluster, result.property, run),
    ...(result.readings.length === 0 ? [] : [assumedText(result.readings)]),
  ]);
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

function listed(names: readonly string[]): Localized {
  const en = names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return { en, ja: names.join(names.length === 2 ? " と " : "、") };
}

/** The last check of each node, those with the same result together; a witness-only node counts when it loses. */
function quorumSentences(cluster: Cluster, timeline: readonly TimelineEntry[]): readonly Localized[] {
  const last = new Map<string, TimelineEntry["why"]>();
  for (const { node, why } of timeline) {
    if (node !== undefined && why.rule.startsWith("quorum-")) last.set(node, why);
  }
  const groups = new Map<string, { readonly why: TimelineEntry["why"]; readonly nodes: string[] }>();
  for (const { name: node, role } of cluster.nodes) {
    const why = last.get(node);
    if (why === undefined || (role === "witness" && why.rule !== "quorum-lost")) continue;
    const key = JSON.stringify([why.rule, why.facts["mode"], why.facts["reached"], why.facts["total"]]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { why, nodes: [node] });
    else group.nodes.push(node);
  }
  return [...groups.values()].map(({ why, nodes }) => quorumSentence(why, nodes));
}

function quorumSentence({ rule, facts }: TimelineEntry["why"], nodes: readonly string[]): Localized {
  const who = listed(nodes);
  const both = nodes.length > 1;
  const held = rule === "quorum-held";
  const [total, reached] = [facts["total"], facts["reached"]];
  const of = `${reached} of ${total}`;
  if (rule === "quorum-not-checked") {
    return {
      en: `${who.en} ${both ? "make" : "makes"} no quorum check, because the Quorum/Witness package is not installed.`,
      ja: `${who.ja} は Quorum/Witness パッケージがないため、Quorum チェックを行いません。`,
    };
  }
  switch (facts["mode"]) {
    case "majority":
      return {
        en: `${who.en} ${both ? "each reach" : "reaches"} ${of} nodes and ${held ? (both ? "have" : "has") : both ? "lose" : "loses"} quorum.`,
        ja: `${who.ja} は${both ? "それぞれ " : " "}${total} ノード中 ${reached} ノードに到達でき、Quorum を${held ? "保持しています" : "失います"}。`,
      };
    case "tcp_remote":
      return {
        en: `${who.en} ${both ? "each reach" : "reaches"} ${of} quorum hosts and ${held ? (both ? "have" : "has") : both ? "lose" : "loses"} quorum.`,
        ja: `${who.ja} は${both ? "それぞれ " : " "}Quorum ホスト ${total} 台中 ${reached} 台に到達でき、Quorum を${held ? "保持しています" : "失います"}。`,
      };
    case "storage":
      return held
        ? {
            en: `${who.en} ${both ? "reach" : "reaches"} the quorum storage and ${both ? "have" : "has"} quorum.`,
            ja: `${who.ja} は Quorum ストレージに到達でき、Quorum を保持しています。`,
          }
        : {
            en: `${who.en} ${both ? "do" : "does"} not reach the quorum storage and ${both ? "lose" : "loses"} quorum.`,
            ja: `${who.ja} は Quorum ストレージに到達できず、Quorum を失います。`,
          };
    default:
      return {
        en: `${who.en} always ${both ? "have" : "has"} quorum, because QUORUM_MODE is off.`,
        ja: `${who.ja} は QUORUM_MODE が無効なため、常に Quorum を保持しています。`,
      };
  }
}

/** What those who could take over learn; a witness-only node takes nothing over. */
function witnessSentences(cluster: Cluster, timeline: readonly TimelineEntry[]): readonly Localized[] {
  const takers = new Set(cluster.nodes.filter(({ role }) => role === "node").map(({ name }) => name));
  const off: string[] = [];
  const alone: string[] = [];
  const dead = new Map<string, string[]>();
  const alive = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, about: string, node: string): void => {
    map.set(about, [...new Set([...(map.get(about) ?? []), node])]);
  };
  for (const { node, why } of timeline) {
    if (node === undefined || !takers.has(node)) continue;
    const about = String(why.facts["about"] ?? "");
    const asks = why.facts["asks"];
    if (why.rule === "witness-off") off.push(node);
    else if (why.rule === "witness-dead" && Array.isArray(asks) && asks.length === 0) alone.push(node);
    else if (why.rule === "witness-dead") add(dead, about, node);
    else if (why.rule === "witness-alive") add(alive, about, node);
  }
  const sentences: Localized[] = [];
  const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
  if (off.length > 0) {
    const who = listed(unique(off));
    sentences.push({
      en: `${who.en} ${unique(off).length > 1 ? "ask" : "asks"} no witness and ${unique(off).length > 1 ? "treat" : "treats"} a silent node as dead.`,
      ja: `${who.ja} は Witness に問い合わせず、応答のない相手を停止したとみなします。`,
    });
  }
  if (alone.length > 0) {
    const who = listed(unique(alone));
    sentences.push({
      en: `${who.en} ${unique(alone).length > 1 ? "have" : "has"} nobody left to ask and ${unique(alone).length > 1 ? "treat" : "treats"} a silent node as dead.`,
      ja: `${who.ja} には問い合わせる相手が残っておらず、応答のない相手を停止したとみなします。`,
    });
  }
  for (const [about, nodes] of dead) {
    const who = listed(nodes);
    sentences.push({
      en: `${who.en} ${nodes.length > 1 ? "conclude" : "concludes"} that ${about} is dead.`,
      ja: `${who.ja} は ${about} を停止したと判断します。`,
    });
  }
  for (const [about, nodes] of alive) {
    const who = listed(nodes);
    sentences.push({
      en: `${who.en} ${nodes.length > 1 ? "learn" : "learns"} that ${about} is still alive.`,
      ja: `${who.ja} は ${about} が稼働中だと知ります。`,
    });
  }
  return sentences;
}

function lossSentences(timeline: readonly TimelineEntry[]): readonly Localized[] {
  return timeline.flatMap(({ node, why }): readonly Localized[] => {
    if (node === undefined) return [];
    switch (why.rule) {
      case "loss-fastkill":
        return [{ en: `${node} halts itself.`, ja: `${node} は自ら停止します。` }];
      case "loss-fastboot":
        return [{ en: `${node} restarts itself.`, ja: `${node} は自ら再起動します。` }];
      case "loss-osu":
        return [
          { en: `${node} takes its resources out of service.`, ja: `${node} はリソースをサービス休止にします。` },
        ];
      default:
        return [];
    }
  });
}

function outcome(cluster: Cluster, property: Property, { view }: Replay): Localized {
  const roots = cluster.resources.filter(({ parents }) => parents.length === 0).map(({ name }) => name);
  const resources = view.resources.filter(({ tag }) => roots.includes(tag));
  const twice = view.resources.find(({ activeOn }) => activeOn.length > 1);
  const kind = property.kind === "never" ? property.what : property.kind;
  switch (kind) {
    case "split-brain":
    case "two-active": {
      const nodes = listed(twice?.activeOn ?? []);
      const tag = twice?.tag ?? "";
      return kind === "split-brain"
        ? { en: `In the end ${nodes.en} both run ${tag}.`, ja: `その結果、${nodes.ja} の両方で ${tag} が稼働します。` }
        : {
            en: `For a time ${nodes.en} both run ${tag}.`,
            ja: `一時的に ${nodes.ja} の両方で ${tag} が稼働します。`,
          };
    }
    case "outage":
    case "always-recovers": {
      const tag =
        property.kind === "always-recovers"
          ? property.tag
          : (resources.find(({ activeOn }) => activeOn.length === 0)?.tag ?? "");
      const up = view.nodes.filter(({ condition }) => condition === "up").map(({ name }) => name);
      return {
        en: `In the end ${tag} runs nowhere${up.length === 0 ? "" : `, although ${listed(up).en} ${up.length > 1 ? "are" : "is"} up`}.`,
        ja: `その結果、${up.length === 0 ? "" : `${listed(up).ja} は稼働しているのに、`}${tag} はどこでも稼働しません。`,
      };
    }
    case "data-loss": {
      const tag = view.resources.find(
        ({ mirror }) => mirror?.dataLost === true || (mirror?.corruptOn.length ?? 0) > 0,
      )?.tag;
      return { en: `Data of ${tag ?? "a mirror"} is lost.`, ja: `${tag ?? "ミラー"} のデータが失われます。` };
    }
    case "sometimes":
      return property.kind === "sometimes" && property.what === "quorum-loss"
        ? { en: "So quorum can be lost.", ja: "このように Quorum の喪失が起こり得ます。" }
        : { en: "So a failover can happen.", ja: "このようにフェイルオーバーが起こり得ます。" };
  }
}
