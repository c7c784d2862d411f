// What is known of a run, put as the questions that the laws ask: who changed what, which nodes do not hold what they are
// said to hold, and what was claimed.

import { createHash } from "node:crypto";
import type { ByteText } from "@lkcluster/core/text/byteText.ts";
import type { Deed } from "../../../deploy/testNodes/memoryNode.ts";
import { type Claim, claimsIn, type Stand } from "./claims.ts";
import { holdsWanted } from "./configurations.ts";
import type { Evidence, Happened } from "./evidence.ts";
import { locales, type Told, type ToldNode } from "./told.ts";

export function outcomeOf({ told }: Evidence): string | undefined {
  return told?.json.en?.outcome ?? told?.json.ja?.outcome;
}

export function nodesOf({ told }: Evidence): readonly ToldNode[] {
  return told?.json.en?.nodes ?? told?.json.ja?.nodes ?? [];
}

const claimsKnown = new WeakMap<Told, readonly Claim[]>();

export function claimsOf({ told }: Evidence): readonly Claim[] {
  if (told === undefined) return [];
  const known = claimsKnown.get(told) ?? claimsBy(told);
  claimsKnown.set(told, known);
  return known;
}

function claimsBy({ json }: Told): readonly Claim[] {
  const locale = locales.find((each) => json[each] !== undefined) ?? "en";
  const { message = "", advice = [] } = json[locale] ?? {};
  return claimsIn([message, ...advice].join("\n"), locale);
}

export function deedsOf({ deeds }: Happened, node: string): readonly Deed[] {
  return deeds.get(node) ?? [];
}

export const changing: ReadonlySet<Deed["kind"]> = new Set([
  "put",
  "put-back",
  "kept",
  "undone",
  "stop",
  "start",
  "qwk-storage-init",
]);

/** What the run did that is more than looking, and more than files beside the parameter file. */
export function changesBy(evidence: Evidence): readonly string[] {
  return evidence.names.flatMap((node) =>
    deedsOf(evidence, node)
      .filter((deed) => isByRun(evidence, deed) && (changing.has(deed.kind) || isHealing(evidence, deed)))
      .map(({ kind, by }) => `${kind} on ${node}${by === "timer" ? " by its timer" : ""}`),
  );
}

export function isByRun(evidence: Happened, deed: Deed): boolean {
  const { by, transaction } = deed;
  return by === "client" ? isOfRun(evidence, deed) : by === "timer" && evidence.own.has(transaction ?? "");
}

/** A node that was paused carries out what an earlier run asked, as soon as it goes on. */
function isOfRun({ deeds }: Happened, { session }: Deed): boolean {
  if (session === undefined) return true;
  return [...deeds.values()].some((list) => list.some((each) => each.kind === "connected" && each.session === session));
}

/** An earlier transaction was brought to its end. */
export function isHealing(evidence: Happened, deed: Deed): boolean {
  const { by, kind, transaction } = deed;
  const ends = kind === "kept" || kind === "put-back" || kind === "closed" || kind === "undone";
  const isEarlier = transaction !== undefined && !evidence.own.has(transaction);
  return by === "client" && ends && isEarlier && isOfRun(evidence, deed);
}

/** An earlier transaction came to its end: by the run, or by the node's own timer while it was under way. */
export function endsEarlier(evidence: Happened, deed: Deed): boolean {
  const { by, kind, transaction } = deed;
  const ends = kind === "put-back" || kind === "closed";
  const byTimer = by === "timer" && ends && transaction !== undefined && !evidence.own.has(transaction);
  return byTimer || isHealing(evidence, deed);
}

/**
 * What a node held when the run had its last word on it. Where somebody wrote there after the run had looked for the last
 * time, it is what it then saw: what it says was true when it looked.
 */
export function fileAtLast(evidence: Evidence, node: string): ByteText | undefined {
  const deeds = deedsOf(evidence, node);
  const look = deeds.findLast(isLook);
  const edited = deeds.findLast(({ kind }) => kind === "edited");
  const isEditedAfterwards = look !== undefined && edited !== undefined && edited.order > look.order;
  return isEditedAfterwards ? look.file : evidence.after.get(node)?.file;
}

