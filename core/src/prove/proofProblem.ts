// A violated or unfinished proof as a problem with a place: at the proof, or where the outcome was decided when the
// proof is a standard one; the lines to blame and the way there as related places.

import { capSeverity } from "../evidence.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Fix, Problem } from "../problem.ts";
import { type Blame, blameOf } from "./blame.ts";
import { explain } from "./explain.ts";
import type { PropertyResult, Report } from "./explore.ts";
import { faultPlace, faultText } from "./faultText.ts";
import { coveredText, limitTexts } from "./ledger.ts";
import type { Proof } from "./proof.ts";
import { describeProperty, propertyText } from "./property.ts";
import { changeText } from "./readingText.ts";
import { replayResult } from "./replay.ts";
import type { ProofResult } from "./runProof.ts";

export function proofProblems(cluster: Cluster, result: ProofResult, fixes: readonly Fix[] = []): readonly Problem[] {
  const { proof, verdict, violations, report } = result;
  if (verdict === "incomplete") return [unfinishedProblem(cluster, proof, report)];
  return violations.map((violation): Problem => {
    const run = replayResult(cluster, violation);
    const blamed = run === undefined ? [] : blameOf(run.timeline);
    const decided = blamed.find(({ place, parameter }) => place !== undefined && parameter?.origin !== "default");
    const explanation = explain(cluster, violation) ?? describeProperty(violation.property);
    // Under the readings that the ledger names a violation is certain; one that needs another reading is not.
    const evidence = violation.readings.length === 0 ? "documented" : "unsure";
    const clause = propertyText(violation.property);
    const change = changeText(violation, report);
    return {
      ...(proof.place ?? decided?.place ?? cluster.place),
      code: "proof-violated",
      severity: capSeverity(proof.place === undefined ? "warning" : "error", evidence),
      message: {
        en: `${clause} does not hold. ${explanation.en}${change === undefined ? "" : ` ${change.en}`}`,
        ja: `${clause} は成り立ちません。${explanation.ja}${change?.ja ?? ""}`,
      },
      evidence,
      sources: [...new Set(run?.timeline.flatMap(({ why }) => why.sources) ?? [])],
      related: [...faultPlaces(cluster, violation), ...blamedPlaces(blamed)],
      fixes,
      requirements: proof.requirements,
    };
  });
}

/** A search that ended at a limit before anything was found. */
export function unfinishedProblem(
  cluster: Cluster,
  { place, title, requirements }: Proof,
  { limit = "stopped", states, faultsCovered }: Pick<Report, "limit" | "states" | "faultsCovered">,
): Problem {
  const reached = limitTexts[limit];
  const covered = coveredText(faultsCovered);
  return {
    ...(place ?? cluster.place),
    code: "proof-incomplete",
    severity: "information",
    message: {
      en: `"${title.en}" is not proved: the search ended at ${reached.en} after ${states} states. ${covered.en} Ask for fewer faults or kinds, or raise the limit.`,
      ja: `「${title.ja}」は証明できていません。${states} 状態で${reached.ja}に達しました。${covered.ja}障害の数か種類を減らすか、上限を上げてください。`,
    },
    evidence: "documented",
    sources: [],
    related: [],
    fixes: [],
    requirements,
  };
}

/** The way there: each fault at what breaks. */
function faultPlaces(cluster: Cluster, { trace }: PropertyResult): Problem["related"] {
  return (trace?.faults ?? []).flatMap((fault, index) => {
    const place = faultPlace(cluster, fault);
    const text = faultText(cluster, fault);
    if (place === undefined) return [];
    return [{ ...place, message: { en: `${index + 1}. ${text.en}`, ja: `${index + 1}. ${text.ja}` } }];
  });
}

function blamedPlaces(blamed: readonly Blame[]): Problem["related"] {
  return blamed.flatMap(({ place, parameter, text, node }) => {
    const what = parameter === undefined ? "" : `${parameter.name}=${parameter.value}: `;
    const who = node === undefined ? "" : `${node}: `;
    if (place === undefined) return [];
    return [{ ...place, message: { en: `${who}${what}${text.en}`, ja: `${who}${what}${text.ja}` } }];
  });
}
