// What an earlier deployment left behind, told from all nodes together: one node alone does not know that another one
// decided otherwise. Says what is so and what heals it; changes nothing.

import type { Localized } from "../locale/localized.ts";
import type { JournalEvent, JournalLine, NodeFacts } from "./nodeFacts.ts";

/**
 * `stopped`: LifeKeeper is down because a deployment stopped it. `on-taken-back`: it was started on values that were
 * then taken back. `split`: some nodes keep the new file, others put the old one back. `unfinished`: nothing was decided
 * yet. `busy`: somebody deploys at this moment.
 */
export interface Aftermath {
  readonly kind: "stopped" | "on-taken-back" | "split" | "unfinished" | "busy";
  /** Those that something should be done about. */
  readonly nodes: readonly string[];
  readonly text: Localized;
}

/** What is urgent comes first. */
export function findAftermath(facts: readonly NodeFacts[]): readonly Aftermath[] {
  const busy = facts.filter(({ unfinished }) => unfinished?.held === true);
  if (busy.length > 0) return [busyAftermath(busy)];
  const splits = transactionsOf(facts).flatMap((transaction) => splitOf(facts, transaction) ?? []);
  const told = new Set(splits.flatMap(({ transaction }) => transaction));
  const open = new Map<string, NodeFacts[]>();
  for (const each of facts) {
    const transaction = each.unfinished?.transaction;
    if (transaction === undefined || told.has(transaction)) continue;
    open.set(transaction, [...(open.get(transaction) ?? []), each]);
  }
  return [
    ...lifekeeperAftermath(facts),
    ...splits.map(({ aftermath }) => aftermath),
    ...[...open.values()].map(unfinishedAftermath),
  ];
}

function lifekeeperAftermath(facts: readonly NodeFacts[]): readonly Aftermath[] {
  const down = facts.filter(isStoppedByDeployment);
  const stale = facts.filter(runsOnTakenBack);
  return [
    ...(down.length === 0 ? [] : [stoppedAftermath(down)]),
    ...(stale.length === 0 ? [] : [takenBackAftermath(stale)]),
  ];
}

/** The last that a deployment did to LifeKeeper there was to stop it. */
export function isStoppedByDeployment({ lifekeeper, journal }: NodeFacts): boolean {
  const last = journal.findLast(({ event }) => isAboutLifekeeper(event));
  return lifekeeper === "stopped" && last !== undefined && last.event.kind !== "started";
}

function runsOnTakenBack({ lifekeeper, journal }: NodeFacts): boolean {
  const started = journal.findLastIndex(({ event }) => isAboutLifekeeper(event));
  const line = journal[started];
  if (lifekeeper !== "running" || line?.event.kind !== "started" || line.event.by !== "client") return false;
  return journal
    .slice(started + 1)
    .some(({ transaction, event }) => transaction === line.transaction && "put" in event && event.put);
}

function isAboutLifekeeper({ kind }: JournalEvent): boolean {
  return kind === "stopping" || kind === "starting" || kind === "started";
}

function stoppedAftermath(down: readonly NodeFacts[]): Aftermath {
  const nodes = down.map(({ node }) => node);
  const names = nodes.join(", ");
  const when = whenOf(down.flatMap(({ journal }) => journal.findLast(({ event }) => isAboutLifekeeper(event)) ?? []));
  return {
    kind: "stopped",
    nodes,
    text: {
      en: `LifeKeeper is down on ${names}: a deployment stopped it (${when}) and was cut off before it started it again. Nothing fails over there until it runs.`,
      ja: `${names} の LifeKeeper が停止しています。デプロイのために停止し（${when}）、起動しないままデプロイが途切れました。起動するまで、フェイルオーバーは行われません。`,
    },
  };
}

function takenBackAftermath(stale: readonly NodeFacts[]): Aftermath {
  const nodes = stale.map(({ node }) => node);
  const names = nodes.join(", ");
  return {
    kind: "on-taken-back",
    nodes,
    text: {
      en: `LifeKeeper on ${names} was started on new values that were then taken back. Unless it was restarted since, it still runs on them, and not on what its file says.`,
      ja: `${names} の LifeKeeper は、新しい値で起動した後にファイルだけが元に戻されました。その後に再起動していなければ、ファイルの内容ではなく、取り消された値で動作しています。`,
    },
  };
}

function transactionsOf(facts: readonly NodeFacts[]): readonly string[] {
  return [...new Set(facts.flatMap((each) => keptBy(each) ?? []))];
}

/** The newest deployment that stays on a node. */
function keptBy({ generations, unfinished }: NodeFacts): string | undefined {
  if (unfinished?.decision === "confirmed") return unfinished.transaction;
  return generations.findLast(({ confirmed }) => confirmed)?.record?.transaction;
}

