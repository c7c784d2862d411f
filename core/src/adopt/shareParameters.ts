// The parameter files of all nodes as one that they share, and for each node the lines in which it differs.

import type { Localized } from "../locale/localized.ts";
import { scanAssignments } from "../plan/defaultsLines.ts";
import { parseDefaults } from "../syntax/defaults/parse.ts";
import type { ActualNode } from "./joinNodes.ts";
import { notes as note } from "./notes.ts";

export interface SharedParameters {
  /** Undefined when no file was read. */
  readonly shared: string | undefined;
  readonly own: ReadonlyMap<string, readonly { readonly name: string; readonly value: string }[]>;
}

export function shareParameters(nodes: readonly ActualNode[], notes: Localized[]): SharedParameters {
  const given = nodes.flatMap((node) => (node.parameters === undefined ? [] : [{ node, text: node.parameters }]));
  const without = nodes.filter(({ parameters }) => parameters === undefined).map(({ name }) => name);
  if (without.length > 0) notes.push(note.noParameters(without));
  const [first] = given;
  if (first === undefined) return { shared: undefined, own: new Map() };
  const files = given.map(({ node, text }) => {
    const lines = new Map(scanAssignments(text).map(({ name, start, end }) => [name, text.slice(start, end)]));
    const strange = [...lines].filter(([name, value]) => !canStand(name, value)).map(([name]) => name);
    for (const name of strange) lines.delete(name);
    if (strange.length > 0) notes.push(note.parametersLeftOut(node.name, strange));
    return { node: node.name, lines };
  });
  const all = [...new Set(files.flatMap(({ lines }) => [...lines.keys()]))];
  const values = files[0]?.lines;
  const alike = new Set(all.filter((name) => files.every(({ lines }) => lines.get(name) === values?.get(name))));
  const differing = all.filter((name) => !alike.has(name));
  return {
    shared: [...alike].map((name) => `${name}=${values?.get(name) ?? ""}\n`).join(""),
    own: new Map(
      files.map(({ node, lines }) => [
        node,
        differing.flatMap((name) => {
          const value = lines.get(name);
          return value === undefined ? [] : [{ name, value: bare(value) }];
        }),
      ]),
    ),
  };
}

/** A line that could be written and read back as it is. */
function canStand(name: string, value: string): boolean {
  const { tree, problems } = parseDefaults("", `${name}=${value}\n`);
  return problems.length === 0 && tree.lines[0]?.kind === "assignment" && !value.includes("\ufffd");
}

function bare(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