function isLook({ kind, by }: Deed): boolean {
  return by === "client" && (kind === "read" || kind === "compared");
}

export function wasEdited(evidence: Evidence, node: string): boolean {
  return deedsOf(evidence, node).some(({ kind }) => kind === "edited");
}

/** What a node held when the run had read it, or brought an earlier one to its end there, and began with its own. */
export function fileAtFirst(evidence: Happened, node: string): ByteText | undefined {
  const { deeds, own } = evidence;
  const begins = Math.min(
    ...[...deeds.values()]
      .flat()
      .filter(({ kind, transaction }) => kind === "staged" && own.has(transaction ?? ""))
      .map(({ order }) => order),
  );
  const look = deedsOf(evidence, node).findLast(
    (deed) => (isLook(deed) || endsEarlier(evidence, deed)) && deed.order < begins,
  );
  return look === undefined ? fileBefore(evidence, node) : look.file;
}

function fileBefore({ before }: Happened, node: string): ByteText | undefined {
  return before.get(node)?.file;
}

export function short(file: string | undefined): string {
  return file === undefined ? "no file" : JSON.stringify(file.replace("# theirs\nLKROOT=/opt/LifeKeeper\n", "…"));
}

/** Those that do not hold what a deployment was to write there. */
export function withoutWanted(evidence: Evidence, nodes: readonly string[]): readonly string[] {
  const { wanted } = evidence;
  return nodes.flatMap((node) => {
    const earlier = [
      fileBefore(evidence, node),
      fileAtFirst(evidence, node),
      ...deedsOf(evidence, node).flatMap(({ files }) => (files === undefined ? [] : [files.old])),
    ];
    const file = fileAtLast(evidence, node);
    if (wanted !== undefined && holdsWanted(node, file, wanted, earlier)) return [];
    return [`${node} holds ${short(file)}`];
  });
}

/** Those that do not hold what they held at the time that was asked for. */
export function withoutEarlier(evidence: Evidence, nodes: readonly string[]): readonly string[] {
  const holds = (target: Evidence["targets"][number], node: string): boolean =>
    target.has(node) && target.get(node) === fileAtLast(evidence, node);
  const wrong = evidence.targets.map((target) => nodes.filter((node) => !holds(target, node)));
  if (wrong.some((list) => list.length === 0)) return [];
  const [target] = evidence.targets;
  return (wrong[0] ?? nodes).map(
    (node) =>
      `${node} holds ${short(fileAtLast(evidence, node))}, and then held ${target?.has(node) ? short(target.get(node)) : "nothing that is known"}`,
  );
}

export function withoutOld(evidence: Evidence, nodes: readonly string[], old = fileBefore): readonly string[] {
  return nodes
    .filter((node) => fileAtLast(evidence, node) !== old(evidence, node))
    .map((node) => `${node} held ${short(old(evidence, node))} and holds ${short(fileAtLast(evidence, node))}`);
}

export function holdsOfEveryNode(
  evidence: Evidence,
  claim: Extract<Claim, { claims: "every-node" }>,
): readonly string[] {
  switch (claim.holds) {
    case "new":
      return withoutWanted(evidence, evidence.names);
    case "this":
      return evidence.command.kind === "rollback"
        ? withoutEarlier(evidence, evidence.names)
        : withoutWanted(evidence, evidence.names);
    case "earlier":
      return withoutEarlier(evidence, evidence.names);
    case "old":
      return withoutOld(evidence, evidence.names, fileAtFirst);
  }
}

/** The new file was put there by this run, and has not been put back. */
export function isPut(evidence: Evidence, node: string): boolean {
  const last = deedsOf(evidence, node).findLast(
    (deed) =>
      isByRun(evidence, deed) && !isHealing(evidence, deed) && (deed.kind === "put" || deed.kind === "put-back"),
  );
  return last?.kind === "put";
}

function nextOf(evidence: Evidence, node: string): ByteText | undefined {
  return deedsOf(evidence, node).findLast(({ files }) => files !== undefined)?.files?.next;
}

