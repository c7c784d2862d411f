// What nodes do after a fault, each in a sentence that needs no knowledge of LifeKeeper's insides. What several nodes do
// alike is told once; what changes nothing for the outcome is not told.

import { enumeration } from "../locale/enumeration.ts";
import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { TimelineEntry, Why } from "../simulate/trace.ts";

export interface Reaction {
  readonly text: Localized;
  /** The first of the entries that it tells. */
  readonly entry: TimelineEntry;
}

/** In the order in which they happen. */
export function reactions(cluster: Cluster, entries: readonly TimelineEntry[]): readonly Localized[] {
  return reactionsTo(cluster, entries).map(({ text }) => text);
}

export function reactionsTo(cluster: Cluster, entries: readonly TimelineEntry[]): readonly Reaction[] {
  const witnesses = new Set(cluster.nodes.filter(({ role }) => role === "witness").map(({ name }) => name));
  const told = new Map<
    string,
    { readonly entry: TimelineEntry; readonly nodes: string[]; readonly succeeds: boolean }
  >();
  for (const entry of latestChecks(entries)) {
    const { node, why } = entry;
    if (node === undefined || (witnesses.has(node) && !tellsOfWitness.has(why.rule))) continue;
    const succeeds = bringsInService(entries, entry);
    const key = JSON.stringify([why.rule, factsThatMatter(why), succeeds]);
    const group = told.get(key);
    if (group === undefined) told.set(key, { entry, nodes: [node], succeeds });
    else if (!group.nodes.includes(node)) group.nodes.push(node);
  }
  return [...told.values()].flatMap(({ entry, nodes, succeeds }) => {
    const names = inOrder(cluster, nodes);
    const text = succeeds ? sentence(entry.why, names) : attempt(entry.why, names);
    return text === undefined ? [] : [{ text, entry }];
  });
}

/** False for a takeover and for a start that brings nothing in service. */
function bringsInService(entries: readonly TimelineEntry[], { node, why }: TimelineEntry): boolean {
  if (why.rule !== "take-over" && why.rule !== "start-restores") return true;
  return entries.some((entry) => entry.node === node && entry.why.rule === "restore");
}

function attempt({ facts }: Why, nodes: readonly string[]): Localized {
  const who = enumeration(nodes);
  const tag = String(facts["tag"] ?? "");
  return {
    en: `${who.en} ${nodes.length > 1 ? "try" : "tries"} to bring ${tag} in service.`,
    ja: `${who.ja} は ${tag} をサービス中にしようとします。`,
  };
}

/** A witness-only node takes nothing over, so that only the loss of its own quorum tells something. */
const tellsOfWitness: ReadonlySet<Why["rule"]> = new Set(["quorum-lost", "loss-fastkill", "loss-fastboot"]);

/** Of several checks of quorum that a node makes at the loss of others only the last one; none that a meeting brings. */
function latestChecks(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const checks = entries.filter(({ why }) => isCheck(why));
  const last = new Map(checks.filter(isAtLoss).map((entry) => [entry.node, entry]));
  return entries.filter((entry) => !isCheck(entry.why) || last.get(entry.node) === entry);
}

function isCheck({ rule }: Why): boolean {
  return rule === "quorum-held" || rule === "quorum-lost" || rule === "quorum-not-checked";
}

function isAtLoss({ event, why }: TimelineEntry): boolean {
  return event.kind === "handle-comm-down" || (why.rule === "quorum-lost" && event.kind !== "handle-comm-up");
}

function factsThatMatter(why: Why): readonly unknown[] {
  const { rule, facts } = why;
  if (isCheck(why)) return [facts["mode"], facts["reached"], facts["total"]];
  const asks = facts["asks"];
  // Who asks nobody takes everybody who is silent for dead.
  if (rule === "witness-off" || (Array.isArray(asks) && asks.length === 0)) return [];
  return [facts["about"], facts["tag"], facts["how"], facts["target"]];
}

function inOrder(cluster: Cluster, names: readonly string[]): readonly string[] {
  return cluster.nodes.map(({ name }) => name).filter((name) => names.includes(name));
}

