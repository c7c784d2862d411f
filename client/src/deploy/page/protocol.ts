// What the extension and the deployment page say to each other. Both sides import this, and the page nothing else of the
// extension but the data. The whole deployment goes in each time, never a difference; only the user's wishes come back.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { visible } from "@lkcluster/core/text/shown.ts";
import type { NodeReport, Outcome, Phase } from "@lkcluster/deploy/report.ts";

/** What the page shows, as data: from the first connection to the record of how it ended. */
export interface Deployment {
  readonly cluster: string;
  readonly way: "deploy" | "roll-back";
  /** `asking`: the question of the page is open. */
  readonly phase: "working" | "asking" | "ended";
  /** Somebody asked it to stop, and it is stopping. */
  readonly cancelled: boolean;
  readonly startedAtMs: number;
  readonly steps: readonly PageStep[];
  /** Undefined until it is made. */
  readonly plan: PagePlan | undefined;
  readonly end: PageEnd | undefined;
}

export interface PageStep {
  /** Undefined: about the whole cluster. */
  readonly node: string | undefined;
  readonly phase: Phase;
  readonly text: Localized;
  readonly state: "running" | "done" | "failed";
  readonly beganAtMs: number;
  readonly endedAtMs: number | undefined;
}

export interface PagePlan {
  readonly differences: readonly {
    readonly node: string;
    readonly ssh: string;
    readonly file: string;
    /** As `diff -u` writes it, without a head; empty where nothing changes. */
    readonly lines: readonly string[];
  }[];
  readonly warnings: readonly Localized[];
  readonly steps: readonly Localized[];
  readonly rollout: Localized | undefined;
  /** How many nodes change. */
  readonly changed: number;
  /** It may also do what makes the new values count. */
  readonly canActivate: boolean;
}

export interface PageEnd {
  readonly outcome: Outcome;
  readonly outcomeText: Localized;
  readonly declined: boolean;
  readonly transaction: string | undefined;
  readonly message: Localized;
  readonly advice: readonly Localized[];
  readonly nodes: readonly (NodeReport & { readonly stateText: Localized })[];
  readonly endedAtMs: number;
}

/** What a user can answer. `activate`: deploy, and also run what makes the new values count; that is another plan. */
export type PageAnswer = "deploy" | "activate" | "no";

export interface ToPage {
  readonly kind: "deployment";
  readonly locale: Locale;
  readonly deployment: Deployment;
  /** On the clock that the times of the steps are of. */
  readonly nowMs: number;
}

/** The only way to the page: what a stranger's name may hide in it is seen. */
export function toPage(locale: Locale, deployment: Deployment, nowMs: number): ToPage {
  return { kind: "deployment", locale, deployment: allVisible(deployment), nowMs };
}

function allVisible<Value>(value: Value): Value {
  // The shape stays; only texts change.
  return mapped(value) as Value;
}

function mapped(value: unknown): unknown {
  if (typeof value === "string") return visible(value);
  if (Array.isArray(value)) return value.map(mapped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner)]));
}

export type FromPage =
  /** The page listens; the answer is `deployment`. */
  | { readonly kind: "ready" }
  | { readonly kind: "answer"; readonly answer: PageAnswer }
  | { readonly kind: "cancel" }
  | { readonly kind: "copy-record" }
  | { readonly kind: "roll-back" }
  /** The differences in VS Code's own editor. */
  | { readonly kind: "show-differences" };
