// A violated or unfinished proof as a problem with a place: at the proof, or where the outcome was decided when the
// proof is a standard one; the lines to blame and the way there as related places.

import type { Cluster } from "../model/cluster.ts";
import type { Fix, Problem } from "../problem.ts";
import { blameOf } from "./blame.ts";
import { explain } from "./explain.ts";
import { describeProperty, propertyText } from "./property.ts";
import { replayResult } from "./replay.ts";
import type { ProofResult } from "./runProof.ts";

export function proofProblems(cluster: Cluster, result: ProofResult, fixes: readonly Fix[] = []): readonly Problem[] {
  const { proof, verdict, violations, report } = result;
  if (verdict === "incomplete") {
    return [
      {
        ...(proof.place ?? cluster.place),
        code: "proof-incomplete",
        severity: "information",
        message: {
          en: `"${proof.title.en}" is not proved: the search ended after ${report.states} states. Ask for fewer faults or kinds.`,
          ja: `「${proof.title.ja}」は証明できていません。${report.states} 状態で打ち切りました。障害の数か種類を減らしてください。`,
        },
        evidence: "documented",
        sources: [],
        related: [],
        fixes: [],
      },
    ];
  }
  return violations.map((violation): Problem => {
    const run = replayResult(cluster, violation);
    const blamed = run === undefined ? [] : blameOf(run.timeline);
    const decided = blamed.find(({ place, parameter }) => place !== undefined && parameter?.origin !== "default");
    const explanation = explain(cluster, violation) ?? describeProperty(violation.property);
    const clause = propertyText(violation.property);
    return {
      ...(proof.place ?? decided?.place ?? cluster.place),
      code: "proof-violated",
      severity: proof.place === undefined ? "warning" : "error",
      message: {
        en: `${clause} does not hold. ${explanation.en}`,
        ja: `${clause} は成り立ちません。${explanation.ja}`,
      },
      evidence: violation.reading === undefined ? "documented" : "unsure",
      sources: [...new Set(run?.timeline.flatMap(({ why }) => why.sources) ?? [])],
      related: blamed.flatMap(({ place, parameter, text, node }) => {
        const what = parameter === undefined ? "" : `${parameter.name}=${parameter.value}: `;
        const who = node === undefined ? "" : `${node}: `;
        return place === undefined
          ? []
          : [{ ...place, message: { en: `${who}${what}${text.en}`, ja: `${who}${what}${text.ja}` } }];
      }),
      fixes,
    };
  });
}
