// The tools of an assistant in VS Code's chat: the same that `lkcluster mcp` serves, on the files of the workspace as they
// stand in the editor. They only read.

import type { Places, Tool } from "@lkcluster/core/assistant/tool.ts";
import { beginTool, tools } from "@lkcluster/core/assistant/tools.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { resolveFrom } from "@lkcluster/core/text/filePath.ts";
import * as vscode from "vscode";
import { currentLocale, inUserLanguage } from "../language.ts";
import { inTurns } from "../turns.ts";
import { withFiles } from "../workspaceFiles.ts";

/** As the manifest names them. */
const prefix = "lifekeeper_";

export function registerAssistantTools(context: vscode.ExtensionContext): void {
  // Some editors that run our extension have no language models.
  const models: Partial<typeof vscode.lm> | undefined = vscode.lm;
  if (typeof models?.registerTool !== "function") return;
  for (const tool of tools) context.subscriptions.push(models.registerTool(`${prefix}${tool.name}`, toolFor(tool)));
}

function toolFor(tool: Tool): vscode.LanguageModelTool<object> {
  return {
    prepareInvocation: () => ({ invocationMessage: inUserLanguage(tool.title) }),
    invoke: async ({ input }, token) => {
      const started = performance.now();
      const isEnough = (seconds: number): boolean => performance.now() - started > seconds * 1000;
      const wish = { args: input, locale: currentLocale(), isEnough };
      const work = await withFiles((files) => beginTool(tool, { ...wish, places: workspacePlaces(files) }));
      const answer = await inTurns(work, () => token.isCancellationRequested);
      if (answer === undefined) throw new vscode.CancellationError();
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer.text)]);
    },
  };
}

/** What lies below the folders of the workspace, and nothing else, whatever a cluster file names. */
function workspacePlaces({ read }: FileSet): Places {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => `${uri.toString().replace(/\/$/, "")}/`);
  const isBelow = (file: string): boolean => folders.some((folder) => file.startsWith(folder));
  return {
    find(path) {
      const found = folders.map((folder) => resolveFrom(folder, path)).filter(isBelow);
      // With several folders, the first that has it.
      const file = found.find((one) => read(one) !== undefined) ?? found[0];
      return file === undefined ? { refused: words.outside } : { file };
    },
    read: (file) => (isBelow(file) ? read(file) : undefined),
    shown: (file) => vscode.workspace.asRelativePath(vscode.Uri.parse(file)),
  };
}

const words = {
  outside: {
    en: "There is no such file in the workspace.",
    ja: "ワークスペースに、そのファイルはありません。",
  },
} as const;
