// How many lines a text takes in a column: Latin words stay whole where they can, full-width characters break anywhere.

import { displayWidth } from "@lkcluster/core/text/displayWidth.ts";

/** `width` in half-width characters; a column shows one less than it is wide. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - 1.5);
  return text.split("\n").reduce((sum, line) => sum + linesOfOne(line, room), 0);
}

function linesOfOne(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of line.match(/[\u0021-\u02ff]+|\s+|[^\s\u0021-\u02ff]/gu) ?? []) {
    const width = displayWidth(piece);
    if (used + width <= room) {
      used += width;
      continue;
    }
    // Blanks at the end of a line take no room.
    if (piece.trim() === "") continue;
    const full = Math.ceil(width / room);
    lines += used === 0 ? full - 1 : full;
    used = width - (full - 1) * room;
  }
  return lines;
}
