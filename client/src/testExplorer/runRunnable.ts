// Runs one scenario or one proof of a cluster file as it stands in the editor now.

import { plainText } from "@lkcluster/core/locale/plainText.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import type { Span } from "@lkcluster/core/text/span.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { withFiles } from "../workspaceFiles.ts";
import type { Runnable } from "./discover.ts";
import { asMarkdown, cannotRun, messageAt, messageWithReplay, type Outcome } from "./outcome.ts";
import { proofOutcome } from "./runProof.ts";
import { timelineMarkdown, timelineText } from "./timeline.ts";

export async function runRunnable(uri: vscode.Uri, runnable: Runnable, isCancelled: () => boolean): Promise<Outcome> {
  const { files, sound, parsed, problems } = await withFiles((files) => ({
    files,
    ...checkCluster(files, uri.toString()),
  }));
  const textOf = (file: string): string => files.read(file)?.text ?? "";
  if (sound === undefined) return cannotRun(problems, textOf);
  const block = (runnable.kind === "scenario" ? parsed.tree.scenarios : parsed.tree.proofs)[runnable.index];
  if (block === undefined || block.title?.value !== runnable.title) return { kind: "cancelled", messages: [], log: "" };
  // Only what stands in this block keeps it from being run; another half-written one does not.
  const own = scenarioProblems(sound, parsed).filter(
    ({ span, severity }) => severity === "error" && block.span.start <= span.start && span.end <= block.span.end,
  );
  if (own.length > 0) return cannotRun(own, textOf);
  const scenario = runnable.kind === "scenario" ? parsed.tree.scenarios[runnable.index] : undefined;
  if (scenario !== undefined) return scenarioOutcome(uri, parsed.text, runScenario(compile(sound), parsed, scenario));
  const proof = proofsOf(parsed.tree, parsed.file).find(({ place }) => place?.span.start === block.title?.span.start);
  if (proof === undefined) return nothingToProve(uri, parsed.text, block.span);
  return await proofOutcome({ uri, text: parsed.text, cluster: sound, proof, isCancelled });
}

function nothingToProve(uri: vscode.Uri, text: string, span: Span): Outcome {
  const message = new vscode.TestMessage(
    inUserLanguage({
      en: "This proof names nothing to prove yet. Write for example 'never split-brain'.",
      ja: "証明する内容がまだ書かれていません。たとえば 'never split-brain' と書きます。",
    }),
  );
  return { kind: "cannot-run", messages: [messageAt(uri, text, span, message)], log: "" };
}

function scenarioOutcome(uri: vscode.Uri, text: string, result: ScenarioResult): Outcome {
  const timeline = timelineText(result.timeline);
  const failures = result.failures.map(({ span, expected, actual }, index) => {
    const words = [
      inUserLanguage({ en: `Expected: ${asMarkdown(expected.en)}`, ja: `期待: ${asMarkdown(expected.ja)}` }),
      inUserLanguage({ en: `Actual: ${asMarkdown(actual.en)}`, ja: `実際: ${asMarkdown(actual.ja)}` }),
      // All of them look at one run.
      ...(index === 0
        ? [inUserLanguage({ en: "**Time line**", ja: "**タイムライン**" }), timelineMarkdown(result.timeline)]
        : []),
    ];
    return messageAt(uri, text, span, messageWithReplay(uri, { kind: "scenario", title: result.title }, words));
  });
  const troubles = result.problems.map(({ span, message }) =>
    messageAt(uri, text, span, new vscode.TestMessage(plainText(inUserLanguage(message)))),
  );
  return {
    kind: result.passed ? "passed" : failures.length > 0 ? "failed" : "cannot-run",
    messages: [...failures, ...troubles],
    log: `${result.title}\n${timeline}`,
  };
}
