// lkcluster mcp: tools for an assistant, over standard input and output. It only reads, and never contacts a node.

import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { Desk } from "../mcp/desk.ts";
import { Lines } from "../mcp/lines.ts";
import { McpServer } from "../mcp/server.ts";
import { wrap } from "../output/paint.ts";

/** The largest texts that a call may bring, and room for how JSON writes them. */
const messageBytesMax = 8 * 1024 * 1024;

export function registerMcp(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "mcp [folder...]",
    summary: {
      en: "tools for an assistant (Model Context Protocol over stdio): they only read, below these folders",
      ja: "アシスタント向けのツール（Model Context Protocol、stdio）。指定フォルダーの下を読むだけ",
    },
    formats: ["text"],
    leavesOut: ["color", "quiet", "config"],
    options: [],
    examples: [
      {
        args: "mcp clusters",
        summary: { en: "for files below clusters/", ja: "clusters/ の下のファイル向け" },
      },
      { args: "mcp", summary: { en: "for texts that a call brings", ja: "呼び出しで渡されるテキスト向け" } },
    ],
    run: (run, folders) => serve(run, folders),
  });
}

async function serve(run: Run, folders: readonly string[]): Promise<ExitCode> {
  const roots: string[] = [];
  for (const folder of folders) {
    const root = folderAt(resolve(run.io.directory, folder));
    if (root === undefined || folder === "") {
      run.io.writeError(`lkcluster: ${words.noFolder(folder)[run.locale]}\n`);
      return exitCode.usage;
    }
    roots.push(root);
  }
  const desk = new Desk({ kind: "lkcluster-assistant", roots, locale: run.locale });
  desk.warmUp();
  // Somebody who tries it by hand would wait for a prompt.
  if (run.io.interactive) run.io.writeError(`${wrap(words.byHand[run.locale], run.io.columns)}\n`);
  const server = new McpServer({ locale: run.locale, desk, write: (text) => run.io.passOn(text) });
  const lines = new Lines(messageBytesMax, {
    line: (text) => server.take(text),
    tooLong: () => server.tooLong(messageBytesMax),
  });
  for await (const chunk of run.io.inputChunks()) lines.take(chunk);
  server.end();
  await desk.end();
  return exitCode.ok;
}

/** Without links; undefined when it is no folder. */
function folderAt(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return statSync(real).isDirectory() ? real : undefined;
  } catch {
    // Nothing is there.
    return undefined;
  }
}

const words = {
  byHand: {
    en: "This speaks the Model Context Protocol on standard input and output: an assistant's program starts it. Control-D ends it.",
    ja: "標準入出力で Model Context Protocol を使います。アシスタントのプログラムから起動してください。Control-D で終了します。",
  },
  noFolder: (folder: string): Localized => ({
    en: `${folder === "" ? '""' : folder} is no folder.`,
    ja: `${folder === "" ? "「」" : folder} はフォルダーではありません。`,
  }),
};
