// What is said against what is so, on real sshd nodes: a few hundred sequences of the same generator, with real processes
// that are killed and stopped. Takes minutes; SEQUENCES and SEED say otherwise. Writes its table in docs/faults.md.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeLived, liveOnSsh, sshSequences } from "../support/statements/sshSample.ts";
import { addOutcomes, type Judged, type Tally, withStatements } from "../support/statements/tally.ts";

const sequences = Number(process.env["SEQUENCES"] ?? 300);
const seed = Number(process.env["SEED"] ?? 1);

const tallies = new Map<string, Tally>();
const add = (statement: string, judged: number, untrue: number): void => {
  const known = tallies.get(statement);
  tallies.set(statement, { judged: (known?.judged ?? 0) + judged, untrue: (known?.untrue ?? 0) + untrue });
};
let outcomes: ReadonlyMap<string, number> = new Map();
let runs = 0;
let broken = 0;
for await (const lived of liveOnSsh(sshSequences(seed, sequences), (statement) => add(statement, 1, 0))) {
  runs += lived.outcomes.length;
  for (const outcome of lived.outcomes) outcomes = addOutcomes(outcomes, new Map([[outcome, 1]]));
  for (const { law } of lived.untrue) add(law, 0, 1);
  if (lived.untrue.length === 0) continue;
  broken++;
  process.stderr.write(`${describeLived(lived)}\n`);
}
const judged: Judged = { where: "on real sshd", sequences, runs, outcomes, tallies };
process.stdout.write(`${sequences} sequences, ${runs} runs\n`);
const page = join(import.meta.dirname, "..", "..", "docs", "faults.md");
writeFileSync(page, withStatements(readFileSync(page, "utf8"), judged));
process.exit(broken === 0 ? 0 : 1);
