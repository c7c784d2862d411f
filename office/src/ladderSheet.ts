// A drawing made of cells, which any spreadsheet shows and anybody can go on with: boxes beside each other, and below
// them a rung for each two that are joined.

import type { Ladder } from "@lkcluster/core/documents/document.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { displayWidth } from "@lkcluster/core/text/displayWidth.ts";
import { type MadeSheet, Sheet } from "./sheet.ts";

const line = { style: "medium", color: { rgb: "57606A" } } as const;
const dashed = { style: "mediumDashed", color: { rgb: "9A6700" } } as const;
const pole = { style: "thin", color: { rgb: "B8C1CC" } } as const;

/** Each box is two columns, between which its pole stands; then a column of room. */
export function ladderSheet(title: string, { boxes, rungs }: Ladder, locale: Locale): MadeSheet {
  const half = boxes.map(({ lines }) =>
    Math.max(10, Math.ceil((largest(lines.map((text) => displayWidth(text[locale]))) + 4) / 2)),
  );
  const widths = boxes.flatMap((_, at) => [half[at] ?? 10, half[at] ?? 10, 12]).slice(0, -1);
  const sheet = new Sheet(locale, widths);
  sheet.add([{ text: title, look: "heading" }], 24);
  sheet.add([], 8);
  const height = 16 * Math.max(1, largest(boxes.map(({ lines }) => lines.length))) + 10;
  const top = sheet.add([], height);
  for (const [at, { lines, kind }] of boxes.entries()) {
    const text = lines.map((one) => one[locale]).join("\n");
    for (const column of [leftOf(at), leftOf(at) + 1]) sheet.put(top, column, column === leftOf(at) ? text : "", kind);
    sheet.merge(top, leftOf(at), top, leftOf(at) + 1);
  }
  for (const { between, text, kind } of rungs) {
    const [from, to] = [Math.min(...between), Math.max(...between)];
    const row = sheet.add([], 22);
    for (const [at] of boxes.entries()) {
      if (at < from || at > to) sheet.put(row, leftOf(at), "", "rung", { right: pole });
    }
    const first = leftOf(from) + 1;
    const last = leftOf(to);
    for (let column = first; column <= last; column++) {
      sheet.put(row, column, column === first ? text : "", "rung", { bottom: kind === "path" ? line : dashed });
    }
    sheet.merge(row, first, row, last);
  }
  return sheet.made();
}

function leftOf(box: number): number {
  return 3 * box;
}
