// How fast the editor's questions are answered while proofs are made: hover and completion on a large cluster, at
// the end of two streams, every keystroke a change. Prints percentiles in milliseconds; beside them, because machines
// are seldom quiet, what the server's thread really worked, and how long a question took that needs no work at all.

import { warmUpSteps } from "../../server/src/warmUp.ts";
import { Editor } from "../server/editor.ts";

const uri = "file:///bench/large.lk";
const defaults = "file:///bench/LifeKeeper";
const rounds = 300;

/** Eight nodes, all paths between them, forty hierarchies of five resources. */
function largeCluster(): string {
  const nodes = Array.from({ length: 8 }, (_, index) => `node-${index + 1}`);
  const lines = ["cluster large {", "  lifekeeper 9.9.0", '  defaults "LifeKeeper"', "  network lan"];
  for (const [index, node] of nodes.entries()) lines.push(`  node ${node} { address 10.0.0.${index + 1} }`);
  for (const [left, a] of nodes.entries()) {
    for (const [right, b] of nodes.entries()) {
      if (left < right)
        lines.push(`  path ${a} <-> ${b} { tcp 10.0.0.${left + 1} <-> 10.0.0.${right + 1} on lan priority 1 }`);
    }
  }
  for (let root = 0; root < 40; root++) {
    const first = nodes[root % 8] ?? "";
    const second = nodes[(root + 1) % 8] ?? "";
    lines.push(`  resource app-${root} gen/app {`, `    servers ${first} 1, ${second} 10`);
    for (let child = 0; child < 4; child++) lines.push(`    resource part-${root}-${child} gen/app`);
    lines.push("  }");
  }
  lines.push("}", 'prove "one fault" {', "  sometimes failover", "  up to 1 faults of crash", "}");
  lines.push('prove "many faults" {', "  never split-brain", "  up to 3 faults", "}", "");
  return lines.join("\n");
}

type Situation = "after a keystroke" | "while proving";

interface Timed {
  readonly wallMs: number;
  /** Of this thread, in which both the server and the editor live. Counted in ticks: right in sum, not each by itself. */
  readonly workMs: number;
}

async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  await work();
  const wallMs = performance.now() - start;
  const { user, system } = process.threadCpuUsage(cpu);
  return { wallMs, workMs: (user + system) / 1000 };
}

function percentiles(all: readonly Timed[]): string {
  const times = all.map(({ wallMs }) => wallMs).sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(5);
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}`;
}

function meanWork(all: readonly Timed[]): string {
  return (all.reduce((sum, { workMs }) => sum + workMs, 0) / all.length).toFixed(2);
}

const nothing = (): Promise<unknown> =>
  editor.connection.sendRequest("textDocument/foldingRange", { textDocument: { uri: "untitled:none" } });

async function measure(name: string, situation: Situation, ask: () => Promise<unknown>): Promise<void> {
  const questions: Timed[] = [];
  const empty: Timed[] = [];
  for (let round = 0; round < rounds; round++) {
    // A keystroke: one more character in a comment at the end.
    if (situation === "after a keystroke") {
      await editor.change(uri, `${editor.text(uri)}${round % 40 === 0 ? "\n# " : "x"}`);
    }
    questions.push(await timed(ask));
    empty.push(await timed(nothing));
  }
  const what = `${name} ${situation}`.padEnd(34);
  console.log(`${what} ${percentiles(questions)}  work ${meanWork(questions)}   (nothing: ${percentiles(empty)})`);
}

const editor = await Editor.start();
// As the program does in its first quiet moment; `--cold` shows what it is good for.
if (!process.argv.includes("--cold")) for (const _ of warmUpSteps());
await editor.open(defaults, "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n");
const text = largeCluster();
await editor.open(uri, text);
console.log(`${text.length} characters, 8 nodes, 200 resources; milliseconds; each ${rounds} times`);
await editor.diagnostics(uri, () => true);

const edits: Timed[] = [];
for (let round = 0; round < 40; round++) {
  const isWrong = round % 2 === 0;
  edits.push(
    await timed(async () => {
      await editor.change(uri, isWrong ? text.replace("up to 3 faults", "up to 3 foults") : text);
      await editor.diagnostics(uri, (all) => all.some(({ code }) => code === "syntax-missing-part") === isWrong);
    }),
  );
}
console.log(`edit to diagnostics, the first     ${edits[0]?.wallMs.toFixed(1)}  work ${edits[0]?.workMs.toFixed(1)}`);
console.log(`edit to diagnostics, the next 39   ${percentiles(edits.slice(1))}  work ${meanWork(edits.slice(1))}`);

const questions: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["hover", () => editor.ask("textDocument/hover", uri, "node-5 { address")],
  ["completion", () => editor.ask("textDocument/completion", uri, "gen/app")],
  ["semantic tokens", () => editor.askFile("textDocument/semanticTokens/full", uri)],
];
for (const [name, ask] of questions) await measure(name, "after a keystroke", ask);

async function verdicts(): Promise<readonly string[]> {
  type Lens = { readonly command?: { readonly title: string } };
  const lenses = await editor.askFile<readonly Lens[]>("textDocument/codeLens", uri);
  return lenses.flatMap(({ command }) => (command?.title.startsWith("Prove") ? [command.title] : []));
}

// The prover begins when nobody has typed for a moment. Once the small proof is done the large one is under way, and
// three faults on eight nodes keep it busy for long.
await editor.change(uri, `${text}\n`);
let first = "Prove";
while (first === "Prove") first = (await verdicts())[0] ?? "";
for (const [name, ask] of questions) await measure(name, "while proving", ask);
console.log(`the lenses of the proofs now say: ${(await verdicts()).join(" | ")}`);
await editor.stop();
process.exit(0);
