// Names in less room than they need, so that they can still be told apart: names of one cluster begin alike, and it is
// their end, or their middle, that differs.

import { fitText, textWidth } from "./geometry.ts";

/** By name, what is drawn of it. Different names get different texts wherever the room has any that differ. */
export function distinctTexts(names: readonly string[], width: number, fontSize: number): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (names.every((name) => textWidth(name, fontSize) <= width)) return new Map(names.map((name) => [name, name]));
  const begin = sharedBeginning(names);
  const end = sharedEnd(names.map((name) => name.slice(begin)));
  const taken = new Set<string>();
  for (const name of names) {
    if (texts.has(name)) continue;
    const own = name.slice(begin, name.length - end);
    const candidates = [
      name,
      ...(end === 0 ? ending(name, [...own].length, width, fontSize) : []),
      `${begin > 0 ? "…" : ""}${own}${end > 0 ? "…" : ""}`,
      ...middles(name, width, fontSize),
      ...middles(own, width, fontSize),
    ];
    const fitting = candidates.filter((text) => textWidth(text, fontSize) <= width);
    const text = fitting.find((one) => !taken.has(one)) ?? fitting[0] ?? fitText(own, width, fontSize);
    taken.add(text);
    texts.set(name, text);
  }
  return texts;
}

/** As much of the end as there is room for, and no less than what differs. */
function ending(name: string, least: number, width: number, fontSize: number): readonly string[] {
  let tail = "";
  for (const character of [...name].reverse()) {
    if (textWidth(`…${character}${tail}`, fontSize) > width) break;
    tail = `${character}${tail}`;
  }
  return [...tail].length >= least ? [`…${tail}`] : [];
}

/** Beginning and end around an ellipsis: first with as much of both, then with ever more of the end. */
function middles(name: string, width: number, fontSize: number): readonly string[] {
  const characters = [...name];
  const found: string[] = [];
  for (let head = Math.floor(characters.length / 2); head >= 0; head--) {
    const start = characters.slice(0, head).join("");
    let tail = "";
    for (const character of characters.slice(head).reverse()) {
      if (textWidth(`${start}…${character}${tail}`, fontSize) > width) break;
      tail = `${character}${tail}`;
    }
    // As much of the end as of the beginning, and no less than two characters of it.
    if ([...tail].length >= Math.max(head, 2)) found.push(`${start}…${tail}`);
  }
  return found;
}

/** How many characters all begin with; one name alone shares nothing. Never a part of a number or of a pair. */
function sharedBeginning(names: readonly string[]): number {
  const [first = "", ...others] = new Set(names);
  if (others.length === 0) return 0;
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length++;
  while (length > 0 && isInside(first, length)) length--;
  // A whole word says more than its number: `db01`.
  const word = first.slice(0, length).search(/[-_.][^-_.]*$/) + 1;
  return word > 0 ? word : length;
}

function sharedEnd(names: readonly string[]): number {
  return sharedBeginning(names.map((name) => [...name].reverse().join("")));
}

/** Between two digits, or in the middle of a surrogate pair. */
function isInside(name: string, at: number): boolean {
  const before = name.charCodeAt(at - 1);
  const isDigits = /[0-9]/.test(name[at - 1] ?? "") && /[0-9]/.test(name[at] ?? "");
  return isDigits || (before >= 0xd800 && before <= 0xdbff);
}
