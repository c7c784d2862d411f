// lkcluster import: a cluster file from a running cluster, read over ssh or from what its commands printed.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Imported, importCluster } from "@lkcluster/core/adopt/importCluster.ts";
import type { Source } from "@lkcluster/core/adopt/joinNodes.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { standardParameterFile } from "@lkcluster/core/model/lowerNodes.ts";
import { decodeText } from "@lkcluster/deploy/decodeText.ts";
import { describeFailure } from "@lkcluster/deploy/failure.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import { readSource } from "@lkcluster/deploy/readSource.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { writeOut } from "../output/outFiles.ts";
import { hang } from "../output/paint.ts";

/** No display of a cluster comes near; reading more would only help an attacker. */
const sizeMaxBytes = 16 * 1024 * 1024;

interface ImportOptions {
  readonly name?: string;
  readonly out?: string;
  readonly sshConfig?: string;
  readonly file?: string;
}

export function registerImport(program: Command, shell: Shell): void {
  addCommand<ImportOptions>(program, shell, {
    usage: "import <source...>",
    summary: {
      en: "a cluster file from a running cluster; SOURCE is ssh:HOST, a file with the output of lcdstatus or of the LCDI lists, or -",
      ja: "稼働中のクラスターからクラスターファイルを作る。SOURCE は ssh:HOST、lcdstatus や LCDI の一覧の出力ファイル、または -",
    },
    formats: ["text"],
    leavesOut: ["config"],
    options: [
      { flags: "--name <name>", summary: { en: "name of the cluster", ja: "クラスターの名前" } },
      {
        flags: "--out <folder>",
        summary: { en: "write files there instead of printing", ja: "表示せずに、このフォルダーに書き出す" },
      },
      {
        flags: "--ssh-config <file>",
        summary: {
          en: "SSH configuration instead of your own, as ssh -F",
          ja: "自分の SSH 設定の代わりに使うファイル（ssh -F と同じ）",
        },
      },
      {
        flags: "--file <path>",
        summary: { en: "parameter file on the nodes", ja: "ノード上のパラメーターファイル" },
      },
    ],
    run: (run, sources, options) => importFrom(run, sources, options),
  });
}

async function importFrom(run: Run, sources: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const read: Source[] = [];
  for (const source of sources) {
    const found = source.startsWith("ssh:")
      ? await readNode(run, source.slice("ssh:".length), options)
      : await readOutputFile(run, source);
    if (typeof found === "number") return found;
    read.push(found);
  }
  const name = options.name ?? "imported";
  const made = importCluster(name, read, run.locale);
  if (made.kind === "refused") {
    for (const reason of made.reasons) run.io.writeError(`lkcluster: ${reason[run.locale]}\n`);
    return exitCode.usage;
  }
  for (const note of made.notes) {
    run.io.writeError(`${hang(`${run.paint.yellow("!")} `, note[run.locale], run.io.columns)}\n`);
  }
  if (options.out !== undefined) return writeFiles(run, name, made, resolve(run.io.directory, options.out));
  const text = `${made.cluster}${made.parameters === undefined ? "" : `\n# etc/default/LifeKeeper\n${made.parameters}`}`;
  run.io.passOn(text);
  return exitCode.ok;
}

async function readOutputFile(run: Run, source: string): Promise<Source | ExitCode> {
  try {
    const bytes = source === "-" ? await run.io.readInput() : readStatus(resolve(run.io.directory, source));
    if (bytes.length > sizeMaxBytes) throw new Error("too large");
    const label = source === "-" ? words.standardInput[run.locale] : source;
    return { label, name: undefined, ssh: undefined, output: decodeText(bytes).text, parameters: undefined };
  } catch {
    // Decided: whatever the reason, there is nothing to import from here.
    run.io.writeError(`lkcluster: ${words.unreadable(source)[run.locale]}\n`);
    return exitCode.usage;
  }
}

/** A pipe is welcome, as of `<(lcdstatus)`; a device may have no end. */
function readStatus(file: string): Uint8Array {
  const found = statSync(file);
  if (!found.isFile() && !found.isFIFO()) throw new Error("not a file");
  if (found.size > sizeMaxBytes) throw new Error("too large");
  return readFileSync(file);
}

async function readNode(run: Run, ssh: string, options: ImportOptions): Promise<Source | ExitCode> {
  const hosts = openSshHosts({
    questions: run.io.interactive ? "terminal" : "batch",
    ...(options.sshConfig === undefined ? {} : { configFile: resolve(run.io.directory, options.sshConfig) }),
  });
  const read = await readSource(hosts, ssh, options.file ?? standardParameterFile);
  if (!("kind" in read)) return read;
  run.io.writeError(`lkcluster: ${describeFailure(read)[run.locale]}\n`);
  return exitCode.no;
}

/** Never over a file that is there. */
function writeFiles(run: Run, name: string, made: Extract<Imported, { kind: "imported" }>, folder: string): ExitCode {
  const clusterPath = join(folder, `${name.replace(/[^\p{L}\p{N}._-]/gu, "_")}.lk`);
  const files: (readonly [path: string, text: string])[] = [[clusterPath, made.cluster]];
  if (made.parameters !== undefined) files.push([join(folder, "etc", "default", "LifeKeeper"), made.parameters]);
  const there = files.find(([path]) => existsSync(path));
  if (there !== undefined) {
    run.io.writeError(`lkcluster: ${words.exists(relative(run.io.directory, there[0]))[run.locale]}\n`);
    return exitCode.usage;
  }
  // No file begins so: what is there stays.
  const why = writeOut(files.map(([path, text]) => ({ path, text, mode: 0o644, mark: /^(?!)/ })));
  if (why !== undefined) {
    run.io.writeError(`lkcluster: ${why[run.locale]}\n`);
    return exitCode.usage;
  }
  for (const [path] of files) if (!run.quiet) run.io.write(`${relative(run.io.directory, path)}\n`);
  return exitCode.ok;
}

const words = {
  standardInput: { en: "standard input", ja: "標準入力" },
  unreadable: (source: string): Localized => ({
    en: `${source} cannot be read.`,
    ja: `${source} を読み込めません。`,
  }),
  exists: (path: string): Localized => ({
    en: `${path} exists already; nothing was written.`,
    ja: `${path} はすでにあります。何も書き込みませんでした。`,
  }),
};
