// How the cells of a workbook look: dark heads, thin lines, own values marked, boxes to fill in left white.

import type { CellStyle } from "hucre/xlsx";

export type Look =
  | "title"
  | "subtitle"
  | "heading"
  | "text"
  | "label"
  | "head"
  | "plain"
  | "own"
  | "good"
  | "bad"
  | "quiet"
  | "code"
  | "fill";

const line = { style: "thin", color: { rgb: "B8C1CC" } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const wrapped = { wrapText: true, vertical: "top" } as const;

export const styles: Readonly<Record<Look, CellStyle>> = {
  title: { font: { bold: true, size: 22, color: { rgb: "14334D" } }, alignment: { vertical: "center" } },
  subtitle: { font: { size: 14, color: { rgb: "57606A" } }, alignment: { vertical: "center" } },
  heading: { font: { bold: true, size: 13, color: { rgb: "14334D" } }, alignment: { vertical: "center" } },
  text: { alignment: wrapped },
  label: { font: { color: { rgb: "57606A" } } },
  head: { font: { bold: true, color: { rgb: "FFFFFF" } }, fill: solid("14334D"), border: box, alignment: wrapped },
  plain: { border: box, alignment: wrapped },
  own: { font: { bold: true }, fill: solid("FFF3C4"), border: box, alignment: wrapped },
  good: { fill: solid("DFF5E1"), border: box, alignment: wrapped },
  bad: { font: { bold: true }, fill: solid("FDE0DD"), border: box, alignment: wrapped },
  quiet: { font: { color: { rgb: "57606A" } }, border: box, alignment: wrapped },
  code: { font: { name: "Consolas" }, border: box, alignment: wrapped },
  fill: { border: box, alignment: wrapped },
};

function solid(rgb: string): NonNullable<CellStyle["fill"]> {
  return { type: "pattern", pattern: "solid", fgColor: { rgb } };
}
