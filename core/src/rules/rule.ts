// The shape of a rule: one file holds what it says, why, how sure we are, its check, its fixes, a case in which it
// fires and a near miss in which it does not. Documentation, `explain` and tests are made from these objects.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Evidence, Severity } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { Fix, Place, Problem } from "../problem.ts";
import type { ClusterContext, Context } from "./context.ts";

/** Where a rule stands in the reference, in its order, and the folder it lies in. */
export const ruleGroups = [
  "support",
  "storage",
  "agreement",
  "parameters",
  "network",
  "nodes",
  "resources",
  "versions",
] as const;

export type RuleGroup = (typeof ruleGroups)[number];

/** Files by name: `cluster.lk`, and `LifeKeeper` for the parameter file. A file set without `cluster.lk` is a parameter file alone. */
export type Example = Readonly<Record<string, string>>;

export interface Finding {
  readonly place: Place;
  /** What is wrong here, with the names and numbers of this case, and what to do. */
  readonly message: Localized;
  readonly related?: Problem["related"];
  readonly fixes?: readonly Fix[];
  readonly tag?: Problem["tag"];
  /** When this case is less sure, or less grave, than the rule as a whole. */
  readonly evidence?: Evidence;
  readonly severity?: Severity;
  readonly sources?: readonly SourceKey[];
}

interface RuleCommon {
  /** Permanent, kebab-case. */
  readonly code: string;
  readonly group: RuleGroup;
  readonly title: Localized;
  readonly documentation: { readonly what: Localized; readonly why: Localized; readonly how: Localized };
  readonly sources: readonly SourceKey[];
  readonly evidence: Evidence;
  /** What it would be if the evidence carried it; `capSeverity` decides. */
  readonly severity: Severity;
  readonly fires: Example;
  /** What it says there, under the lines it is about: carets for the place, dashes for the places it points to. */
  readonly reports: string;
  readonly silent: Example;
}

/** A rule that a parameter file alone can break. */
export interface ParameterRule extends RuleCommon {
  readonly about: "parameters";
  check(context: Context): Iterable<Finding>;
}

/** A rule that needs to know the cluster. */
export interface ClusterRule extends RuleCommon {
  readonly about: "cluster";
  check(context: ClusterContext): Iterable<Finding>;
}

export type Rule = ParameterRule | ClusterRule;