export function isStanding(evidence: Evidence, what: Stand, node: string): boolean {
  const was = fileAtFirst(evidence, node);
  const now = fileAtLast(evidence, node);
  switch (what) {
    case "old":
      return now === was;
    case "new":
      return isPut(evidence, node) && now === nextOf(evidence, node);
    case "overwritten":
      return wasEdited(evidence, node) && deedsOf(evidence, node).some(({ kind }) => kind === "put");
    case "edited":
      return wasEdited(evidence, node) && !isPut(evidence, node);
    case "unread":
      // Nobody looked any more: the run did not change it, whoever else did.
      return !deedsOf(evidence, node).some(
        (deed) => isByRun(evidence, deed) && (deed.kind === "put" || deed.kind === "put-back"),
      );
    case "unknown":
      return true;
  }
}

export function hashOf(file: ByteText | undefined): string {
  return file === undefined ? "absent" : createHash("sha256").update(file, "latin1").digest("hex");
}

/** A line of the report about one node. */
export function untrueOf(evidence: Evidence, { node, state, before, after }: ToldNode): readonly string[] {
  const wrong: string[] = [];
  const last = fileAtLast(evidence, node);
  const first = fileAtFirst(evidence, node);
  const seen = deedsOf(evidence, node).find(isLook);
  if (after !== null && after !== hashOf(last)) wrong.push(`${node}: ${state}, after is not the hash of its file`);
  if (before !== null && before !== hashOf(seen === undefined ? fileBefore(evidence, node) : seen.file))
    wrong.push(`${node}: ${state}, before is not the hash of what it held`);
  if ((state === "unchanged" || state === "reverted") && last !== first)
    wrong.push(`${node}: ${state}, but it held ${short(first)} and holds ${short(last)}`);
  if (state === "changed" && !isPut(evidence, node)) wrong.push(`${node}: changed, but nothing was put there`);
  if (state === "edited" && !wasEdited(evidence, node)) wrong.push(`${node}: edited, but nobody did`);
  return wrong;
}

/** A line of `status` about one node, held against the file that it looked at. */
export function withoutStatus(evidence: Evidence, { node, state, before }: ToldNode): readonly string[] {
  if (state === "unknown") return [];
  const look = deedsOf(evidence, node).findLast(isLook);
  if (look === undefined) return [`${node}: ${state}, and nobody looked`];
  const { wanted } = evidence;
  const holds = wanted !== undefined && holdsWanted(node, look.file, wanted, [look.file]);
  const wrong = holds === (state === "same") ? [] : [`${node}: ${state}, and holds ${short(look.file)}`];
  return before === hashOf(look.file) ? wrong : [...wrong, `${node}: before is not the hash of what it held`];
}

/**
 * After the last change that the run made there, it looked, and over which connection. On a node that it did not change,
 * after it had prepared all others.
 */
export function lookedAt(evidence: Evidence, node: string, overNew: boolean): boolean {
  const orders = (deeds: readonly Deed[], kinds: readonly Deed["kind"][]): readonly number[] =>
    deeds.filter(({ kind, by }) => by === "client" && kinds.includes(kind)).map(({ order }) => order);
  const deeds = deedsOf(evidence, node);
  const prepared = [...evidence.deeds.values()].flatMap((each) => orders(each, ["staged"]).slice(0, 1));
  const changed = orders(deeds, ["put", "put-back", "start"]).at(-1) ?? Math.max(0, ...prepared);
  const since = deeds.filter(({ order }) => order > changed);
  const opened = new Set(since.flatMap(({ kind, session }) => (kind === "connected" ? [session] : [])));
  return since.some(({ kind, session }) => kind === "read" && (!overNew || opened.has(session)));
}

export function named<Kind extends Claim["claims"]>(
  evidence: Evidence,
  kind: Kind,
): readonly Extract<Claim, { claims: Kind }>[] {
  return claimsOf(evidence).filter((claim): claim is Extract<Claim, { claims: Kind }> => claim.claims === kind);
}
