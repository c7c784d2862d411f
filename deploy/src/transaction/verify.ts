// Looks at every node of the plan over a connection that did not exist before: the file, LifeKeeper, the communication
// paths as seen from there, the states of the resources.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { findWorsened, parseShortStatus } from "@lkcluster/core/plan/lcdstatus.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { ByteText } from "@lkcluster/core/text/byteText.ts";
import { isFailure } from "../failure.ts";
import { hashOf } from "../hash.ts";
import { waitUntil } from "../wait.ts";
import { keepRenewing } from "./renewing.ts";
import { failed, firstTrouble, sessionOf, type Transaction, type Trouble } from "./transaction.ts";

export async function verify(transaction: Transaction): Promise<Trouble | undefined> {
  const asks = transaction.plan.nodes.some(({ node }) => sessionOf(transaction, node).asks);
  // No countdown runs while a person types a code for the new connections; the first ones are there to say so.
  const stopRenewing = asks ? keepRenewing(transaction, "first") : undefined;
  try {
    return await verifyAll(transaction, 0);
  } finally {
    await stopRenewing?.();
  }
}

/** After a restart LifeKeeper needs time to see its peers again; until then a difference is not yet a failure. */
export function verifySettled(transaction: Transaction): Promise<Trouble | undefined> {
  return verifyAll(transaction, transaction.confirmWithinSeconds);
}

function verifyAll(transaction: Transaction, patienceSeconds: number): Promise<Trouble | undefined> {
  return firstTrouble(transaction.plan.nodes.map(({ node }) => verifyOne(transaction, node, patienceSeconds)));
}

async function verifyOne(
  transaction: Transaction,
  node: string,
  patienceSeconds: number,
): Promise<Trouble | undefined> {
  const { reporter } = transaction;
  reporter.begins("verify", node);
  let answer = await sessionOf(transaction, node).requestAfresh({ kind: "read" });
  await waitUntil(transaction.clock, patienceSeconds, async () => {
    if (isFailure(answer) || findWrong(transaction, answer.facts) === undefined) return true;
    answer = await sessionOf(transaction, node).requestAside({ kind: "read" });
    return false;
  });
  if (isFailure(answer)) return failed(transaction, "verify", answer);
  const wrong = findWrong(transaction, answer.facts);
  if (wrong === undefined) {
    transaction.verified.set(node, hashOf(contentOf(answer.facts)));
    reporter.done("verify", node);
    return undefined;
  }
  const why = { en: `${node}: ${wrong.en}`, ja: `${node}: ${wrong.ja}` };
  reporter.failed("verify", why, node);
  return { why };
}

function findWrong({ plan, facts, id, started }: Transaction, now: NodeFacts): Localized | undefined {
  const wanted = plan.nodes.find(({ node }) => node === now.node);
  const before = facts.find(({ node }) => node === now.node);
  if (wanted === undefined || before === undefined) return undefined;
  if (now.target.kind === "other" || contentOf(now) !== wanted.after) return fileDiffers;
  const both = before.target.kind === "file" && now.target.kind === "file";
  if (both && before.target.attributes !== now.target.attributes) return attributesDiffer;
  const open = now.unfinished?.transaction === id && now.unfinished.decision === "open";
  if (wanted.before !== wanted.after && !(open && now.unfinished?.timerArmed === true)) return timerGone;
  const expected = started.has(now.node) ? "running" : before.lifekeeper;
  if (now.lifekeeper !== expected) return lifekeeperDiffers;
  const worse = findWorsened(parseShortStatus(before.status ?? ""), parseShortStatus(now.status ?? ""));
  if (worse.length === 0) return undefined;
  const list = worse.join(", ");
  return {
    en: `this has changed since the new file was put into place: ${list}.`,
    ja: `新しいファイルに置き換えた後、次の変化がありました: ${list}。`,
  };
}

function contentOf({ target }: NodeFacts): ByteText | undefined {
  return target.kind === "file" ? target.content : undefined;
}

const fileDiffers: Localized = {
  en: "the file in place is not the one that was deployed.",
  ja: "デプロイしたファイルと実際のファイルが一致しません。",
};
const attributesDiffer: Localized = {
  en: "owner, group or mode of the file have changed.",
  ja: "ファイルの所有者、グループ、またはモードが変わっています。",
};
const timerGone: Localized = {
  en: "the timer that puts the old file back is no longer running.",
  ja: "元のファイルに戻すタイマーが動いていません。",
};
const lifekeeperDiffers: Localized = {
  en: "LifeKeeper ran before and does not run now, or the reverse.",
  ja: "LifeKeeper の動作状態がデプロイ前と異なります。",
};
