// The same amount of text for each language server: a cluster of 5,000 lines and a YAML file that says the same, a
// parameter file of 1,000 lines, which is a shell script too; and in each an edit that breaks a line and one that does not.

import { parameters } from "@lkcluster/core/catalogue/parameters.ts";
import type { Edit } from "./languageServer.ts";

export interface LargeFile {
  readonly text: string;
  /** Typed near the beginning, it makes a line wrong. */
  readonly breaks: Edit;
  /** Typed near the end, it changes what the file says. */
  readonly changes: Edit;
}

const nodes = ["node-1", "node-2", "node-3", "node-4"];
const roots = 310;
const partsOfRoot = 3;

export function largeCluster(): LargeFile {
  const lines = ["cluster large {", "  lifekeeper 9.9.0", "  network lan"];
  for (const [index, node] of nodes.entries()) lines.push(`  node ${node} { address 10.0.0.${index + 1} }`);
  for (const [left, a] of nodes.entries()) {
    for (const [right, b] of nodes.entries()) {
      if (left >= right) continue;
      lines.push(`  path ${a} <-> ${b} {`);
      for (const net of [0, 1]) lines.push(`    tcp 10.${net}.0.${left + 1} <-> 10.${net}.0.${right + 1}`);
      lines.push("  }");
    }
  }
  for (let root = 0; root < roots; root++) {
    lines.push("", `  # application ${root}`, `  resource app-${root} gen/app {`);
    lines.push(`    servers ${nodes[root % 4]} 1, ${nodes[(root + 1) % 4]} 10`, "    switchback intelligent");
    for (let part = 0; part < partsOfRoot; part++) {
      lines.push(`    resource part-${root}-${part} gen/app {`, `      info "part ${part}"`, "    }");
    }
    lines.push("  }");
  }
  lines.push("}", "");
  const text = lines.join("\n");
  return {
    text,
    breaks: insert(text, "  resource app-5 ", 2, "x"),
    changes: insert(text, `app-${roots - 2} gen`, 4, "x"),
  };
}

export function largeYaml(): LargeFile {
  const lines = ["cluster: large", "lifekeeper: 9.9.0", "networks: [lan]", "nodes:"];
  for (const [index, node] of nodes.entries()) lines.push(`  ${node}:`, `    address: 10.0.0.${index + 1}`);
  lines.push("resources:");
  for (let root = 0; root < roots; root++) {
    lines.push("", `  # application ${root}`, `  app-${root}:`, "    type: gen/app", "    servers:");
    lines.push(`      ${nodes[root % 4]}: 1`, `      ${nodes[(root + 1) % 4]}: 10`, "    switchback: intelligent");
    lines.push("    parts:");
    for (let part = 0; part < partsOfRoot; part++)
      lines.push(`      part-${root}-${part}:`, `        info: "part ${part}"`);
  }
  lines.push("");
  const text = lines.join("\n");
  return { text, breaks: insert(text, "  app-5:", 2, "["), changes: insert(text, `app-${roots - 2}:`, 4, "x") };
}

/** Every parameter once, as a file has it that was written with care: most of its lines are comments. */
export function largeParameters(): LargeFile {
  const lines = ["# /etc/default/LifeKeeper"];
  const written = parameters.filter(
    ({ variableEnd, belongsTo }) => variableEnd === undefined && belongsTo === undefined,
  );
  const comments = Math.floor(999 / written.length) - 1;
  for (const { name, default: value } of written) {
    for (let line = 0; line < comments; line++) lines.push(`# ${name}: why it is as it is, part ${line}`);
    lines.push(`${name}=${value ?? ""}`);
  }
  while (lines.length < 1000) lines.push("# the end");
  lines.push("");
  const text = lines.join("\n");
  const [early, late] = [written[8]?.name ?? "", written.at(-2)?.name ?? ""];
  return {
    text,
    breaks: insert(text, `\n${early}=`, 1 + early.length, " x"),
    changes: insert(text, `\n${late}=`, 2 + late.length, "7"),
  };
}

function insert(text: string, needle: string, offset: number, by: string): Edit {
  const at = text.indexOf(needle);
  if (at < 0) throw new Error(`the file of this bench has no ${needle}`);
  return { at: at + offset, length: 0, by };
}
