// Reads `lcdstatus -q` and `lcdstatus -e`: two tables, resources and communication paths. PRIO is that of the node it ran
// on; the first column is that node itself (LOCAL) or the next one in the order of failover (BACKUP). The depth in a
// hierarchy is told only by the indent of the tag, of one blank or two a level; where blanks were lost, it is not known.

import { smallest } from "../many.ts";
import { displayWidth } from "../text/displayWidth.ts";
import { type ActualPath, type ActualResource, resourceCalled, resourceStates } from "./actual.ts";
import { isName, type Word, wholeNumber, wordsOf } from "./outputLines.ts";

export interface ShortRow {
  /** LOCAL or BACKUP; undefined for dashes. */
  readonly first: string | undefined;
  readonly tag: string;
  readonly id: string;
  readonly state: string;
  readonly priority: number | undefined;
  readonly primary: string;
  /** 0 for the root of a hierarchy; undefined: the blanks that say it are gone. */
  readonly depth: number | undefined;
}

export interface ShortDisplay {
  readonly rows: readonly ShortRow[];
  /** Undefined: there is no second table, because there are no paths or because it was not saved. */
  readonly paths: readonly ActualPath[] | undefined;
  readonly notUnderstood: readonly string[];
  /** Tags that stand below one that is not there. */
  readonly orphans: readonly string[];
}

type RawRow = Omit<ShortRow, "depth"> & { readonly line: string; readonly at: number; readonly afterBlank: boolean };

export function readShortDisplay(lines: readonly string[]): ShortDisplay {
  const rows: RawRow[] = [];
  let paths: ActualPath[] | undefined;
  const notUnderstood: string[] = [];
  let heading: string | undefined;
  let afterBlank = false;
  let table: "resources" | "paths" | undefined;
  for (const line of lines) {
    if (/^\s*(?:LOCAL|BACKUP)\s+TAG\s/.test(line)) {
      table = "resources";
      heading = line;
    } else if (/^\s*MACHINE\s+NETWORK\s/.test(line)) {
      table = "paths";
      paths ??= [];
    } else if (line.trim() !== "" && table !== undefined) {
      const row = table === "resources" ? resourceRow(line, afterBlank) : undefined;
      const path = table === "paths" ? pathRow(line) : undefined;
      if (row !== undefined) rows.push(row);
      else if (path !== undefined) paths?.push(path);
      else notUnderstood.push(line);
    }
    afterBlank = line.trim() === "";
  }
  return { ...placed(rows, heading ?? ""), paths, notUnderstood };
}

function resourceRow(line: string, afterBlank: boolean): RawRow | undefined {
  const words = wordsOf(line);
  const [first, tag] = words;
  const [state, priority, primary] = words.slice(-3);
  if (first === undefined || tag === undefined || words.length < 5) return undefined;
  if (state === undefined || priority === undefined || primary === undefined) return undefined;
  if (!resourceStates.has(state.text) || ![first, tag, primary].every(({ text }) => isName(text))) return undefined;
  if (!isPriority(priority)) return undefined;
  const id = line.slice(tag.at + tag.text.length, state.at).trim();
  if (id !== "" && !isName(id)) return undefined;
  return {
    first: /^-+$/.test(first.text) ? undefined : first.text,
    tag: tag.text,
    id,
    state: state.text,
    priority: wholeNumber(priority.text),
    primary: primary.text,
    line,
    at: tag.at,
    afterBlank,
  };
}

function pathRow(line: string): ActualPath | undefined {
  const [peer, network, ends, state, priority, more] = wordsOf(line);
  if (peer === undefined || network === undefined || ends === undefined || more !== undefined) return undefined;
  if (!isName(peer.text) || !isName(ends.text) || state === undefined || !/^[A-Z]+$/.test(state.text)) return undefined;
  if (priority !== undefined && !isPriority(priority)) return undefined;
  const known = { peer: peer.text, state: state.text, priority: wholeNumber(priority?.text) };
  if (network.text === "TTY") return { ...known, network: "TTY", local: ends.text, remote: undefined };
  const [local, remote, none] = ends.text.split("/");
  if (network.text !== "TCP" || local === undefined || remote === undefined || none !== undefined) return undefined;
  return local === "" || remote === "" ? undefined : { ...known, network: "TCP", local, remote };
}

