// From the problem of a violated proof to its counterexample in the simulator, in one choice of the light bulb.

import * as vscode from "vscode";
import { clusterLanguage } from "../clusterFiles.ts";
import { inUserLanguage } from "../language.ts";
import { proofTitleAt } from "./proofAt.ts";
import type { Shown } from "./protocol.ts";

export function registerReplayAction(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(
      { language: clusterLanguage },
      {
        provideCodeActions: (document, _, { diagnostics }) =>
          diagnostics.filter(isViolation).map((diagnostic) => replayOf(document, diagnostic)),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function isViolation({ code }: vscode.Diagnostic): boolean {
  return (typeof code === "object" ? code.value : code) === "proof-violated";
}

function replayOf(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = inUserLanguage({
    en: "Replay the counterexample in the simulator",
    ja: "反例をシミュレーターで再生",
  });
  const offset = document.offsetAt(diagnostic.range.start);
  const proof = proofTitleAt(document.getText(), document.uri.toString(), offset);
  const shown: Shown =
    proof === undefined ? { kind: "tab", tab: "prove" } : { kind: "proof", title: inUserLanguage(proof) };
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: "lifekeeper.openSimulator", arguments: [document.uri, shown] };
  action.diagnostics = [diagnostic];
  return action;
}
