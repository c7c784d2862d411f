// How fast the editor's questions are answered while proofs are made: hover and completion on a large cluster, at
// the end of two streams, every keystroke a change. Prints percentiles in milliseconds.

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

async function measure(name: string, situation: Situation, ask: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // A keystroke: one more character in a comment at the end.
    if (situation === "after a keystroke") {
      await editor.change(uri, `${editor.text(uri)}${round % 40 === 0 ? "\n# " : "x"}`);
    }
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  console.log(
    `${`${name} ${situation}`.padEnd(34)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  max ${at(1)} ms  (${rounds} times)`,
  );
}

const editor = await Editor.start();
await editor.open(defaults, "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n");
const text = largeCluster();
await editor.open(uri, text);
console.log(`${text.length} characters, 8 nodes, 200 resources; nothing else is asked meanwhile`);
await editor.diagnostics(uri, () => true);

const start = performance.now();
await editor.change(uri, text.replace("up to 3 faults", "up to 3 foults"));
await editor.diagnostics(uri, (all) => all.some(({ code }) => code === "syntax-missing-part"));
console.log(`edit to diagnostics          ${(performance.now() - start).toFixed(1)} ms`);
await editor.change(uri, text);

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