function isPriority({ text }: Word): boolean {
  return /^(?:\d{1,9}|-+)$/.test(text);
}

/** How a program may have counted the width of what stands before the tag. */
const measures: readonly ((text: string) => number)[] = [(text) => text.length, utf8Length, displayWidth];

/**
 * A level is one blank or two, the same in a whole table, and between two hierarchies an empty line may stand: a row that
 * is further in than that has lost the one above it.
 */
function placed(rows: readonly RawRow[], heading: string): Pick<ShortDisplay, "rows" | "orphans"> {
  const indents = indentsOf(rows, heading) ?? (rows.length === 1 ? [0] : undefined);
  const plain = rows.map(({ line: _line, at: _at, afterBlank: _afterBlank, ...row }) => row);
  if (indents === undefined) return { rows: plain.map((row) => ({ ...row, depth: undefined })), orphans: [] };
  const steps = indents.map((indent, at) => indent - (indents[at - 1] ?? 0)).filter((step) => step > 0);
  const level = smallest([2, ...steps]);
  const isSpaced = rows.slice(1).every(({ afterBlank }) => afterBlank);
  const open: number[] = [];
  const orphans: string[] = [];
  const deep = plain.map((row, at) => {
    const indent = indents[at] ?? 0;
    if (rows[at]?.afterBlank === true && !isSpaced) open.length = 0;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    if (indent - (open.at(-1) ?? -level) > level) orphans.push(row.tag);
    open.push(indent);
    return { ...row, depth: open.length - 1 };
  });
  return { rows: deep, orphans };
}

/** Undefined when the columns do not line up, so that an indent would mean nothing. */
function indentsOf(rows: readonly RawRow[], heading: string): readonly number[] | undefined {
  if (/\t/.test(heading) || !/\S\s\s+\S/.test(heading.trim())) return undefined;
  const measured = measures.map((measure) => {
    const zero = measure(heading.slice(0, heading.indexOf("TAG")));
    return rows.map(({ line, at }) => measure(line.slice(0, at)) - zero);
  });
  const possible = measured.filter((indents) => indents.every((indent) => indent >= 0) && indents.includes(0));
  const aligned = possible.find((indents) => indents[0] === 0) ?? possible[0];
  if (aligned !== undefined) return aligned;
  // A first column that is the same in every row shifts every row alike.
  const [first] = rows;
  if (first === undefined || rows.some((row) => row.first !== first.first)) return undefined;
  const shifted = rows.map(({ at }) => at - first.at);
  return shifted.every((indent) => indent >= 0) ? shifted : undefined;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** Each tag once, with the tags it needs; of a tag that is printed under each of its parents the rows agree. */
export function resourcesOfRows(rows: readonly ShortRow[]): readonly ActualResource[] {
  const children = new Map<string, Set<string>>();
  const open: string[] = [];
  for (const { tag, depth } of rows) {
    if (!children.has(tag)) children.set(tag, new Set());
    if (depth === undefined) continue;
    open.length = Math.min(open.length, depth);
    const parent = open.at(-1);
    if (parent !== undefined && parent !== tag) children.get(parent)?.add(tag);
    open.push(tag);
  }
  const known = rows.every(({ depth }) => depth !== undefined);
  const seen = new Set<string>();
  return rows.flatMap(({ tag, id, state, priority, primary }) => {
    if (seen.has(tag)) return [];
    seen.add(tag);
    const needs = known ? [...(children.get(tag) ?? [])] : undefined;
    return [{ ...resourceCalled(tag), id, state, priority, primary, children: needs }];
  });
}
