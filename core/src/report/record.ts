// What was checked, run and proved of a cluster, when a page about it was made: data in both languages, which the page
// shows as it is, whether or not its script runs. Nothing here is found again by the page.

import { runnableScenarios } from "../ide/scenarioOutcome.ts";
import { enumeration } from "../locale/enumeration.ts";
import type { Localized } from "../locale/localized.ts";
import type { SoundCluster } from "../model/cluster.ts";
import type { Problem } from "../problem.ts";
import { explain } from "../prove/explain.ts";
import { propertyText } from "../prove/property.ts";
import { verdictUnderReadings } from "../prove/readingText.ts";
import type { ProofResult, Verdict } from "../prove/runProof.ts";
import type { CheckResult } from "../rules/check.ts";
import { compile } from "../simulate/compile.ts";
import type { Event } from "../simulate/event.ts";
import { runScenario } from "../simulate/scenario/runScenario.ts";

export interface ReportRecord {
  readonly title: string;
  readonly about: Localized;
  readonly proofs: readonly RecordedProof[];
  readonly scenarios: readonly RecordedScenario[];
  readonly problems: readonly Problem[];
  /** What every verdict rests on. */
  readonly assumptions: readonly Localized[];
  /** The counterexample that the page begins with; else the scenario. */
  readonly replayed: Replayed | undefined;
}

export interface RecordedProof {
  readonly title: Localized;
  readonly verdict: Verdict;
  readonly states: number;
  /** What it asked for: properties and bounds. */
  readonly asked: readonly Localized[];
  /** The readings it rests on, and where it ended when it is not finished. */
  readonly limits: readonly Localized[];
  readonly violations: readonly { readonly property: string; readonly text: Localized }[];
}

export interface RecordedScenario {
  readonly title: string;
  readonly kind: "passed" | "failed" | "stopped";
  readonly failures: readonly { readonly expected: string; readonly actual: Localized }[];
}

export type Replayed =
  | {
      readonly kind: "counterexample";
      readonly title: Localized;
      readonly events: readonly Event[];
      readonly readings: readonly { readonly id: string; readonly answer: string }[];
    }
  | { readonly kind: "scenario"; readonly title: string };

/** `wanted`: the title of the scenario or proof that the page should begin with. */
export function recordOf(
  check: CheckResult,
  cluster: SoundCluster,
  results: readonly ProofResult[],
  wanted?: string,
): ReportRecord {
  const model = compile(cluster);
  const scenarios = runnableScenarios(check.parsed, check.problems).map((scenario): RecordedScenario => {
    const { title, failures, problems } = runScenario(model, check.parsed, scenario);
    const isStopped = problems.some(({ severity }) => severity === "error");
    return {
      title,
      kind: failures.length > 0 ? "failed" : isStopped ? "stopped" : "passed",
      failures: failures.map(({ expected, actual }) => ({ expected: expected.en, actual })),
    };
  });
  const ledger = results.flatMap((result) => result.ledger.filter(({ kind }) => kind !== "bound" && kind !== "limit"));
  const assumptions = new Map(ledger.map(({ text }) => [text.en, text]));
  return {
    title: cluster.name,
    about: aboutText(cluster),
    proofs: results.map((result) => recordedProof(cluster, result)),
    scenarios,
    problems: check.problems,
    assumptions: [...assumptions.values()],
    replayed: replayedOf(results, scenarios, wanted),
  };
}

function aboutText({ nodes, platform, version, resources }: SoundCluster): Localized {
  const names = enumeration(nodes.map(({ name }) => name));
  const versionText = version === undefined ? "" : ` ${version.text}`;
  const on = platform === undefined ? { en: "", ja: "" } : { en: ` on ${platform}`, ja: `、${platform}` };
  return {
    en: `LifeKeeper${versionText}${on.en}: ${nodes.length} nodes (${names.en}), ${resources.length} resources`,
    ja: `LifeKeeper${versionText}${on.ja}: ノード ${nodes.length} 台（${names.ja}）、リソース ${resources.length} 個`,
  };
}

function recordedProof(
  cluster: SoundCluster,
  { proof, verdict, violations, report, ledger }: ProofResult,
): RecordedProof {
  const said = (wanted: string): readonly Localized[] =>
    ledger.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  return {
    title: proof.title,
    verdict,
    states: report.states,
    asked: [
      ...proof.properties.map((property) => ({ en: propertyText(property), ja: propertyText(property) })),
      ...said("bound"),
    ],
    limits: [verdictUnderReadings(report), ...said("limit")],
    violations: violations.map((violation) => ({
      property: propertyText(violation.property),
      text: explain(cluster, violation) ?? { en: "", ja: "" },
    })),
  };
}

/** The first counterexample, or the first scenario that does not come out, unless another one is wanted. */
function replayedOf(
  results: readonly ProofResult[],
  scenarios: readonly RecordedScenario[],
  wanted: string | undefined,
): Replayed | undefined {
  const isWanted = (...titles: readonly string[]): boolean => wanted === undefined || titles.includes(wanted);
  for (const { proof, violations } of results) {
    const found = violations.find(({ trace }) => trace !== undefined);
    if (found?.trace === undefined || !isWanted(proof.title.en, proof.title.ja)) continue;
    return { kind: "counterexample", title: proof.title, events: found.trace.events, readings: found.readings };
  }
  const scenario =
    scenarios.find(({ title, kind }) => isWanted(title) && (wanted !== undefined || kind === "failed")) ??
    (wanted === undefined ? scenarios[0] : undefined);
  return scenario === undefined ? undefined : { kind: "scenario", title: scenario.title };
}
