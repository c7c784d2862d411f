// Runs one scenario of a cluster file as it stands in the editor now.

import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { scenarioProblems } from "@lkcluster/core/simulate/scenario/scenarioProblems.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";
import { workspaceFiles } from "../workspaceFiles.ts";
import type { Runnable } from "./discover.ts";
import { cannotRun, codeBlock, messageAt, type Outcome } from "./outcome.ts";
import { timelineText } from "./timeline.ts";

export function runRunnable(uri: vscode.Uri, runnable: Runnable): Outcome {
  const files = workspaceFiles();
  const textOf = (file: string): string => files.read(file)?.text ?? "";
  const { sound, parsed, problems } = checkCluster(files, uri.toString());
  if (sound === undefined) return cannotRun(problems, textOf);
  const block = parsed.tree.scenarios[runnable.index];
  if (block === undefined || block.title?.value !== runnable.title) return { kind: "cancelled", messages: [], log: "" };
  // Only what stands in this block keeps it from being run; another half-written one does not.
  const own = scenarioProblems(sound, parsed).filter(
    ({ span, severity }) => severity === "error" && block.span.start <= span.start && span.end <= block.span.end,
  );
  if (own.length > 0) return cannotRun(own, textOf);
  return scenarioOutcome(uri, parsed.text, runScenario(compile(sound), parsed, block));
}

function scenarioOutcome(uri: vscode.Uri, text: string, result: ScenarioResult): Outcome {
  const timeline = timelineText(result.timeline);
  const failures = result.failures.map(({ span, expected, actual }) => {
    const words = new vscode.MarkdownString(
      [
        inUserLanguage({
          en: `Expected: ${asMarkdown(expected.en)}`,
          ja: `期待: ${asMarkdown(expected.ja)}`,
        }),
        inUserLanguage({ en: `Actual: ${asMarkdown(actual.en)}`, ja: `実際: ${asMarkdown(actual.ja)}` }),
        inUserLanguage({ en: "**Time line**", ja: "**タイムライン**" }),
        codeBlock(timeline),
      ].join("\n\n"),
    );
    return messageAt(uri, text, span, new vscode.TestMessage(words));
  });
  const troubles = result.problems.map(({ span, message }) =>
    messageAt(uri, text, span, new vscode.TestMessage(inUserLanguage(message))),
  );
  return {
    kind: result.passed ? "passed" : failures.length > 0 ? "failed" : "cannot-run",
    messages: [...failures, ...troubles],
    log: `${result.title}\n${timeline}`,
  };
}

function asMarkdown(text: string): string {
  return new vscode.MarkdownString().appendText(text).value;
}
