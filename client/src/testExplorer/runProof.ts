// Runs one proof in slices, so that typing and *Cancel* get their turn, and shows the counterexample where it is not met.

import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import type { PropertyResult } from "@lkcluster/core/prove/explore.ts";
import type { Proof } from "@lkcluster/core/prove/proof.ts";
import { describeProperty, propertyText } from "@lkcluster/core/prove/property.ts";
import { replayResult } from "@lkcluster/core/prove/replay.ts";
import { runProof } from "@lkcluster/core/prove/runProof.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { inTurns } from "../turns.ts";
import { asMarkdown, codeBlock, messageAt, messageWithReplay, type Outcome } from "./outcome.ts";
import { timelineMarkdown, timelineText } from "./timeline.ts";

export interface ProofRun {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly cluster: SoundCluster;
  readonly proof: Proof;
  readonly isCancelled: () => boolean;
}

export async function proofOutcome(run: ProofRun): Promise<Outcome> {
  const result = await inTurns(runProof(run.cluster, run.proof), run.isCancelled);
  if (result === undefined) return { kind: "cancelled", messages: [], log: "" };
  const { states, transitions } = result.report;
  const log = [
    inUserLanguage(result.proof.title),
    inUserLanguage({ en: `${states} states, ${transitions} transitions`, ja: `${states} 状態、${transitions} 遷移` }),
    ...result.violations.flatMap((violation) => violationLog(run.cluster, violation)),
  ].join("\n");
  switch (result.verdict) {
    case "holds":
      return { kind: "passed", verdict: "holds", messages: [], log };
    case "violated":
      return {
        kind: "failed",
        verdict: "violated",
        messages: result.violations.map((violation) => violationMessage(run, violation)),
        log,
      };
    case "incomplete":
      return { kind: "failed", verdict: "incomplete", messages: [incompleteMessage(run, states)], log };
  }
}

function violationMessage({ uri, text, cluster, proof }: ProofRun, violation: PropertyResult): vscode.TestMessage {
  const explanation = explain(cluster, violation) ?? describeProperty(violation.property);
  const faults = violation.trace?.faults.map(eventText) ?? [];
  const timeline = replayResult(cluster, violation)?.timeline ?? [];
  const parts = [
    `\`${propertyText(violation.property)}\``,
    asMarkdown(inUserLanguage(explanation)),
    ...(faults.length === 0
      ? []
      : [
          inUserLanguage({ en: "**As steps of a scenario**", ja: "**シナリオの手順として**" }),
          codeBlock(faults.join("\n")),
        ]),
    ...(timeline.length === 0
      ? []
      : [inUserLanguage({ en: "**Time line**", ja: "**タイムライン**" }), timelineMarkdown(timeline)]),
  ];
  const message = messageWithReplay(uri, { kind: "proof", title: inUserLanguage(proof.title) }, parts);
  return messageAt(uri, text, proof.place?.span ?? cluster.place.span, message);
}

function violationLog(cluster: SoundCluster, violation: PropertyResult): readonly string[] {
  const explanation = explain(cluster, violation) ?? describeProperty(violation.property);
  const timeline = replayResult(cluster, violation)?.timeline ?? [];
  return [`${propertyText(violation.property)}: ${inUserLanguage(explanation)}`, timelineText(timeline)];
}

function incompleteMessage({ uri, text, cluster, proof }: ProofRun, states: number): vscode.TestMessage {
  const message = new vscode.TestMessage(
    inUserLanguage({
      en: `Not proved: the search ended after ${states} states without finding anything wrong. Ask for fewer faults or kinds.`,
      ja: `証明できていません。${states} 状態まで調べて問題は見つかっていませんが、途中で打ち切りました。障害の数か種類を減らしてください。`,
    }),
  );
  return messageAt(uri, text, proof.place?.span ?? cluster.place.span, message);
}
