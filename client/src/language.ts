// The language in which we speak to the user: the setting, or VS Code's own. Asked anew for every text, so that a
// changed setting counts at once.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import * as vscode from "vscode";

export function currentLocale(): Locale {
  const wanted = vscode.workspace.getConfiguration("lifekeeper").get<string>("language", "auto");
  if (wanted === "ja" || wanted === "en") return wanted;
  return vscode.env.language.toLowerCase().startsWith("ja") ? "ja" : "en";
}

export function inUserLanguage(text: Localized): string {
  return text[currentLocale()];
}

export function onLanguageChange(react: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("lifekeeper.language")) react();
  });
}
