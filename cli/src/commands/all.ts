// Every command of lkcluster, in the order `lkcluster help` lists them. A new command is one file and one line here.
// A command is loaded when it is asked for: explaining a word needs neither the prover nor ssh.

import type { Command } from "commander";
import type { Shell } from "../command.ts";

export type Register = (program: Command, shell: Shell) => void;

export interface CommandEntry {
  readonly name: string;
  /** It speaks of the others, which are loaded with it. */
  readonly needsAll?: true;
  load(): Promise<Register>;
}

export const commands: readonly CommandEntry[] = [
  { name: "check", load: async () => (await import("./check.ts")).registerCheck },
  { name: "explain", load: async () => (await import("./explain.ts")).registerExplain },
  { name: "explain-log", load: async () => (await import("./explainLog.ts")).registerExplainLog },
  { name: "format", load: async () => (await import("./format.ts")).registerFormat },
  { name: "simulate", load: async () => (await import("./simulate.ts")).registerSimulate },
  { name: "test", load: async () => (await import("./test.ts")).registerTest },
  { name: "testplan", load: async () => (await import("./testplan.ts")).registerTestplan },
  { name: "report", load: async () => (await import("./report.ts")).registerReport },
  { name: "prove", load: async () => (await import("./prove.ts")).registerProve },
  { name: "availability", load: async () => (await import("./availability.ts")).registerAvailability },
  { name: "maintenance", load: async () => (await import("./maintenance.ts")).registerMaintenance },
  { name: "advise", load: async () => (await import("./advise.ts")).registerAdvise },
  { name: "compare", load: async () => (await import("./compare.ts")).registerCompare },
  { name: "plan", load: async () => (await import("./plan.ts")).registerPlan },
  { name: "deploy", load: async () => (await import("./deploy.ts")).registerDeploy },
  { name: "status", load: async () => (await import("./status.ts")).registerStatus },
  { name: "rollback", load: async () => (await import("./rollback.ts")).registerRollback },
  { name: "export", load: async () => (await import("./export.ts")).registerExport },
  { name: "import", load: async () => (await import("./import.ts")).registerImport },
  { name: "mcp", load: async () => (await import("./mcp.ts")).registerMcp },
  { name: "completion", needsAll: true, load: async () => (await import("./completion.ts")).registerCompletion },
];
