// One deployment while it is carried out: what every step knows, and how a step says why it cannot go on. The steps
// know this and never each other's callers.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { describeFailure, type HostFailure, nameCause } from "../failure.ts";
import type { NodeSession } from "../nodeSession.ts";
import type { Reporter } from "../progress.ts";
import type { Phase } from "../report.ts";
import type { Clock } from "../wait.ts";

export interface CarryInput {
  readonly plan: DeploymentPlan;
  readonly sessions: ReadonlyMap<string, NodeSession>;
  /** What the nodes said when the plan was made. */
  readonly facts: readonly NodeFacts[];
  readonly who: string;
  readonly confirmWithinSeconds: number;
  readonly signal: AbortSignal | undefined;
  readonly reporter: Reporter;
  readonly clock: Clock;
}

export interface Transaction extends CarryInput {
  readonly id: string;
  /** When it began, on the clock of this client: one moment for all nodes, for people to read. */
  readonly when: string;
  readonly changed: readonly NodePlan[];
  /** Nodes that were asked to put the new file in place; whether they did may be unknown. */
  readonly committed: Set<string>;
  /** SHA-256 of what each node held when it was last read over a new connection. */
  readonly verified: Map<string, string>;
  /** Nodes that were told to keep the new file. */
  readonly told: Set<string>;
  /** Those that answered that they do. From the first one on there is no way back. */
  readonly confirmed: Set<string>;
  /** Nodes that may hold staged files. */
  readonly staged: Set<string>;
  /** Nodes whose LifeKeeper this run stopped and has not started again. */
  readonly stopped: Set<string>;
  /** Nodes whose LifeKeeper this run stopped at any time. */
  readonly halted: Set<string>;
  /** Nodes whose LifeKeeper this run has started. */
  readonly started: Set<string>;
  /** Nodes whose LifeKeeper may run on the new values because this run started it. */
  readonly onNew: Set<string>;
}

/** Why it cannot go on. */
export interface Trouble {
  readonly why: Localized;
  /** Some nodes keep the new file or may have been told to: nothing of that is taken back. */
  readonly keeps?: true;
}

export const cancelled: Localized = { en: "It was cancelled.", ja: "取り消されました。" };

export function sessionOf({ sessions }: Pick<Transaction, "sessions">, node: string): NodeSession {
  const session = sessions.get(node);
  if (session === undefined) throw new Error(`Bug in lkcluster: the plan names ${node}, to which nobody connected`);
  return session;
}

export function failed({ reporter }: Pick<Transaction, "reporter">, phase: Phase, failure: HostFailure): Trouble {
  reporter.failed(phase, nameCause(failure), failure.node);
  return { why: describeFailure(failure) };
}

/** Waits for all of them: what runs must not outlive the decision to revert. */
export async function firstTrouble(tasks: readonly Promise<Trouble | undefined>[]): Promise<Trouble | undefined> {
  const results = await Promise.all(tasks);
  return results.find((trouble) => trouble !== undefined);
}
