// The one place that says how a run ended: outcome, sentences and the states of nodes, from what the run saw and did.
// Each statement is a function that is given what was observed and speaks only when its condition holds:
//   nothingChanged  no request of this run touched a parameter file, LifeKeeper, or what an earlier run had left
//   wholeOrNamed    "every node" only where no node of the cluster was left out; otherwise the nodes by name
//   isReadBack      every node that was asked for, over a connection made after the last file was put in place

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { hashOf } from "./hash.ts";
import type { Act } from "./nodeSession.ts";
import type { DeployReport, Mended, NodeReport } from "./report.ts";
import { adviceFor, cleansLater, lifekeeperAdvice, reportOf } from "./transaction/ends.ts";
import type { End } from "./transaction/revert.ts";
import { mayHoldOurs, type Standing, standingOf, standingsText } from "./transaction/standing.ts";
import type { Transaction, Trouble } from "./transaction/transaction.ts";

/** What a run saw and did, whatever it was about. */
export interface Seen {
  readonly cluster: string;
  /** The nodes that the run is about. */
  readonly asked: readonly string[];
  /** All other nodes of the cluster. */
  readonly others: readonly { readonly node: string; readonly read: boolean }[];
  /** SHA-256 of each node's file when it was first read, and when the plan was made. */
  readonly first: ReadonlyMap<string, string>;
  readonly now: ReadonlyMap<string, string>;
  /** Nodes whose file may change without anybody's doing from now on, because an earlier deployment is undecided there. */
  readonly undecided: ReadonlySet<string>;
  readonly acts: readonly Act[];
  readonly mended: readonly Mended[];
}

export type RunEnd =
  /** The deployment itself never began. */
  | {
      readonly kind: "not-begun";
      readonly why: readonly Localized[];
      readonly plan?: DeploymentPlan;
      readonly nodes?: readonly NodeReport[];
      /** The user said no, or cancelled. */
      readonly declined?: boolean;
    }
  | { readonly kind: "mending-failed"; readonly why: Localized; readonly nodes: readonly NodeReport[] }
  | { readonly kind: "held"; readonly plan: DeploymentPlan }
  | { readonly kind: "confirmed"; readonly transaction: Transaction }
  | {
      readonly kind: "gave-up";
      readonly transaction: Transaction;
      readonly trouble: Trouble;
      readonly ends: readonly End[];
    };

export function conclude(seen: Seen, end: RunEnd): DeployReport {
  const base = { transaction: undefined, advice: [], plan: undefined, healed: seen.mended, declined: false };
  switch (end.kind) {
    case "not-begun": {
      const { plan, declined = false, nodes = [] } = end;
      const untouched = nothingChanged(seen.acts, undefined);
      return {
        ...base,
        outcome: untouched === undefined ? "healed" : "refused",
        message: sentences([untouched ?? mendedText(seen.mended, "alone"), ...end.why]),
        nodes: nodes.length > 0 ? nodes : nodesAsSeen(seen),
        plan,
        declined,
      };
    }
    case "mending-failed":
      return {
        ...base,
        outcome: "mixed",
        message: sentences([mendedText(seen.mended, "before"), end.why]),
        advice: [mendAgain],
        nodes: end.nodes,
      };
    case "held":
      return { ...base, ...heldReport(seen, end.plan) };
    case "confirmed":
      return { ...base, ...deployedReport(seen, end.transaction) };
    case "gave-up":
      return { ...base, ...gaveUpReport(seen, end) };
  }
}

type Report = Omit<DeployReport, "healed" | "declined">;

function heldReport(seen: Seen, plan: DeploymentPlan): Report {
  const whom = wholeOrNamed(seen, "holds");
  const text: Localized =
    seen.mended.length > 0
      ? { en: `${whom.en} this configuration now.`, ja: `${whom.ja}この構成になりました。` }
      : {
          en: `${upper(whom.en, "already")} this configuration.`,
          ja: `${whom.ja.replace(/が$/, "は")}すでにこの構成です。`,
        };
  return {
    outcome: seen.acts.length === 0 ? "unchanged" : "deployed",
    transaction: undefined,
    message: sentences([...mendedBefore(seen), capital(text), ...notPartOfThis(seen)]),
    advice: [],
    nodes: nodesAsSeen(seen),
    plan,
  };
}

