// What an earlier deployment left unfinished, and what should become of it: finished where any node has been told to
// keep the new file, put back everywhere else. Judged over all nodes together, because one of them alone cannot know.

import type { Localized } from "../locale/localized.ts";
import type { DeploymentRecord, NodeFacts, UnfinishedTransaction } from "./nodeFacts.ts";

export interface Leftover {
  readonly transaction: string;
  readonly record: DeploymentRecord | undefined;
  readonly nodes: readonly {
    readonly node: string;
    readonly act: "finish" | "put-back";
    readonly state: UnfinishedTransaction["state"];
  }[];
  /** Why it must be left alone; undefined when it may be mended. */
  readonly blocked: Localized | undefined;
}

/** `unread` are nodes of the cluster that nothing is known of: one of them may have been told to keep the new file. */
export function findLeftovers(facts: readonly NodeFacts[], unread: readonly string[]): readonly Leftover[] {
  const names = new Set(facts.flatMap(({ unfinished }) => unfinished?.transaction ?? []));
  return [...names].map((transaction) => leftoverOf(transaction, facts, unread));
}

function leftoverOf(transaction: string, facts: readonly NodeFacts[], unread: readonly string[]): Leftover {
  const open = facts.flatMap(({ node, unfinished }) =>
    unfinished?.transaction === transaction ? [{ node, unfinished }] : [],
  );
  const record = open.find(({ unfinished }) => unfinished.record !== undefined)?.unfinished.record;
  const isKept = facts.some((each) => keeps(each, transaction));
  const nodes = open.map(({ node, unfinished: { state, decision } }) => {
    const act =
      isKept && state === "committed" && decision !== "reverting" ? ("finish" as const) : ("put-back" as const);
    return { node, act, state };
  });
  const held = open.find(({ unfinished }) => unfinished.held);
  // Without a record nobody knows who else took part.
  const took = unread.filter((node) => record === undefined || record.nodes.some((each) => each.node === node));
  const blocked =
    held !== undefined ? busy(held.node, record) : !isKept && took.length > 0 ? undecided(took, record) : undefined;
  return { transaction, record, nodes, blocked };
}

/** A node is told to keep the new file only after all nodes had been written and verified. */
function keeps({ unfinished, generations }: NodeFacts, transaction: string): boolean {
  return (
    (unfinished?.transaction === transaction && unfinished.decision === "confirmed") ||
    generations.some(({ record, confirmed }) => confirmed && record?.transaction === transaction)
  );
}

/** What was left, and what mending it does: for the question. */
export function describeLeftover({ record, nodes }: Leftover): Localized {
  const who = whoseText(record);
  const on = (act: "finish" | "put-back", ...states: readonly UnfinishedTransaction["state"][]): string =>
    nodes
      .filter((each) => each.act === act && states.includes(each.state))
      .map(({ node }) => node)
      .join(", ");
  const finish = on("finish", "staged", "committed", "foreign");
  const [back, prepared] = [on("put-back", "committed"), on("put-back", "staged", "foreign")];
  const en = [
    ...(finish === "" ? [] : [`finish it on ${finish}, because another node keeps its new file`]),
    ...(back === "" ? [] : [`put the old file back on ${back}`]),
    ...(prepared === "" ? [] : [`remove what it had prepared on ${prepared}, where the parameter file stays as it is`]),
  ];
  const ja = [
    ...(finish === "" ? [] : [`ほかのノードが新しいファイルに確定しているため、${finish} でも確定する`]),
    ...(back === "" ? [] : [`${back} を元のファイルに戻す`]),
    ...(prepared === "" ? [] : [`${prepared} の準備済みの内容を削除する（パラメーターファイルはそのまま）`]),
  ];
  return {
    en: `An earlier deployment (${who}) was left unfinished. Mending it would ${en.join(", and ")}.`,
    ja: `以前のデプロイ（${who}）が完了していません。修復の内容: ${ja.join("、")}。`,
  };
}

export function whoseText(record: DeploymentRecord | undefined): string {
  return record === undefined ? "?" : `${record.who}, ${record.when}`;
}

function busy(node: string, record: DeploymentRecord | undefined): Localized {
  const who = whoseText(record);
  return {
    en: `${node}: another deployment is in progress (${who}).`,
    ja: `${node}: 別のデプロイが進行中です（${who}）。`,
  };
}

function undecided(unread: readonly string[], record: DeploymentRecord | undefined): Localized {
  const who = whoseText(record);
  const names = unread.join(", ");
  return {
    en: `An earlier deployment (${who}) was left unfinished, and ${names} could not be read: whether its new file was to stay cannot be told, so it is left alone.`,
    ja: `以前のデプロイ（${who}）が完了していませんが、${names} を読み取れないため、新しいファイルに確定していたかどうかが分かりません。変更せずに残します。`,
  };
}
