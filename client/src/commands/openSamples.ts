// Copies one of the sample clusters that come with the extension into a folder of the user's choice and opens it.

import { inOtherWords } from "@lkcluster/core/text/inOtherWords.ts";
import * as vscode from "vscode";
import { currentLocale, inUserLanguage } from "../language.ts";
import { chooseParent } from "./clusterFolder.ts";

export async function openSamples(context: vscode.ExtensionContext): Promise<void> {
  const samples = vscode.Uri.joinPath(context.extensionUri, "samples");
  const folders = (await vscode.workspace.fs.readDirectory(samples)).filter(
    ([, type]) => type === vscode.FileType.Directory,
  );
  const items = await Promise.all(
    folders.map(async ([name]) => ({ ...(await introduction(vscode.Uri.joinPath(samples, name), name)), name })),
  );
  const title = inUserLanguage({ en: "Which sample?", ja: "どのサンプルにしますか" });
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  if (chosen === undefined) return;
  const parent = await chooseParent({ en: "Copy Here", ja: "ここにコピー" });
  if (parent === undefined) return;
  const target = vscode.Uri.joinPath(parent, chosen.name);
  try {
    await copySample(context, chosen.name, target, { overwrite: false });
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError) || error.code !== "FileExists") throw error;
    // Copied before: what is there may hold the user's changes and is opened as it is.
  }
  await showCluster(target);
}

/** In the user's language, as far as it is words. */
export async function copySample(
  context: vscode.ExtensionContext,
  name: string,
  target: vscode.Uri,
  options: { readonly overwrite: boolean },
): Promise<void> {
  const samples = vscode.Uri.joinPath(context.extensionUri, "samples");
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(samples, name), target, options);
  if (currentLocale() !== "ja") return;
  const words = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(samples, "words.ja.json"));
  // Ours; a test reads it.
  const table = JSON.parse(new TextDecoder().decode(words)) as Readonly<Record<string, string>>;
  for (const file of await filesIn(target)) {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(inOtherWords(text, table)));
  }
}

/** The cluster files and their parameter files. */
async function filesIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const inside = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return await filesIn(uri);
      return /\.lk$|^LifeKeeper$/.test(name) ? [uri] : [];
    }),
  );
  return inside.flat();
}

/** What the sample's README says first, in the user's language: its heading and its first paragraph. */
async function introduction(folder: vscode.Uri, name: string): Promise<vscode.QuickPickItem> {
  const readme = inUserLanguage({ en: "README.md", ja: "README.ja.md" });
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, readme)));
    const parts = text.split(/\n\s*\n/).map((part) => part.trim());
    const heading = parts.find((part) => part.startsWith("# "))?.slice(2);
    const paragraph = parts.find((part) => part !== "" && !/^[#[!<|`]/.test(part)) ?? "";
    const plain = paragraph.replaceAll("`", "").replace(/\s*\n\s*/g, currentLocale() === "ja" ? "" : " ");
    return { label: heading ?? name, description: name, detail: plain };
  } catch {
    // A sample without that page is still a sample.
    return { label: name };
  }
}

async function showCluster(folder: vscode.Uri): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const file = entries.find(([name]) => name.endsWith(".lk"))?.[0];
  if (file !== undefined) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, file));
}