function deployedReport(seen: Seen, transaction: Transaction): Report {
  const { plan, id, changed, facts, started } = transaction;
  const nodes = [...changedNodes(seen, transaction), ...mendedOthers(seen)];
  if (!isReadBack(transaction)) {
    return { outcome: "mixed", transaction: id, message: notShown(transaction), advice: [mendAgain], nodes, plan };
  }
  const names = changed.map(({ node }) => node).join(", ");
  const whom = wholeOrNamed(seen, "holds");
  const text: Localized =
    plan.rollback === undefined
      ? {
          en: `Deployed to ${names}; ${whom.en} the new configuration, read back over a new connection.`,
          ja: `${names} にデプロイしました。${whom.ja}新しい構成であることを新しい接続で確認しました。`,
        }
      : {
          en: `Rolled back on ${names}; ${whom.en} the earlier configuration, read back over a new connection.`,
          ja: `${names} を以前の世代に戻しました。${whom.ja}以前の構成であることを新しい接続で確認しました。`,
        };
  const stopped = facts
    .filter(({ node, lifekeeper }) => lifekeeper === "stopped" && !started.has(node))
    .map(({ node }) => node);
  return {
    outcome: "deployed",
    transaction: id,
    message: sentences([...mendedBefore(seen), text, ...notPartOfThis(seen)]),
    advice: [
      ...plan.steps.filter(({ kind }) => kind === "later").map((step) => step.text),
      ...(stopped.length === 0 ? [] : [stoppedText(stopped)]),
    ],
    nodes,
    plan,
  };
}

function gaveUpReport(seen: Seen, { transaction, trouble, ends }: Extract<RunEnd, { kind: "gave-up" }>): Report {
  const { plan, id } = transaction;
  const standings = ends.map((end): [End, Standing] => [end, standingOf(end, transaction)]);
  const nodes = plan.nodes.flatMap(({ node, before, after }): readonly NodeReport[] => {
    const found = standings.find(([end]) => end.node === node);
    const first = seen.first.get(node) ?? hashOf(before);
    return found === undefined ? [] : [reportOf(found, { first, before: hashOf(before), wanted: hashOf(after) })];
  });
  const wrong = standings.some(([, standing]) => mayHoldOurs(standing));
  const lifekeeper = lifekeeperAdvice(transaction);
  const base = {
    transaction: id,
    nodes: [...nodes, ...mendedOthers(seen)],
    plan,
    advice: [
      ...standings.flatMap(adviceFor),
      ...(standings.some(([{ left }, standing]) => left || standing === "unread") ? [cleansLater] : []),
      ...lifekeeper,
    ],
  };
  const before = mendedBefore(seen);
  if (wrong || lifekeeper.length > 0) {
    const opening = wrong ? standingsText(standings) : filesAreBack;
    return { ...base, outcome: "mixed", message: sentences([...before, opening, trouble.why]) };
  }
  // "Every node, read back" may then not be said.
  const named = standings.some(([, standing]) => standing === "edited" || standing === "unread");
  const touched = standings.some(([, standing]) => standing === "back") || transaction.halted.size > 0;
  if (touched) {
    const opening = named ? standingsText(standings) : revertedText(seen);
    return { ...base, outcome: "reverted", message: sentences([...before, opening, trouble.why]) };
  }
  const never = standings.filter(([, standing]) => !mayHoldOurs(standing)).map(([{ node }]) => node);
  const untouched = nothingChanged(seen.acts, { id, never });
  const edited = standings.some(([, standing]) => standing === "edited");
  const opening = edited ? standingsText(standings) : (untouched ?? mendedText(seen.mended, "alone"));
  return {
    ...base,
    outcome: untouched === undefined ? "healed" : "refused",
    message: sentences([...(edited ? before : []), opening, trouble.why]),
  };
}

/** Requests that by themselves leave parameter file and LifeKeeper alone. */
const beside: ReadonlySet<Act["kind"]> = new Set(["stage", "arm", "renew", "stay-down"] as const);

/**
 * Undefined when it may not be said. `own` is this run's transaction, with the nodes where our file was never in place
 * although they may have been asked.
 */
