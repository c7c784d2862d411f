// Which files a rollback means: what every node held before or after one deployment, as that deployment wrote it down.
// A deployment is known by its name. No clock is asked: clients' clocks differ, and each node only numbers its own.

import type { Localized } from "../locale/localized.ts";
import type { DeploymentRecord, NodeFacts } from "./nodeFacts.ts";

export interface WayBack {
  readonly record: DeploymentRecord;
  /** `after`: its result; `before`: what was there when it began. */
  readonly part: "before" | "after";
  /** SHA-256 of the file each node is to hold, or `absent`. */
  readonly wanted: ReadonlyMap<string, string>;
}

/**
 * `to` is a deployment whose result is wanted, or its first characters; without it, what was there before the last one.
 * `asked` are the nodes to be rolled back. A reason is given instead when there is no one state that they all shared.
 */
export function findWayBack(
  facts: readonly NodeFacts[],
  asked: readonly string[],
  to: string | undefined,
): WayBack | Localized {
  const records = recordsOf(facts);
  if (to !== undefined) {
    const names = to === "" ? [] : [...records.keys()].filter((name) => name.startsWith(to));
    const [name] = names;
    if (name === undefined || names.length > 1) return unknownTransaction(to);
    return wayBackOf(name, records.get(name) ?? [], "after", asked);
  }
  const last = lastTransactions(facts.filter(({ node }) => asked.includes(node)));
  const [name] = last;
  if (name === undefined) return nothingYet(asked);
  if (last.length > 1) return severalLast(last, facts);
  return wayBackOf(name, records.get(name) ?? [], "before", asked);
}

/** Names of all deployments that stayed on a node, the last ones first. */
export function transactionsOf(facts: readonly NodeFacts[]): readonly string[] {
  const age = new Map<string, number>();
  for (const node of facts) {
    for (const [steps, { transaction }] of keptBy(node).toReversed().entries()) {
      age.set(transaction, Math.max(steps, age.get(transaction) ?? 0));
    }
  }
  return [...age].sort(([, a], [, b]) => a - b).map(([name]) => name);
}

/** Those that nothing came after: on no node of these, and in no record of one. */
export function lastTransactions(facts: readonly NodeFacts[]): readonly string[] {
  const all = facts.map(keptBy);
  const followed = new Set(all.flat().flatMap(({ follows }) => follows));
  const earlier = new Set(all.flatMap((kept) => kept.slice(0, -1).map(({ transaction }) => transaction)));
  const ends = all.flatMap((kept) => kept.at(-1)?.transaction ?? []);
  return [...new Set(ends)].filter((name) => !followed.has(name) && !earlier.has(name));
}

function keptBy({ generations }: NodeFacts): readonly DeploymentRecord[] {
  return generations.flatMap(({ confirmed, record }) => (confirmed && record !== undefined ? [record] : []));
}

function recordsOf(facts: readonly NodeFacts[]): ReadonlyMap<string, readonly DeploymentRecord[]> {
  const records = new Map<string, DeploymentRecord[]>();
  for (const record of facts.flatMap(keptBy)) {
    records.set(record.transaction, [...(records.get(record.transaction) ?? []), record]);
  }
  return records;
}

function wayBackOf(
  name: string,
  [record, ...others]: readonly DeploymentRecord[],
  part: WayBack["part"],
  asked: readonly string[],
): WayBack | Localized {
  if (record === undefined) return unknownTransaction(name);
  const told = JSON.stringify(record.nodes);
  if (others.some(({ nodes }) => JSON.stringify(nodes) !== told)) return contradiction(name);
  const wanted = new Map(record.nodes.map((each) => [each.node, each[part]]));
  const strangers = asked.filter((node) => !wanted.has(node));
  return strangers.length > 0 ? notPartOf(record, strangers) : { record, part, wanted };
}

/** How people know a deployment. */
function describeTransaction({ transaction, who, when }: DeploymentRecord): string {
  return `${transaction} (${who}, ${when})`;
}

/** Nodes that cannot be brought to where the others are; nothing is done by halves. */
export function notKept({ record, part }: WayBack, nodes: readonly string[]): Localized {
  const names = nodes.join(", ");
  const which = describeTransaction(record);
  const en = part === "after" ? "what this deployment left there" : "what was there before this deployment";
  const ja = part === "after" ? "このデプロイの結果" : "このデプロイの前のファイル";
  return {
    en: `${names}: ${en} is no longer kept: ${which}. Rolling back only the other nodes would leave the cluster with different files; choose another deployment, or name nodes with --node.`,
    ja: `${names}: ${ja}はもう保存されていません: ${which}。ほかのノードだけを戻すとノード間で構成が異なるため、戻しません。別のデプロイを選ぶか、--node でノードを指定してください。`,
  };
}

function notPartOf(record: DeploymentRecord, nodes: readonly string[]): Localized {
  const names = nodes.join(", ");
  const which = describeTransaction(record);
  return {
    en: `${names}: the record of this deployment does not say what was there: ${which}. The node was added or could not be read then. Rolling back only the other nodes would leave the cluster with different files; choose another deployment, or name nodes with --node.`,
    ja: `${names}: このデプロイの記録には、このノードのファイルがありません: ${which}。後から追加したか、デプロイのときに読み取れなかったノードです。ほかのノードだけを戻すとノード間で構成が異なるため、戻しません。別のデプロイを選ぶか、--node でノードを指定してください。`,
  };
}

function nothingYet(asked: readonly string[]): Localized {
  const names = asked.join(", ");
  return {
    en: `There is no earlier deployment to go back behind on ${names}.`,
    ja: `${names} には、戻せるデプロイがありません。`,
  };
}

function severalLast(last: readonly string[], facts: readonly NodeFacts[]): Localized {
  const where = last
    .map((name) => {
      const nodes = facts.filter((each) => keptBy(each).at(-1)?.transaction === name).map(({ node }) => node);
      return `${name} (${nodes.join(", ")})`;
    })
    .join("; ");
  return {
    en: `Which deployment was the last one cannot be told: ${where}. Name one with --to, or nodes with --node.`,
    ja: `最後のデプロイを 1 つに決められません: ${where}。--to でデプロイを、または --node でノードを指定してください。`,
  };
}

function contradiction(name: string): Localized {
  return {
    en: `The nodes' records of ${name} contradict each other, so what they held cannot be told.`,
    ja: `${name} の記録がノードによって食い違っているため、そのときのファイルを特定できません。`,
  };
}

function unknownTransaction(to: string): Localized {
  return {
    en: `No deployment, or more than one, is called ${to}; lkcluster status lists them.`,
    ja: `${to} に当たるデプロイがないか、複数あります。lkcluster status で一覧を確かめてください。`,
  };
}
