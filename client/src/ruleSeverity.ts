// *Change the severity of …*: beside the fixes of a problem, the way to its rule's severity in the settings of the workspace.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { settableCodes } from "@lkcluster/core/model/scenarioProblem.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { type SettingLevel, settingLevels } from "@lkcluster/core/rules/settings.ts";
import * as vscode from "vscode";
import { ourDocuments } from "./clusterFiles.ts";
import { inUserLanguage } from "./language.ts";
import { guarded } from "./output.ts";

const command = "lifekeeper.configureRule";

/** Names that lead nowhere and syntax cannot be turned down: nothing could be done with such a file. */
const codes: ReadonlySet<string> = new Set([...rules.map(({ code }) => code), ...settableCodes]);

export function registerRuleSeverity(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider(
      ourDocuments(),
      { provideCodeActions: (document, _range, { diagnostics }) => actionsFor(document, diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(command, (code: unknown, uri: unknown) =>
      guarded("configureRule", () => configureRule(String(code), vscode.Uri.parse(String(uri)))),
    ),
  );
}

function actionsFor({ uri }: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const found = new Map(diagnostics.map((diagnostic) => [codeOf(diagnostic), diagnostic]));
  return [...found].flatMap(([code, diagnostic]) => {
    if (!codes.has(code)) return [];
    const title = inUserLanguage({
      en: `Change the severity of ${code} in this workspace…`,
      ja: `このワークスペースでの ${code} の重大度を変更…`,
    });
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { command, title, arguments: [code, uri.toString()] };
    return [action];
  });
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

const levelTexts: Readonly<Record<SettingLevel, Localized>> = {
  error: { en: "Error", ja: "エラー" },
  warning: { en: "Warning", ja: "警告" },
  information: { en: "Information", ja: "情報" },
  hint: { en: "Hint", ja: "ヒント" },
  off: { en: "Off", ja: "報告しない" },
};

async function configureRule(code: string, uri: vscode.Uri): Promise<void> {
  const rule = rules.find((each) => each.code === code);
  if (rule === undefined) return;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const settings = vscode.workspace.getConfiguration("lifekeeper", folder ?? null);
  const current = settings.get<Readonly<Record<string, unknown>>>("rules", {});
  const items = [
    { label: inUserLanguage({ en: "As the rule says", ja: "ルールのデフォルト" }), level: undefined },
    ...settingLevels.map((level) => ({ label: inUserLanguage(levelTexts[level]), level })),
  ].map((item) => ({ ...item, ...(current[code] === item.level ? { description: "✓" } : {}) }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: `${code}: ${inUserLanguage(rule.title)}`,
    placeHolder: inUserLanguage({
      en: "No problem gets louder than what is known about it allows.",
      ja: "根拠の確かさを超える重大度にはなりません。",
    }),
  });
  if (chosen === undefined) return;
  // Only what this file of settings says itself: what the user has set for everywhere is not copied into it.
  const known = settings.inspect<Readonly<Record<string, unknown>>>("rules");
  const own = folder === undefined ? known?.globalValue : (known?.workspaceFolderValue ?? known?.workspaceValue);
  const { [code]: _old, ...others } = own ?? {};
  const value = chosen.level === undefined ? others : { ...others, [code]: chosen.level };
  const target = folder === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.WorkspaceFolder;
  await settings.update("rules", Object.keys(value).length === 0 ? undefined : value, target);
}
