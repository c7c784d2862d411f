// Finds what a rule can get wrong by one: every place that it reports, every comparison. Each becomes a switch in the
// same text, so that one copy of the rules holds all mutants and an environment variable or a global chooses one.

import { stripTypeScriptTypes } from "node:module";
import { type AnyNode, parse } from "acorn";

export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** A place one column off; a boundary moved by one to either side. */
  readonly kind: "place" | "boundary below" | "boundary above";
  /** What is written there. */
  readonly code: string;
}

/** Read by the functions that `switches` declares. */
export const switches = `
globalThis.mutant = Number(process.env.MUTANT ?? -1);
globalThis.reached = new Set();
globalThis.movedPlace = (id, place) => {
  reached.add(id);
  if (mutant !== id || place === undefined) return place;
  const { start, end } = place.span ?? place;
  const span = end - start > 1 ? { start: start + 1, end } : { start: Math.max(0, start - 1), end: end + 1 };
  return place.span === undefined ? span : { ...place, span };
};
globalThis.moved = (id, operator, left, right) => {
  reached.add(id).add(id + 1);
  const off = mutant === id ? -1 : mutant === id + 1 ? 1 : 0;
  switch (operator) {
    case "<": return left < right + off;
    case "<=": return left <= right + off;
    case ">": return left > right + off;
    case ">=": return left >= right + off;
  }
};
`;

const comparisons: readonly string[] = ["<", "<=", ">", ">="];

/** The text with a switch at each of its mutants, the first of which has the number `first`. */
export function instrumented(file: string, text: string, first: number): { text: string; mutants: readonly Mutant[] } {
  // Types become blanks, so offsets stay those of the file.
  const tree = parse(stripTypeScriptTypes(text), { ecmaVersion: "latest", sourceType: "module" });
  const mutants: Mutant[] = [];
  const inserts: { readonly at: number; readonly remove: number; readonly text: string; readonly order: number }[] = [];
  const put = (at: number, order: number, inserted: string, remove = 0): void => {
    inserts.push({ at, order, text: inserted, remove });
  };
  const add = (node: AnyNode, kind: Mutant["kind"]): number => {
    const line = text.slice(0, node.start).split("\n").length;
    return first + mutants.push({ file, line, kind, code: text.slice(node.start, node.end).replace(/\s+/g, " ") }) - 1;
  };
  const place = (value: AnyNode, depth: number, name = ""): void => {
    put(value.start, depth, `${name}movedPlace(${add(value, "place")}, `);
    put(value.end, -depth, ")");
  };
  const visit = (node: AnyNode, depth: number): void => {
    if (node.type === "BinaryExpression" && comparisons.includes(node.operator)) {
      const id = add(node, "boundary below");
      add(node, "boundary above");
      const sign = text.indexOf(node.operator, node.left.end);
      put(node.start, depth, `moved(${id}, "${node.operator}", `);
      put(sign, 0, ",", node.operator.length);
      put(node.end, -depth, ")");
    }
    if (node.type === "ObjectExpression" && node.properties.some((each) => nameOf(each) === "message")) {
      for (const property of node.properties) {
        if (property.type === "SpreadElement") {
          // A condition spreads in something else than a place.
          if (property.argument.type !== "ConditionalExpression") place(property.argument, depth);
        } else if (nameOf(property) === "place") place(property.value, depth, property.shorthand ? "place: " : "");
      }
    }
    // Scenarios and settings report the part of the tree that they are about.
    if (node.type === "CallExpression" && /(?:^|\.)report$/.test(text.slice(node.callee.start, node.callee.end))) {
      const span = node.arguments[node.callee.type === "MemberExpression" ? 1 : 0];
      if (span !== undefined) place(span, depth);
    }
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(tree, 1);
  const parts: string[] = [];
  let at = 0;
  // At one offset what closes comes before what opens, and inside before outside.
  for (const insert of inserts.sort((a, b) => a.at - b.at || a.order - b.order)) {
    parts.push(text.slice(at, insert.at), insert.text);
    at = insert.at + insert.remove;
  }
  return { text: parts.join("") + text.slice(at), mutants };
}

function nameOf(node: AnyNode): string | undefined {
  return node.type === "Property" && node.key.type === "Identifier" ? node.key.name : undefined;
}

function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof value === "object" && value !== null && "type" in value);
}
