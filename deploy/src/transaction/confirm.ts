// The last step: every node is told that the new file stays. Just before, every node is asked to start its countdown
// again and must answer: then the connections are known to live, no timer is near its end, and the word that decides
// goes out to all nodes in one turn. From the first node that has heard it there is only forward: one that does not
// answer is waited for and finished, one whose timer was faster gets the new file once more, and nothing that was
// confirmed is taken back.

import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { type HostFailure, isFailure } from "../failure.ts";
import type { FailureReason } from "../failureReason.ts";
import { hashOf } from "../hash.ts";
import { waitUntil } from "../wait.ts";
import { arm, stageOne } from "./stage.ts";
import { failed, firstTrouble, sessionOf, type Transaction, type Trouble } from "./transaction.ts";

/** Beyond the node's own countdown: for a slow connection. */
const graceSeconds = 5;

export async function confirm(transaction: Transaction): Promise<Trouble | undefined> {
  const { changed, id, told, confirmed, confirmWithinSeconds, clock, reporter } = transaction;
  const silent = await firstTrouble(
    changed.map(async ({ node }) => {
      const answer = await sessionOf(transaction, node).request({ kind: "renew", transaction: id });
      return isFailure(answer) ? failed(transaction, "confirm", answer) : undefined;
    }),
  );
  if (silent !== undefined) return silent;
  for (const { node } of changed) {
    told.add(node);
    reporter.begins("confirm", node);
  }
  const open = new Map<string, HostFailure>();
  const tellAll = async (): Promise<void> => {
    const waiting = changed.filter(({ node }) => !confirmed.has(node));
    await Promise.all(
      waiting.map(async (node) => {
        const failure = await tell(transaction, node, open.get(node.node));
        if (failure === undefined) open.delete(node.node);
        else open.set(node.node, failure);
      }),
    );
  };
  await tellAll();
  const isDecided = (): boolean => open.size === 0 || (confirmed.size === 0 && ![...open.values()].some(isInDoubt));
  if (!isDecided()) {
    await waitUntil(clock, confirmWithinSeconds + graceSeconds, async () => {
      await tellAll();
      return isDecided();
    });
  }
  const [first] = open.values();
  if (first === undefined) return undefined;
  const trouble = failed(transaction, "confirm", first);
  // Where all that answered have refused for certain, whoever did not answer is to go back like them.
  const goesBack = confirmed.size === 0 && [...open.values()].some((failure) => !isInDoubt(failure));
  return goesBack ? trouble : { ...trouble, keeps: true };
}

/** With these a node says for certain that it does not keep the new file; with any other it may have begun to. */
const refusals: ReadonlySet<FailureReason> = new Set([
  "already-decided",
  "changed-meanwhile",
  "no-such-transaction",
] as const);

function isInDoubt({ reason }: HostFailure): boolean {
  return !refusals.has(reason);
}

/** Confirming twice is confirming once: a node that has done it says so again. Undefined: it has. */
async function tell(
  transaction: Transaction,
  planned: NodePlan,
  before: HostFailure | undefined,
): Promise<HostFailure | undefined> {
  const { id, confirmed, reporter } = transaction;
  const { node } = planned;
  const wentBack = before?.reason === "already-decided" || before?.reason === "no-such-transaction";
  if (wentBack && confirmed.size > 0 && !(await putInPlaceAgain(transaction, planned))) return before;
  const answer = await sessionOf(transaction, node).request({ kind: "confirm", transaction: id });
  if (isFailure(answer)) return answer;
  confirmed.add(node);
  reporter.done("confirm", node);
  return undefined;
}

/** Its timer was faster, and its old file is back, while others keep the new one, which had been verified on all. */
async function putInPlaceAgain(transaction: Transaction, planned: NodePlan): Promise<boolean> {
  const { node, after } = planned;
  const { id, verified } = transaction;
  verified.delete(node);
  if ((await stageOne(transaction, planned)) !== undefined) return false;
  if ((await arm(transaction, [planned])) !== undefined) return false;
  const answer = await sessionOf(transaction, node).request({ kind: "commit", transaction: id });
  if (isFailure(answer)) return false;
  // What is said at the end rests on a look over a new connection after the last file was put in place.
  const read = await sessionOf(transaction, node).requestAfresh({ kind: "read" });
  if (isFailure(read) || read.facts.target.kind === "other") return false;
  const { target } = read.facts;
  const held = target.kind === "file" ? target.content : undefined;
  verified.set(node, hashOf(held));
  return held === after;
}
