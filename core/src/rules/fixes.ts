// Edits that fixes are made of: set a parameter where it is written, or else where it belongs; add lines to a block.

import type { Localized } from "../locale/localized.ts";
import { writtenName } from "../model/names.ts";
import type { Fix, Place } from "../problem.ts";
import type { FileEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { ClusterContext, Configuration, Context } from "./context.ts";

export function replaced({ file, span }: Place, newText: string): FileEdit {
  return { file, span, newText };
}

/** A fix that puts one text in the place of another. `certain`: it is the one right answer. */
export function replacement(place: Place, newText: string, certain: "certain" | "a choice"): Fix {
  return {
    title: { en: `Change to ${newText}`, ja: `${newText} に変更する` },
    edits: [replaced(place, newText)],
    certain: certain === "certain",
  };
}

export function fix(title: Localized, edits: readonly FileEdit[], certain: "certain" | "a choice"): Fix {
  return { title, edits, certain: certain === "certain" };
}

/** The whole line of an assignment or item, with its line end, so that nothing empty stays behind. */
export function removedLine(text: string, { file, span }: Place): FileEdit {
  let start = span.start;
  while (isBlank(text.charAt(start - 1))) start--;
  let end = span.end;
  while (isBlank(text.charAt(end))) end++;
  const alone = (start === 0 || isBreak(text.charAt(start - 1))) && (end === text.length || isBreak(text.charAt(end)));
  if (!alone) return { file, span: { start, end: span.end }, newText: "" };
  // The last line takes the line end before it along.
  if (end === text.length) start -= lineEndBefore(text, start);
  else end += text.startsWith("\r\n", end) ? 2 : 1;
  return { file, span: { start, end }, newText: "" };
}

export type Assignments = readonly (readonly [name: string, value: string])[];

/**
 * Makes the parameters hold on the nodes of a configuration: replaced where they are written, else appended to the
 * parameter file, else set on each node. Empty when there is nowhere to write.
 */
export function assigned(
  context: Context,
  configuration: Configuration,
  assignments: Assignments,
): readonly FileEdit[] {
  const edits: FileEdit[] = [];
  const missing: (readonly [string, string])[] = [];
  for (const [name, value] of assignments) {
    const written = configuration.values.get(name);
    if (written?.valuePlace === undefined) missing.push([name, value]);
    else if (written.value !== value) {
      edits.push(replaced(written.valuePlace, written.origin === "set" ? writtenName(value) : value));
    }
  }
  if (missing.length === 0) return edits;
  if (context.parameterFile !== undefined) {
    return [
      ...edits,
      appendedToFile(
        context,
        missing.map(([name, value]) => `${name}=${value}`),
      ),
    ];
  }
  const within = asClusterContext(context);
  if (within === undefined) return edits;
  const lines = missing.map(([name, value]) => `set ${name} = ${value === "" ? '""' : writtenName(value)}`);
  return [...edits, ...configuration.nodes.flatMap((node) => insertedInNode(within, node.name, lines) ?? [])];
}

/** Lines at the end of the parameter file, in its own line ends. */
function appendedToFile({ parameterFile }: Context, lines: readonly string[]): FileEdit {
  const text = parameterFile?.text ?? "";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const before = text === "" || text.endsWith("\n") ? "" : eol;
  return {
    file: parameterFile?.file ?? "",
    span: { start: text.length, end: text.length },
    newText: before + lines.map((line) => line + eol).join(""),
  };
}

/** `lines` as the last items of a node; undefined when the node is half typed. */
export function insertedInNode(context: ClusterContext, node: string, lines: readonly string[]): FileEdit | undefined {
  const item = context.nodeItems.get(node);
  if (item?.name === undefined) return undefined;
  const { file } = context.parsed;
  if (item.body === undefined) {
    return { file, span: { start: item.name.span.end, end: item.name.span.end }, newText: ` { ${lines.join(" ")} }` };
  }
  return insertedBeforeEnd(context, item.body.end, lines);
}

/** `lines` as the last items of the cluster. */
export function insertedInCluster(context: ClusterContext, lines: readonly string[]): FileEdit | undefined {
  const body = context.parsed.tree.cluster?.body;
  return body === undefined ? undefined : insertedBeforeEnd(context, body.end, lines);
}

/** `lines` on lines of their own behind an item of the cluster, with its indentation. */
export function insertedAfter({ parsed }: ClusterContext, item: Span, lines: readonly string[]): FileEdit {
  const { file, text } = parsed;
  let lineStart = item.start;
  while (isBlank(text.charAt(lineStart - 1))) lineStart--;
  const ownLine = lineStart === 0 || isBreak(text.charAt(lineStart - 1));
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const between = ownLine ? eol + text.slice(lineStart, item.start) : " ";
  return { file, span: { start: item.end, end: item.end }, newText: lines.map((line) => between + line).join("") };
}

function insertedBeforeEnd({ parsed }: ClusterContext, end: number, lines: readonly string[]): FileEdit | undefined {
  const { file, text } = parsed;
  const at = end - 1;
  if (text.charAt(at) !== "}") return undefined;
  let lineStart = at;
  while (isBlank(text.charAt(lineStart - 1))) lineStart--;
  const ownLine = lineStart === 0 || isBreak(text.charAt(lineStart - 1));
  const span = { start: at, end: at };
  if (!ownLine) return { file, span, newText: `${lineStart === at ? " " : ""}${lines.join(" ")} ` };
  const indent = text.slice(lineStart, at);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return { file, span, newText: lines.map((line) => `  ${line}${eol}${indent}`).join("") };
}

function asClusterContext(context: Context): ClusterContext | undefined {
  return "nodeItems" in context ? (context as ClusterContext) : undefined; // only a ClusterContext has node items
}

function lineEndBefore(text: string, at: number): 0 | 1 | 2 {
  if (at === 0) return 0;
  return text.slice(0, at).endsWith("\r\n") ? 2 : 1;
}

function isBlank(char: string): boolean {
  return char === " " || char === "\t";
}

function isBreak(char: string): boolean {
  return char === "\n" || char === "\r";
}
