// Everything wrong with the scenarios and proofs of a cluster file that can be seen without running them.

import type { Cluster } from "../../model/cluster.ts";
import type { Problem } from "../../problem.ts";
import type { ClusterFile, ProofBlock, ScenarioBlock } from "../../syntax/cluster/tree.ts";
import type { Parsed } from "../../syntax/parsed.ts";
import { checkAction } from "./checkActions.ts";
import { checkExpectation } from "./checkExpectations.ts";
import { checkGivens } from "./checkGivens.ts";
import { checkRequirements } from "./checkRequirements.ts";
import { Scope } from "./scope.ts";

export function scenarioProblems(cluster: Cluster, parsed: Parsed<ClusterFile>): readonly Problem[] {
  const scope = new Scope(cluster, parsed.file);
  const titles = new Map<string, ScenarioBlock>();
  for (const scenario of parsed.tree.scenarios) {
    const title = scenario.title;
    const earlier = title === undefined ? undefined : titles.get(title.value);
    if (title !== undefined && earlier?.title !== undefined) {
      scope.report(
        "duplicate-scenario-title",
        title.span,
        {
          en: `There is another scenario with the title ${JSON.stringify(title.value)}. Give each its own title.`,
          ja: `「${title.value}」という題名のシナリオがほかにもあります。それぞれに別の題名を付けてください。`,
        },
        [{ ...scope.place(earlier.title.span), message: { en: "the first one is here", ja: "最初のものはここです" } }],
      );
    } else if (title !== undefined) titles.set(title.value, scenario);
    checkScenario(scope, scenario);
  }
  for (const proof of parsed.tree.proofs) checkProof(scope, proof);
  checkRequirements(scope, parsed.tree);
  return scope.problems;
}

function checkScenario(scope: Scope, scenario: ScenarioBlock): void {
  checkGivens(scope, scenario.givens);
  for (const step of scenario.steps) {
    if (step.kind === "expect") checkExpectation(scope, step);
    else for (const action of step.actions) checkAction(scope, action);
  }
  if (scenario.body !== undefined && !scenario.steps.some((step) => step.kind === "expect")) {
    scope.report("scenario-checks-nothing", scenario.title?.span ?? scenario.keyword, {
      en: "This scenario has no `expect` line, so it passes whatever happens. Add one.",
      ja: "このシナリオには `expect` がないため、何が起きても成功します。追加してください。",
    });
  }
}

/** The parser has reported properties and kinds of fault that do not exist. */
function checkProof(scope: Scope, proof: ProofBlock): void {
  for (const clause of proof.clauses) if (clause.kind === "always-recovers") scope.resource(clause.tag);
  if (proof.body !== undefined && proof.clauses.every(({ kind }) => kind === "up-to")) {
    scope.report("proof-proves-nothing", proof.title?.span ?? proof.keyword, {
      en: "This proof states no property to prove. Add a clause such as `never split-brain`.",
      ja: "この証明には、証明する性質が書かれていません。`never split-brain` のような行を追加してください。",
    });
  }
}
