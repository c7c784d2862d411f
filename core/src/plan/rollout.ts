// Between the first rename and the last, some nodes run on new values and some on old ones. This finds an order in
// which every such mixed state is safe, by asking a prover about each set of nodes that are already new.

import type { Localized } from "../locale/localized.ts";
import type { Progress } from "../prove/explore.ts";
import type { Rollout } from "./deploymentPlan.ts";

/**
 * What a prover says of one mixed state. `safe`: one fault does nothing in it that either the old or the new values
 * prevent. `no-worse`: it does what one of the two allows. `incomplete`: a limit was reached before the end.
 */
export type StateVerdict =
  | { readonly kind: "safe" | "no-worse"; readonly statesExplored: number }
  | { readonly kind: "unsafe"; readonly statesExplored: number; readonly why: Localized }
  | { readonly kind: "incomplete"; readonly statesExplored: number };

/** Judges the cluster in which exactly these nodes hold the new values: at once, or in slices that its caller pumps. */
export type JudgeMixed = (renewed: ReadonlySet<string>) => StateVerdict | Generator<Progress, StateVerdict>;

export interface FoundOrder {
  readonly order: readonly string[];
  readonly rollout: Rollout;
}

/** Sets of nodes grow as 2 to the power of nodes; beyond this only the preferred order is judged. */
const nodesForEveryOrderMax = 6;

/**
 * `preferred` is the order taken when nothing speaks against it. The state in which all nodes are old is what runs now
 * and the one in which all are new is judged by the proofs of the file; neither is a mixed state. Where some nodes are
 * not written at all, the last state is a mixed one that stays, and is judged like the others.
 */
export function* findSafeOrder(
  preferred: readonly string[],
  judge: JudgeMixed,
  end: "ends-new" | "stays-mixed" = "ends-new",
): Generator<Progress, FoundOrder> {
  const verdicts = new Map<string, StateVerdict>();
  let statesExplored = 0;
  const judged = function* (renewed: readonly string[]): Generator<Progress, StateVerdict> {
    const key = preferred.map((node) => (renewed.includes(node) ? "1" : "0")).join("");
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const judging = judge(new Set(renewed));
    const verdict = "kind" in judging ? judging : yield* judging;
    statesExplored += verdict.statesExplored;
    verdicts.set(key, verdict);
    return verdict;
  };

  const search = function* (
    done: readonly string[],
    allowed: (verdict: StateVerdict) => boolean,
  ): Generator<Progress, readonly string[] | undefined> {
    if (done.length === preferred.length && end === "ends-new") return done;
    if (done.length > 0 && !allowed(yield* judged(done))) return undefined;
    if (done.length === preferred.length) return done;
    const candidates = preferred.filter((node) => !done.includes(node));
    const tried = preferred.length <= nodesForEveryOrderMax ? candidates : candidates.slice(0, 1);
    for (const node of tried) {
      const order = yield* search([...done, node], allowed);
      if (order !== undefined) return order;
    }
    return undefined;
  };

  const safe = yield* search([], ({ kind }) => kind === "safe");
  if (safe !== undefined) return { order: safe, rollout: safeRollout(statesExplored, safe) };
  const noWorse = yield* search([], ({ kind }) => kind === "safe" || kind === "no-worse");
  if (noWorse !== undefined) return { order: noWorse, rollout: noWorseRollout(statesExplored, noWorse) };
  const unproved = yield* search([], ({ kind }) => kind !== "unsafe");
  if (unproved !== undefined) return { order: unproved, rollout: unprovedRollout(statesExplored) };
  const bad = [...verdicts.values()].find((verdict) => verdict.kind === "unsafe");
  return {
    order: preferred,
    rollout: {
      kind: "unsafe",
      text: (end === "stays-mixed" ? staysUnsafe : unsafeText)(bad?.kind === "unsafe" ? bad.why : undefined),
    },
  };
}

function noWorseRollout(statesExplored: number, order: readonly string[]): Rollout {
  return {
    kind: "proved",
    statesExplored,
    text: {
      en: `In the order ${order.join(", ")} no mixed state is worse under one fault than the old or the new configuration itself (${statesExplored} states explored).`,
      ja: `${order.join("、")} の順に書き換える間、障害が 1 つ起きても、変更前または変更後の構成そのものより悪い結果にはなりません（${statesExplored} 状態を探索）。`,
    },
  };
}

function safeRollout(statesExplored: number, order: readonly string[]): Rollout {
  return {
    kind: "proved",
    statesExplored,
    text: {
      en: `In the order ${order.join(", ")} no mixed state splits or loses quorum, with up to one fault (${statesExplored} states explored).`,
      ja: `${order.join("、")} の順に書き換える間、障害が 1 つ起きてもスプリットブレインや Quorum の喪失は起きません（${statesExplored} 状態を探索）。`,
    },
  };
}

function unprovedRollout(statesExplored: number): Rollout {
  return {
    kind: "unproved",
    text: {
      en: `The mixed states between the first and the last rename could not be explored to the end (${statesExplored} states).`,
      ja: `最初の置き換えから最後の置き換えまでの混在状態を最後まで探索できませんでした（${statesExplored} 状態）。`,
    },
  };
}

function staysUnsafe(why: Localized | undefined): Localized {
  return {
    en: `The nodes that are not written keep other values, and in the mixed cluster one fault can split it or make it lose quorum.${why === undefined ? "" : ` ${why.en}`} Stop LifeKeeper first, or deploy all nodes together.`,
    ja: `書き込まないノードには異なる値が残り、その混在状態では障害が 1 つ起きるとスプリットブレインまたは Quorum の喪失に至ります。${why === undefined ? "" : why.ja}先に LifeKeeper を停止するか、または全ノードをまとめてデプロイしてください。`,
  };
}

function unsafeText(why: Localized | undefined): Localized {
  return {
    en: `In every order there is a moment at which one fault can split the cluster or make it lose quorum.${why === undefined ? "" : ` ${why.en}`} Stop LifeKeeper on all nodes in the documented order, deploy, and start it again.`,
    ja: `どの順序でも、途中で障害が 1 つ起きるとスプリットブレインまたは Quorum の喪失に至る時点があります。${why === undefined ? "" : why.ja}資料にある順序で全ノードの LifeKeeper を停止してからデプロイし、起動し直してください。`,
  };
}
