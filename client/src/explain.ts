// *Explain…*: what `lkcluster explain` prints, as a page of the editor. The code beside a problem leads here too.

import { suggestName } from "@lkcluster/core/catalogue/explain.ts";
import { explainName, nameSections } from "@lkcluster/core/ide/explainName.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import * as vscode from "vscode";
import { currentLocale, inUserLanguage, onLanguageChange } from "./language.ts";
import { notify } from "./notify.ts";

const scheme = "lifekeeper-explain";
const command = "lifekeeper.explain";

export function registerExplain(context: vscode.ExtensionContext): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => explainName(nameOf(uri), currentLocale()) ?? "",
    }),
    onLanguageChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    }),
  );
}

/** Of a name, or of what the user picks. */
export async function showExplanation(asked: unknown): Promise<void> {
  const name = typeof asked === "string" ? asked : await pickName();
  if (name === undefined || name.trim() === "") return;
  if (explainName(name, currentLocale()) === undefined) {
    void notify.information(inUserLanguage(unknownName(name)));
    return;
  }
  const uri = vscode.Uri.from({ scheme, path: `/${name.replaceAll("/", "-")}.md`, query: name });
  // Somebody may have switched off VS Code's own extension for Markdown.
  const hasPreview = vscode.extensions.getExtension("vscode.markdown-language-features") !== undefined;
  if (hasPreview) await vscode.commands.executeCommand("markdown.showPreview", uri);
  else await vscode.window.showTextDocument(uri);
}

function unknownName(name: string): Localized {
  const near = suggestName(
    name,
    rules.map(({ code }) => code),
  );
  return {
    en: `Nothing is known about '${name}'.${near === undefined ? "" : ` Did you mean ${near}?`}`,
    ja: `「${name}」についての説明はありません。${near === undefined ? "" : `${near} のことですか。`}`,
  };
}

/** Asked for every problem of a file after every change; there are few codes and many problems. */
const links = new Map<string, vscode.Uri | undefined>();

/** The link behind the code of a problem; undefined for a code that has no page. */
export function explanationLink(code: string): vscode.Uri | undefined {
  if (!links.has(code)) {
    const target = `command:${command}?${encodeURIComponent(JSON.stringify([code]))}`;
    links.set(code, explainName(code, "en") === undefined ? undefined : vscode.Uri.parse(target));
  }
  return links.get(code);
}

function nameOf(uri: vscode.Uri): string {
  return uri.query;
}

interface NameItem extends vscode.QuickPickItem {
  readonly name?: string;
}

/** The word under the cursor is typed already when something is known about it. */
async function pickName(): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<NameItem>();
  pick.placeholder = inUserLanguage({
    en: "A parameter, a value, a kind of resource, a rule, a term …",
    ja: "パラメーター、値、リソースの種類、ルール、用語など",
  });
  pick.items = nameSections(currentLocale()).flatMap(({ title, names }): readonly NameItem[] => [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...names.map((name) => ({ label: name, name })),
  ]);
  pick.value = wordAtCursor();
  return await new Promise((resolve) => {
    pick.onDidAccept(() => {
      // A value such as `QUORUM_MODE=storage` is no entry of the list, and can be typed.
      resolve(pick.selectedItems[0]?.name ?? pick.value);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function wordAtCursor(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !editor.document.languageId.startsWith("lifekeeper-")) return "";
  const range = editor.document.getWordRangeAtPosition(editor.selection.active, /[^\s{},"=|]+/);
  const word = range === undefined ? "" : editor.document.getText(range);
  return explainName(word, currentLocale()) === undefined ? "" : word;
}
