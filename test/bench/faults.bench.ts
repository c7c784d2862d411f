// Every fault at every moment: the commands of the remote program one by one, every kind of fault over ssh before and
// after every remote phase, and the client killed after every line it prints. Writes the table in docs/faults.md.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandFaults } from "../../deploy/testNodes/localNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { commandFaultCase, commandFaultPlan } from "../support/commandFaults.ts";
import { type FaultRow, faultPage } from "../support/faultTable.ts";
import { memoryFaultRows } from "../support/memoryFaults.ts";
import { faultKinds, killClient, moments, tryFault } from "../support/sshFaults.ts";
import { statementsIn } from "../support/statements/tally.ts";

const missing = ensurePrograms(["sshd", "ssh", "ssh-keygen", "csh", "fish"]);
if (missing !== undefined) {
  process.stderr.write(`${missing}\n`);
  process.exit(1);
}

/** Some at a time: each case waits more than it works. */
const atOnce = 3;

type Case = () => Promise<string>;

async function runCases(where: string, fault: string, cases: readonly Case[]): Promise<FaultRow> {
  const outcomes = new Map<string, number>();
  const waiting = [...cases];
  const count = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        count(await next());
      } catch (error) {
        // Decided: a broken promise is a row of the table and the end of the run, after everything was tried.
        count("BROKEN");
        process.stderr.write(`${fault}: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const said = [...outcomes].map(([outcome, times]) => `${times} ${outcome}`).join(", ");
  process.stdout.write(`${where}: ${fault}: ${said}\n`);
  return { where, fault, outcomes };
}

const rows: FaultRow[] = [...(await memoryFaultRows())];
const commands = await commandFaultPlan(1);
for (const fault of commandFaults) {
  rows.push(
    await runCases(
      "real sh, every command that changes something",
      fault,
      commands.map((at) => () => commandFaultCase(at, fault)),
    ),
  );
}
for (const kind of faultKinds) {
  // A fault that strikes at a moment strikes at every moment on every node.
  const cases: readonly Case[] =
    kind.usualMoment === undefined
      ? [() => tryFault(kind, 1, undefined)]
      : moments.flatMap((moment) => [0, 1, 2].map((node) => () => tryFault(kind, node, moment)));
  rows.push(await runCases("real sshd, every phase", kind.fault, cases));
}
const lines = [
  "reading the node",
  "writing the new file beside the old one",
  "arming the timer",
  "renaming the new file into place",
  "checking over a new connection",
  "confirming",
];
rows.push(
  await runCases(
    "real sshd, every phase",
    "client killed with SIGKILL",
    lines.flatMap((line) => [1, 2, 3].map((nth) => () => killClient(line, nth, nth === 2))),
  ),
);
const page = join(import.meta.dirname, "..", "..", "docs", "faults.md");
writeFileSync(page, `${faultPage(rows)}${statementsIn(readFileSync(page, "utf8"))}`);
process.exit(rows.some(({ outcomes }) => outcomes.has("BROKEN")) ? 1 : 0);
