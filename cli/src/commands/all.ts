// Every command of lkcluster, in the order `lkcluster help` lists them. A new command is one file and one line here.

import type { Command } from "commander";
import type { Shell } from "../command.ts";
import { registerAdvise } from "./advise.ts";
import { registerCheck } from "./check.ts";
import { registerCompare } from "./compare.ts";
import { registerDeploy } from "./deploy.ts";
import { registerExplain } from "./explain.ts";
import { registerExport } from "./export.ts";
import { registerFormat } from "./format.ts";
import { registerImport } from "./import.ts";
import { registerPlan } from "./plan.ts";
import { registerProve } from "./prove.ts";
import { registerRollback } from "./rollback.ts";
import { registerSimulate } from "./simulate.ts";
import { registerStatus } from "./status.ts";
import { registerTest } from "./test.ts";
import { registerTestplan } from "./testplan.ts";

export const commands: readonly ((program: Command, shell: Shell) => void)[] = [
  registerCheck,
  registerExplain,
  registerFormat,
  registerSimulate,
  registerTest,
  registerTestplan,
  registerProve,
  registerAdvise,
  registerCompare,
  registerPlan,
  registerDeploy,
  registerStatus,
  registerRollback,
  registerExport,
  registerImport,
];