export function nothingChanged(
  acts: readonly Act[],
  own: { readonly id: string; readonly never: readonly string[] } | undefined,
): Localized | undefined {
  const harmless = acts.every(({ kind, node, transaction }) => {
    if (transaction !== own?.id) return false;
    return beside.has(kind) || ((kind === "commit" || kind === "revert") && own.never.includes(node));
  });
  return harmless ? { en: "Nothing was changed.", ja: "何も変更していません。" } : undefined;
}

/** "Every node of c holds", or who does. In Japanese the subject. */
function wholeOrNamed({ cluster, asked, others }: Seen, verb: "holds"): Localized {
  if (others.length === 0) return { en: `every node of ${cluster} ${verb}`, ja: `${cluster} の全ノードが` };
  const names = asked.join(", ");
  const en = asked.length === 1 ? verb : verb.slice(0, -1);
  return { en: `${names} of ${cluster} ${en}`, ja: `${cluster} の ${names} が` };
}

/** What the sentence before does not speak of. */
function notPartOfThis({ others }: Seen): readonly Localized[] {
  if (others.length === 0) return [];
  const names = others.map(({ node }) => node).join(", ");
  return [{ en: `Not part of this: ${names}.`, ja: `対象外のノード: ${names}。` }];
}

function isReadBack({ plan, verified, confirmed, changed }: Transaction): boolean {
  return (
    plan.nodes.every(({ node, after }) => verified.get(node) === hashOf(after)) &&
    changed.every(({ node }) => confirmed.has(node))
  );
}

function revertedText(seen: Seen): Localized {
  const whom = wholeOrNamed(seen, "holds");
  const own = seen.asked.length === 1 || seen.others.length === 0 ? "its old file" : "their old files";
  return {
    en: `Reverted: ${whom.en} ${own} again, read back.`,
    ja: `元に戻しました。${whom.ja}元のファイルであることを読み戻して確認しました。`,
  };
}

function mendedBefore({ mended }: Seen): readonly Localized[] {
  return mended.length === 0 ? [] : [mendedText(mended, "before")];
}

/** What this run did to what an earlier one had left. `alone`: it did nothing else. */
function mendedText(mended: readonly Mended[], and: "alone" | "before"): Localized {
  const parts = mendedGroups.flatMap(({ act, en, ja }): readonly Localized[] => {
    const names = mended.filter((each) => each.act === act).map(({ node }) => node);
    return names.length === 0 ? [] : [{ en: `${en} ${names.join(", ")}`, ja: `${ja}: ${names.join(", ")}` }];
  });
  const en = parts.map((part) => part.en).join("; ");
  const ja = parts.map((part) => part.ja).join("、");
  const rest: Localized =
    and === "before" ? { en: "", ja: "" } : { en: " Nothing else was changed.", ja: "ほかには何も変更していません。" };
  return {
    en: `An earlier deployment was mended: ${en}.${rest.en}`,
    ja: `以前のデプロイを修復しました（${ja}）。${rest.ja}`,
  };
}

const mendedGroups: readonly { readonly act: Mended["act"]; readonly en: string; readonly ja: string }[] = [
  { act: "finished", en: "its new file stays on", ja: "新しいファイルに確定" },
  { act: "put-back", en: "the old file is in place on", ja: "元のファイルに復元" },
  {
    act: "tidied",
    en: "what it had prepared is removed, and the parameter file left as it is, on",
    ja: "準備済みの内容を削除し、パラメーターファイルはそのまま",
  },
  { act: "left-as-edited", en: "left as somebody else had changed it on", ja: "ほかの人が変更したまま残したもの" },
  { act: "failed", en: "not finished on", ja: "未完了" },
];

function nodesAsSeen(seen: Seen): readonly NodeReport[] {
  return [...seen.asked.flatMap((node) => nodeAsSeen(seen, node)), ...mendedOthers(seen)];
}

function mendedOthers(seen: Seen): readonly NodeReport[] {
  const names = new Set(seen.mended.map(({ node }) => node).filter((node) => !seen.asked.includes(node)));
  return [...names].flatMap((node) => nodeAsSeen(seen, node));
}

