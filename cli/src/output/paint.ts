// Colours and layout of terminal text. Full-width characters count two columns.

import { randomInt } from "node:crypto";
import { visible } from "@lkcluster/core/text/shown.ts";
import picocolors from "picocolors";
import stringWidth from "string-width";

export type Paint = ReturnType<typeof picocolors.createColors>;

/**
 * Colours are escape sequences, and so is what a hostile name holds. Ours bear a mark that nobody can guess, until
 * `shownOnTerminal` takes it away and everything else with it.
 */
const mark = Array.from({ length: 3 }, () => randomInt(1000, 10_000)).join(";");
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences
const plain = /\x1b\[(\d+)m/g;
const marked = new RegExp(`\\x1b\\[${mark};(\\d+)m`, "g");

export function painter(colours: boolean): Paint {
  const paint = picocolors.createColors(colours);
  if (!colours) return paint;
  const wrapped = Object.entries(paint).map(([name, make]) => [
    name,
    typeof make === "function"
      ? (text: string) => make(shownOnTerminal(text)).replace(plain, `\x1b[${mark};$1m`)
      : make,
  ]);
  // The same names with the same types.
  return Object.fromEntries(wrapped) as Paint;
}

/** The only way to a terminal: of all that could drive it, our own colours are left. */
export function shownOnTerminal(text: string): string {
  const parts = text.split(marked);
  // Behind each text stands the number of a colour.
  return parts.map((part, at) => (at % 2 === 0 ? visible(part) : `\x1b[${part}m`)).join("");
}

/** Columns that `text` takes on a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

export function padTo(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

/** Breaks long lines and indents every line. */
export function wrap(text: string, columns: number, indent = ""): string {
  const room = Math.max(20, columns - widthOf(indent));
  return text
    .split("\n")
    .flatMap((line) => fill(line, room))
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n");
}

/** `lead`, then `text`; what does not fit goes on below the text, not below the lead. `tail` stays whole if it can. */
export function hang(lead: string, text: string, columns: number, tail = ""): string {
  const indent = " ".repeat(widthOf(lead));
  const body = lead + wrap(text, columns, indent).slice(indent.length);
  if (tail === "") return body;
  const last = body.slice(body.lastIndexOf("\n") + 1);
  return widthOf(last) + 2 + widthOf(tail) <= columns ? `${body}  ${tail}` : `${body}\n${wrap(tail, columns, indent)}`;
}

// What stays together on a line: colours with what they begin, a full-width character with the punctuation that must
// not begin a line (kinsoku) or the bracket that must not end one, a run of Latin letters, a run of spaces.
const atoms =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences
  /(?:\x1b\[[\d;]*m)*(?:[（「『【[(]*(?:[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+)(?:\x1b\[[\d;]*m)*[\])},.:;!?、。，．）」』】\uff1a；！？・ー…々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|\s+)(?:\x1b\[[\d;]*m)*/gu;

/** Greedy; an atom wider than the room is cut, but for an address, which must be copied whole. Leading spaces of the line are kept, trailing ones are not. */
function fill(line: string, room: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const [atom] of line.matchAll(atoms)) {
    if (widthOf(current) + widthOf(atom.trimEnd()) <= room) {
      current += atom;
      continue;
    }
    if (current.trim() !== "") lines.push(current.trimEnd());
    current = atom.trimStart();
    while (widthOf(current) > room && !current.includes("://")) {
      let cut = 1;
      while (widthOf(current.slice(0, cut + 1)) <= room) cut++;
      lines.push(current.slice(0, cut));
      current = current.slice(cut);
    }
  }
  return [...lines, current.trimEnd()];
}
