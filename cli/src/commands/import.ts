// lkcluster import: a cluster file from a running cluster, read over ssh or from what lcdstatus -q printed.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { bytesOfText } from "@lkcluster/core/plan/byteText.ts";
import { type Imported, type ImportedNode, importCluster } from "@lkcluster/core/plan/importCluster.ts";
import { describeFailure, isFailure } from "@lkcluster/deploy/failure.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import { printable } from "@lkcluster/deploy/printable.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { writeOut } from "../output/outFiles.ts";

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
      en: "a cluster file from a running cluster; SOURCE is ssh:HOST, a file with the output of lcdstatus -q, or -",
      ja: "稼働中のクラスターからクラスターファイルを作る。SOURCE は ssh:HOST、lcdstatus -q の出力ファイル、または -",
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
  const nodes: ImportedNode[] = [];
  for (const source of sources) {
    const node = await readSource(run, source, options);
    if (typeof node === "number") return node;
    nodes.push(node);
  }
  const name = options.name ?? "imported";
  const made = importCluster(name, nodes);
  for (const note of made.notes) run.io.writeError(`${run.paint.yellow("!")} ${note[run.locale]}\n`);
  if (options.out !== undefined) return writeFiles(run, name, made, resolve(run.io.directory, options.out));
  const text = `${made.cluster}${made.parameters === undefined ? "" : `\n# etc/default/LifeKeeper\n${made.parameters}`}`;
  // A file gets what the nodes hold byte for byte; a terminal must not be driven by it.
  run.io.write(run.io.interactive ? printable(text) : text);
  return exitCode.ok;
}

async function readSource(run: Run, source: string, options: ImportOptions): Promise<ImportedNode | ExitCode> {
  if (source.startsWith("ssh:")) return readNode(run, source.slice("ssh:".length), options);
  try {
    const bytes = source === "-" ? await run.io.readInput() : readStatus(resolve(run.io.directory, source));
    const status = new TextDecoder().decode(bytes);
    return { name: undefined, ssh: undefined, status, parameters: undefined };
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
  return readFileSync(file);
}

async function readNode(run: Run, ssh: string, options: ImportOptions): Promise<ImportedNode | ExitCode> {
  const hosts = openSshHosts({
    questions: run.io.interactive ? "terminal" : "batch",
    ...(options.sshConfig === undefined ? {} : { configFile: resolve(run.io.directory, options.sshConfig) }),
  });
  const file = options.file ?? "/etc/default/LifeKeeper";
  const connection = await hosts({ node: ssh, ssh, file }).connect();
  const answer = isFailure(connection) ? connection : await connection.request({ kind: "read" });
  if (!isFailure(connection)) await connection.close();
  if (isFailure(answer)) {
    run.io.writeError(`lkcluster: ${describeFailure(answer)[run.locale]}\n`);
    return exitCode.no;
  }
  const { target, status, lifekeeperName } = answer.facts;
  return {
    name: lifekeeperName === undefined || lifekeeperName === "" ? ssh : lifekeeperName,
    ssh,
    status: status ?? "",
    parameters: target.kind === "file" ? target.content : bytesOfText(""),
  };
}

/** Never over a file that is there. */
function writeFiles(run: Run, name: string, made: Imported, folder: string): ExitCode {
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
  unreadable: (source: string): Localized => ({
    en: `${source} cannot be read.`,
    ja: `${source} を読み込めません。`,
  }),
  exists: (path: string): Localized => ({
    en: `${path} exists already; nothing was written.`,
    ja: `${path} はすでにあります。何も書き込みませんでした。`,
  }),
};