function splitOf(
  facts: readonly NodeFacts[],
  transaction: string,
): { readonly transaction: string; readonly aftermath: Aftermath } | undefined {
  const keep = facts.filter((each) => keptBy(each) === transaction).map(({ node }) => node);
  const back = facts.filter(({ journal }) => lastDecision(journal) === `${transaction} back`).map(({ node }) => node);
  const open = facts
    .filter(({ node, unfinished }) => unfinished?.transaction === transaction && !keep.includes(node))
    .map(({ node }) => node);
  if (back.length + open.length === 0) return undefined;
  const record = facts
    .flatMap(({ generations, unfinished }) => [unfinished?.record, ...generations.map((kept) => kept.record)])
    .find((known) => known?.transaction === transaction);
  const who = record === undefined ? transaction : `${record.who}, ${record.when}`;
  const parts = [
    { names: keep, en: "the new file stays on", ja: "新しいファイルに確定" },
    { names: back, en: "the old file was put back on", ja: "元のファイルに復元" },
    { names: open, en: "nothing is decided yet on", ja: "未確定" },
  ].filter(({ names }) => names.length > 0);
  const en = parts.map((part) => `${part.en} ${part.names.join(", ")}`).join(", ");
  const ja = parts.map((part) => `${part.ja}: ${part.names.join(", ")}`).join("、");
  return {
    transaction,
    aftermath: {
      kind: "split",
      nodes: [...back, ...open],
      text: {
        en: `The nodes do not agree. A deployment (${who}) was cut off while it was being confirmed: ${en}.`,
        ja: `ノード間で構成が一致していません。デプロイ（${who}）が確定の途中で途切れました（${ja}）。`,
      },
    },
  };
}

function lastDecision(journal: readonly JournalLine[]): string {
  const line = journal.findLast(({ event }) => event.kind === "confirmed" || "put" in event);
  return line === undefined ? "" : `${line.transaction} ${line.event.kind === "confirmed" ? "kept" : "back"}`;
}

function unfinishedAftermath(open: readonly NodeFacts[]): Aftermath {
  const record = open.find(({ unfinished }) => unfinished?.record !== undefined)?.unfinished?.record;
  const who = record === undefined ? "" : `${record.who}, ${record.when}`;
  const holds = (state: "committed" | "staged" | "foreign"): string =>
    open
      .filter(({ unfinished }) => unfinished?.state === state)
      .map(({ node }) => node)
      .join(", ");
  const parts = [
    { names: holds("committed"), en: "new file in place, unconfirmed", ja: "新しいファイル（未確定）" },
    { names: holds("staged"), en: "old file", ja: "元のファイル" },
    { names: holds("foreign"), en: "a file that somebody else changed", ja: "ほかの人が変更したファイル" },
  ].filter(({ names }) => names !== "");
  const onNew = open.filter(({ unfinished }) => unfinished?.state === "committed");
  const timed = (armed: boolean): string =>
    onNew
      .filter(({ unfinished }) => unfinished?.timerArmed === armed)
      .map(({ node }) => node)
      .join(", ");
  const [armed, unarmed] = [timed(true), timed(false)];
  const goesOn: Localized = {
    en: `${armed === "" ? "" : ` The node's own timer puts the old file back on ${armed}.`}${unarmed === "" ? "" : ` No timer runs any more on ${unarmed}; the next deployment mends it.`}`,
    ja: `${armed === "" ? "" : `${armed} ではノードのタイマーが元のファイルに戻します。`}${unarmed === "" ? "" : `${unarmed} ではタイマーが動いていないため、次のデプロイで修復します。`}`,
  };
  const en = parts.map((part) => `${part.en} on ${part.names}`).join("; ");
  const ja = parts.map((part) => `${part.ja}: ${part.names}`).join("、");
  return {
    kind: "unfinished",
    nodes: open.map(({ node }) => node),
    text: {
      en: `An earlier deployment${who === "" ? "" : ` (${who})`} was not finished: ${en}.${goesOn.en}`,
      ja: `以前のデプロイ${who === "" ? "" : `（${who}）`}が完了していません（${ja}）。${goesOn.ja}`,
    },
  };
}

function busyAftermath(busy: readonly NodeFacts[]): Aftermath {
  const nodes = busy.map(({ node }) => node);
  const record = busy.find(({ unfinished }) => unfinished?.record !== undefined)?.unfinished?.record;
  const who = record === undefined ? "?" : `${record.who}, ${record.when}`;
  return {
    kind: "busy",
    nodes,
    text: {
      en: `Another deployment is in progress on ${nodes.join(", ")} (${who}).`,
      ja: `${nodes.join("、")} では別のデプロイが進行中です（${who}）。`,
    },
  };
}

function whenOf(lines: readonly JournalLine[]): string {
  return lines.map(({ when }) => when).sort()[0] ?? "?";
}