/** Undefined for what needs no telling. */
function sentence(why: Why, nodes: readonly string[]): Localized | undefined {
  const { rule, facts } = why;
  const who = enumeration(nodes);
  const s = nodes.length > 1 ? "" : "s";
  const tag = String(facts["tag"] ?? "");
  const about = String(facts["about"] ?? facts["peer"] ?? "");
  switch (rule) {
    case "quorum-held":
    case "quorum-lost":
    case "quorum-not-checked":
      return quorumSentence(why, nodes);
    case "witness-off":
      return {
        en: `${who.en} ask${s} no witness and treat${s} a silent node as dead.`,
        ja: `${who.ja} は Witness に問い合わせず、応答のない相手を停止したとみなします。`,
      };
    case "witness-dead": {
      const asks = facts["asks"];
      return Array.isArray(asks) && asks.length === 0
        ? {
            en: `${who.en} ${nodes.length > 1 ? "have" : "has"} nobody left to ask and treat${s} a silent node as dead.`,
            ja: `${who.ja} には問い合わせる相手が残っておらず、応答のない相手を停止したとみなします。`,
          }
        : {
            en: `${who.en} conclude${s} that ${about} is dead.`,
            ja: `${who.ja} は ${about} を停止したと判断します。`,
          };
    }
    case "witness-alive":
      // It need not be true: a witness may not have noticed yet.
      return {
        en: `${who.en} ${nodes.length > 1 ? "are" : "is"} told that ${about} is still alive, and take${s} nothing over.`,
        ja: `${who.ja} は ${about} が稼働中だと知らされ、何も引き継ぎません。`,
      };
    case "loss-fastkill":
      return { en: `${who.en} halt${s} ${self(nodes)}.`, ja: `${who.ja} は自ら停止します。` };
    case "loss-fastboot":
      return { en: `${who.en} restart${s} ${self(nodes)}.`, ja: `${who.ja} は自ら再起動します。` };
    case "loss-osu":
      return {
        en: `${who.en} take${s} ${nodes.length > 1 ? "their" : "its"} resources out of service.`,
        ja: `${who.ja} はリソースをサービス休止にします。`,
      };
    case "no-failover-flag":
      return {
        en: `${who.en} take${s} nothing over from ${about}, which was stopped in an orderly way.`,
        ja: `${about} は正常に停止されたため、${who.ja} は何も引き継ぎません。`,
      };
    case "take-over":
      return { en: `${who.en} take${s} ${tag} over.`, ja: `${who.ja} が ${tag} を引き継ぎます。` };
    case "power-off":
      return { en: `${who.en} power${s} ${about} off.`, ja: `${who.ja} が ${about} の電源を切ります。` };
    case "confirm-wait":
      return {
        en: `${who.en} wait${s} for somebody to confirm the failover from ${about}.`,
        ja: `${who.ja} は ${about} からのフェイルオーバーの確認を待ちます。`,
      };
    case "confirm-block":
      return {
        en: `Nobody confirms it, and ${who.en} take${s} nothing over.`,
        ja: `確認がないため、${who.ja} は何も引き継ぎません。`,
      };
    case "resource-failover":
      return {
        en: `${tag} fails over from ${who.en} to ${String(facts["target"])}.`,
        ja: `${tag} は ${who.ja} から ${String(facts["target"])} にフェイルオーバーします。`,
      };
    default:
      return ofResources(why, who, s);
  }
}

function self(nodes: readonly string[]): string {
  return nodes.length > 1 ? "themselves" : "itself";
}

/** Starts, disks and mirrors. */
function ofResources({ rule, facts }: Why, who: Localized, s: string): Localized | undefined {
  const tag = String(facts["tag"] ?? "");
  switch (rule) {
    case "no-target":
      return {
        en: `No other living server is left for ${tag}.`,
        ja: `${tag} を引き継げるサーバーは残っていません。`,
      };
    case "policy-no-failover":
      return {
        en: `By its policy ${tag} does not fail over.`,
        ja: `${tag} はポリシーによりフェイルオーバーしません。`,
      };
    case "failover-blocked":
      return {
        en: `Resource failover is blocked on ${who.en}, so nothing moves.`,
        ja: `${who.ja} ではリソースフェイルオーバーがブロックされているため、何も移りません。`,
      };
    case "start-without-quorum":
      return {
        en: `${who.en} start${s} without quorum and bring${s} nothing in service.`,
        ja: `${who.ja} は Quorum なしで起動し、何もサービス中にしません。`,
      };
    case "start-restores":
      return {
        en: `${who.en} start${s} again and bring${s} ${tag} in service.`,
        ja: `${who.ja} は再び起動し、${tag} をサービス中にします。`,
      };
    case "start-holds-back":
      return {
        en: `${who.en} start${s} again and leave${s} ${tag} where it is in service.`,
        ja: `${who.ja} は再び起動しますが、${tag} はほかのノードでサービス中のままにします。`,
      };
    case "start-witnessed":
      return {
        en: `${who.en} start${s} again, ${s === "" ? "are" : "is"} told that ${String(facts["about"])} is alive, and bring${s} nothing in service.`,
        ja: `${who.ja} は再び起動しますが、${String(facts["about"])} が稼働中だと知らされ、何もサービス中にしません。`,
      };
    case "switchback":
      return { en: `${tag} goes back to ${who.en}.`, ja: `${tag} は ${who.ja} に戻ります。` };
    case "reservation-won":
      return { en: `${who.en} take${s} the disk ${tag} away.`, ja: `${who.ja} がディスク ${tag} を奪います。` };
    case "reservation-lost":
      return {
        en: `${who.en} cannot get the disk ${tag}.`,
        ja: `${who.ja} はディスク ${tag} を取得できません。`,
      };
    case "reservation-taken":
      return facts["because"] === "reservation"
        ? {
            en: `${who.en} lost the disk and ${s === "" ? "are" : "is"} restarted by force.`,
            ja: `${who.ja} はディスクを奪われ、強制的に再起動されます。`,
          }
        : undefined;
    case "forced-restart":
      return {
        en: `A resource on ${who.en} cannot be stopped, and the node is restarted by force.`,
        ja: `${who.ja} ではリソースを停止できず、ノードが強制的に再起動されます。`,
      };
    case "mirror-corrupt":
      return {
        en: `${who.en} had written ${tag} last, reaches no other copy, and does not start it: nobody can tell whether its data is current.`,
        ja: `${who.ja} は ${tag} に最後に書き込んでいましたが、ほかのコピーに到達できず、データが最新か分からないため起動しません。`,
      };
    case "mirror-not-in-sync":
      return {
        en: `The copy of ${tag} on ${who.en} is behind and may not take over.`,
        ja: `${who.ja} の ${tag} のコピーは同期していないため、引き継げません。`,
      };
    case "mirror-discarded":
      return {
        en: `${tag} was written on both sides, and the writes of one side are discarded.`,
        ja: `${tag} は両側で書き込まれており、片側の書き込みは破棄されます。`,
      };
    default:
      return undefined;
  }
}

function quorumSentence({ rule, facts }: Why, nodes: readonly string[]): Localized {
  const who = enumeration(nodes);
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