function nodeAsSeen({ first, now, mended, undecided }: Seen, node: string): readonly NodeReport[] {
  const before = first.get(node);
  const after = now.get(node);
  if (before === undefined || after === undefined) return [];
  if (undecided.has(node)) return [undecidedNode(node, before)];
  const own = mended.find((each) => each.node === node);
  const state = before === after ? "unchanged" : own === undefined ? undefined : stateOfMended[own.act];
  if (own === undefined || state === undefined) return [unchangedNode(node, before, after)];
  return [{ node, state, before, after, detail: mendedDetail }];
}

/** Why a mended node holds another file than at the first look, where the mending tells. */
const stateOfMended: Readonly<Record<Mended["act"], NodeReport["state"] | undefined>> = {
  finished: undefined,
  "put-back": "reverted",
  tidied: undefined,
  "left-as-edited": "edited",
  failed: undefined,
};

/** A node that this run did not touch. Why its file is another one than at the first look, two looks cannot tell. */
export function unchangedNode(node: string, before: string, after: string = before): NodeReport {
  if (before === after)
    return { node, state: "unchanged", before, after, detail: { en: "not changed", ja: "変更なし" } };
  const detail: Localized = {
    en: "changed meanwhile, not by this run: by somebody else, or by the node itself, which took an earlier deployment back",
    ja: "この実行の間に、この実行以外によって変更されました。ほかの人による変更か、ノード自身が以前のデプロイを元に戻したものです",
  };
  return { node, state: "unknown", before, after, detail };
}

/** Its own timer may put the old file back at any moment, also between the look at it and what is said of it. */
export function undecidedNode(node: string, before: string): NodeReport {
  const detail: Localized = {
    en: "an earlier deployment is undecided there: what the file holds may change by itself until that is mended",
    ja: "以前のデプロイが未確定のままです。修復するまで、ファイルの内容がひとりでに変わることがあります",
  };
  return { node, state: "unknown", before, after: undefined, detail };
}

function changedNodes(seen: Seen, { plan }: Transaction): readonly NodeReport[] {
  return plan.nodes.flatMap(({ node, before, after }): readonly NodeReport[] => {
    if (before === after) return nodeAsSeen(seen, node);
    const detail: Localized =
      after === undefined
        ? { en: "file removed, verified", ja: "ファイルがなくなったことを確認しました" }
        : { en: "new file in place, verified", ja: "新しいファイルを確認しました" };
    const first = seen.first.get(node) ?? hashOf(before);
    return [{ node, state: "changed", before: first, after: hashOf(after), detail }];
  });
}

function sentences(texts: readonly Localized[]): Localized {
  return { en: texts.map(({ en }) => en).join(" "), ja: texts.map(({ ja }) => ja).join("") };
}

function capital({ en, ja }: Localized): Localized {
  return { en: en.slice(0, 1).toUpperCase() + en.slice(1), ja };
}

/** "every node already holds" */
function upper(text: string, word: string): string {
  return text.replace(/ (holds?)$/, ` ${word} $1`);
}

function stoppedText(nodes: readonly string[]): Localized {
  const names = nodes.join(", ");
  return {
    en: `LifeKeeper was stopped on ${names} before, and was left so.`,
    ja: `${names} の LifeKeeper はデプロイ前から停止しており、そのままにしました。`,
  };
}

const mendedDetail: Localized = { en: "an earlier deployment was mended", ja: "以前のデプロイを修復しました" };

const mendAgain: Localized = {
  en: "Ask for the status of the cluster, and deploy again.",
  ja: "クラスターの状態を確かめてから、もう一度デプロイしてください。",
};

function notShown({ plan, verified, confirmed }: Transaction): Localized {
  const names = plan.nodes
    .filter(({ node, after }) => verified.get(node) !== hashOf(after) || !confirmed.has(node))
    .map(({ node }) => node)
    .join(", ");
  return {
    en: `The new file was confirmed, but that it is in place could not be shown on ${names}.`,
    ja: `新しいファイルに確定しましたが、${names} でそのファイルになっていることは確認できていません。`,
  };
}

const filesAreBack: Localized = {
  en: "The files are back, but LifeKeeper does not run everywhere as before.",
  ja: "ファイルは元に戻りましたが、LifeKeeper がデプロイ前のように動作していないノードがあります。",
};
