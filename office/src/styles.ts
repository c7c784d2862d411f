// How the cells of a workbook look: dark heads, thin lines, own values marked, boxes to fill in left white. Every look
// names its font and size: a spreadsheet takes one of its own for a font that has only a colour.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { CellStyle } from "hucre/xlsx";

export type Look =
  | "title"
  | "subtitle"
  | "heading"
  | "band"
  | "text"
  | "label"
  | "head"
  | "plain"
  | "own"
  | "good"
  | "bad"
  | "quiet"
  | "code"
  | "fill"
  | "node"
  | "witness"
  | "device"
  | "rung";

type Font = NonNullable<CellStyle["font"]>;

const line = { style: "thin", color: { rgb: "B8C1CC" } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const edge = { style: "medium", color: { rgb: "14334D" } } as const;
const frame = { top: edge, right: edge, bottom: edge, left: edge };
const wrapped = { wrapText: true, vertical: "top" } as const;
const middle = { wrapText: true, vertical: "center", horizontal: "center" } as const;
const dark = { rgb: "14334D" };
const grey = { rgb: "57606A" };

const looks: Readonly<Record<Look, CellStyle>> = {
  title: { font: { bold: true, size: 22, color: dark }, alignment: { vertical: "center" } },
  subtitle: { font: { size: 14, color: grey }, alignment: { vertical: "center" } },
  heading: { font: { bold: true, size: 13, color: dark }, alignment: { vertical: "center" } },
  band: { font: { bold: true, color: dark }, fill: solid("DCE6F0"), border: box, alignment: { vertical: "center" } },
  text: { alignment: wrapped },
  label: { font: { color: grey }, alignment: wrapped },
  head: { font: { bold: true, color: { rgb: "FFFFFF" } }, fill: solid("14334D"), border: box, alignment: wrapped },
  plain: { border: box, alignment: wrapped },
  own: { font: { bold: true }, fill: solid("FFF3C4"), border: box, alignment: wrapped },
  good: { fill: solid("DFF5E1"), border: box, alignment: wrapped },
  bad: { font: { bold: true }, fill: solid("FDE0DD"), border: box, alignment: wrapped },
  quiet: { font: { size: 9, color: grey }, border: box, alignment: wrapped },
  code: { font: { name: "Consolas", size: 9 }, border: box, alignment: wrapped },
  fill: { border: box, alignment: wrapped },
  node: { font: { bold: true }, fill: solid("E8F1FA"), border: frame, alignment: middle },
  witness: { fill: solid("F3F4F6"), border: frame, alignment: middle },
  device: { fill: solid("FFF3C4"), border: frame, alignment: middle },
  rung: { font: { size: 9, color: grey }, alignment: { vertical: "bottom", horizontal: "center", shrinkToFit: true } },
};

export const fontNames: Readonly<Record<Locale, string>> = { ja: "游ゴシック", en: "Calibri" };

export const fontSize = 10;

export function styleOf(look: Look, locale: Locale, border?: CellStyle["border"]): CellStyle {
  const style = looks[look];
  const font: Font = { name: fontNames[locale], size: fontSize, ...style.font };
  return { ...style, font, ...(border === undefined ? {} : { border }) };
}

function solid(rgb: string): NonNullable<CellStyle["fill"]> {
  return { type: "pattern", pattern: "solid", fgColor: { rgb } };
}
