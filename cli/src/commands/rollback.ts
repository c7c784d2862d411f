// lkcluster rollback: a deployment of what an earlier generation holds, with the same promise.

import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import {
  loadCluster,
  type NodeOptions,
  nodeOptions,
  showProgress,
  wayToNodes,
  withCancel,
  writeReport,
} from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { carryingOf, carryingOptions } from "./deploy.ts";
import { planningOptions } from "./plan.ts";

interface RollbackOptions extends NodeOptions {
  readonly to?: string;
  readonly activate?: boolean;
  readonly ignoreProofs?: boolean;
  readonly confirmWithin?: string;
}

export function registerRollback(program: Command, shell: Shell): void {
  addCommand<RollbackOptions>(program, shell, {
    usage: "rollback <file>",
    summary: { en: "go back to the previous generation", ja: "前の世代に戻す" },
    formats: ["text", "json"],
    options: [
      ...nodeOptions,
      ...planningOptions.filter(({ flags }) => flags !== "--replace"),
      ...carryingOptions,
      {
        flags: "--to <id>",
        summary: {
          en: "to the result of this deployment; status lists them",
          ja: "このデプロイの結果に戻す（ID は status で確認）",
        },
      },
    ],
    run: (run, [path = ""], options) => rollback(run, path, options),
  });
}

async function rollback(run: Run, path: string, options: RollbackOptions): Promise<ExitCode> {
  const carrying = carryingOf(run, options);
  if (typeof carrying === "number") return carrying;
  const loaded = loadCluster(run, path, options);
  if (typeof loaded === "number") return loaded;
  // Going back must be possible while the files here are being repaired, so rules may find errors.
  const { sound } = loaded.result;
  if (sound === undefined) return exitCode.refused;
  const request = {
    cluster: sound,
    ...wayToNodes(run, loaded.file, options),
    ...carrying,
    onProgress: showProgress(run),
    activate: options.activate === true,
    ignoreProofs: options.ignoreProofs === true,
    ...(options.to === undefined ? {} : { to: options.to }),
    ...(options.node === undefined ? {} : { nodes: options.node }),
  };
  const report = await withCancel(run, (signal) => rollbackCluster({ ...request, signal }));
  return writeReport(run, report);
}
