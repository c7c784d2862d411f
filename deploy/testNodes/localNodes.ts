// Nodes that are folders on this machine, reached by a plain `sh` instead of ssh: the real remote program, with a fault
// at any single command it runs. Wrappers in front of the PATH count the commands that change something.

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hosts } from "../src/host.ts";
import { openShell } from "../src/remote/connection.ts";
import { installStandIns, type LcdAnswers, lcdAnswers, shortStatus } from "./standIns.ts";
import { killBelongingTo, processesOf } from "./testNodes.ts";

export const commandFaults = ["command-fails", "killed-before-command", "killed-after-command"] as const;

export type CommandFault = (typeof commandFaults)[number];

export interface LocalNode {
  readonly name: string;
  readonly file: string;
  readonly folder: string;
  /** The commands that changed something so far, by name. */
  commands(): readonly string[];
  /** Arms one fault at the command with this number, counted from 0. */
  inject(at: number, fault: CommandFault): void;
  /** Also counts and clears what was counted. */
  reset(): void;
}

export interface LocalNodes {
  readonly nodes: readonly LocalNode[];
  readonly folder: string;
  readonly hosts: Hosts;
  /** Process ids of sessions and timers that still live. */
  processes(): readonly number[];
  stop(): void;
}

const counted = ["mv", "cp", "ln", "rm", "mkdir", "chmod", "sync", "setsid"];

export interface LocalNodesOptions {
  /** What a session runs; `sh` by default. */
  readonly shell?: readonly string[];
  /** Where its commands are instead of the folders of this machine. Then none of them is counted. */
  readonly path?: string;
}

export function startLocalNodes(
  names: readonly string[],
  content: string,
  { shell = ["sh"], path }: LocalNodesOptions = {},
): LocalNodes {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lkcluster-local-")));
  const nodes = names.map((name, at) => makeNode(folder, name, shortStatus(names, at), lcdAnswers(names, at), content));
  const hosts: Hosts = ({ node, file }) => ({
    node,
    connect: (signal) =>
      openShell({
        node,
        file,
        signal,
        timeoutMs: 10_000,
        firstAnswerMs: 10_000,
        explainEnd: () => "connection-lost",
        spawn: () => startShellOn(join(folder, node), shell, path),
      }),
  });
  return {
    nodes,
    folder,
    hosts,
    processes: () => processesOf(folder),
    stop() {
      killBelongingTo(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What ssh would start on the node in this folder. */
export function startShellOn(
  home: string,
  shell: readonly string[] = ["sh"],
  path?: string,
): ChildProcessWithoutNullStreams {
  const [program = "sh", ...args] = shell;
  return spawn(program, args, {
    stdio: "pipe",
    // A group of its own, so that a fault can kill the whole session and nothing else.
    detached: true,
    env: {
      ...process.env,
      PATH:
        path === undefined
          ? `${join(home, "wrap")}:${join(home, "bin")}:${process.env["PATH"]}`
          : `${join(home, "bin")}:${path}`,
      LKCLUSTER_TEST_NODES: home,
    },
  });
}

function makeNode(root: string, name: string, status: string, lcd: LcdAnswers, content: string): LocalNode {
  const folder = join(root, name);
  const file = join(folder, "etc", "default", "LifeKeeper");
  mkdirSync(join(folder, "etc", "default"), { recursive: true });
  writeFileSync(file, content);
  installStandIns(folder, name, status, lcd);
  mkdirSync(join(folder, "wrap"));
  for (const command of counted) {
    const wrapper = join(folder, "wrap", command);
    writeFileSync(wrapper, wrapperOf(folder, command, realPathOf(command)));
    chmodSync(wrapper, 0o755);
  }
  const log = join(folder, "commands");
  const fault = join(folder, "fault");
  writeFileSync(log, "");
  return {
    name,
    file,
    folder,
    commands: () => readFileSync(log, "utf8").split("\n").filter(Boolean),
    inject(at, kind) {
      writeFileSync(log, "");
      writeFileSync(fault, `${at} ${kind}\n`);
    },
    reset() {
      rmSync(fault, { force: true });
      writeFileSync(log, "");
    },
  };
}

/** Timers count too: they run the same commands. The fault happens once and is then gone. */
function wrapperOf(folder: string, command: string, real: string): string {
  return `#!/bin/sh
at=$(wc -l <'${folder}/commands')
echo ${command} >>'${folder}/commands'
if [ -f '${folder}/fault' ]; then
  read -r when kind <'${folder}/fault'
  if [ "$when" -eq "$at" ]; then
    ${realPathOf("rm")} -f '${folder}/fault'
    case $kind in
      command-fails) echo "${command}: no space left on device" >&2; exit 1 ;;
      killed-before-command) kill -9 0 ;;
      killed-after-command) ${real} "$@"; kill -9 0 ;;
    esac
  fi
fi
exec ${real} "$@"
`;
}

function realPathOf(command: string): string {
  const found = ["/usr/bin", "/bin"].map((folder) => join(folder, command)).find(existsSync);
  return found ?? spawnSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" }).stdout.trim();
}
