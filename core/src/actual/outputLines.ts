// The lines of an output as a terminal showed them: what a recording, a web page or Windows added is taken away.

/** A line longer than this is no line of ours. */
const lengthMax = 4000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences of a recorded terminal begin with one.
const escapes = /\u001b(?:\[[0-9;?]*[A-Za-z]|\][^\u0007\u001b]{0,200}(?:\u0007|\u001b\\)|[=>()][A-Z0-9]?)/g;

export interface OutputLines {
  readonly lines: readonly string[];
  /** The last line has no end: it may have been cut. */
  readonly cut: boolean;
}

export function outputLines(text: string): OutputLines {
  const plain = text
    .replace(/^\ufeff/, "")
    .replace(escapes, "")
    .replace(/[\u00a0\u2007\u202f]/g, " ");
  const lines = plain.split(/\r*\n/).map((line) => (line.length > lengthMax ? "\u0000" : line.replace(/\r/g, "")));
  const cut = (lines.at(-1) ?? "").trim() !== "";
  return { lines, cut };
}

export interface Word {
  readonly text: string;
  readonly at: number;
}

export function wordsOf(line: string): readonly Word[] {
  return [...line.matchAll(/\S+/g)].map((found) => ({ text: found[0], at: found.index }));
}

/** Whether this can be a name: of a node, a tag. Nothing in it may move a cursor or turn writing round. */
export function isName(text: string): boolean {
  return text !== "" && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text);
}

/** A whole number as printed; undefined for anything else. */
export function wholeNumber(word: string | undefined): number | undefined {
  return word !== undefined && /^\d{1,9}$/.test(word) ? Number(word) : undefined;
}
