// Points, boxes and the width of text, for drawings that are laid out before anything is drawn.

import { largest, smallest } from "@lkcluster/core/many.ts";
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface NamedBox extends Box {
  readonly name: string;
}

export function centerOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function grow(box: Box, by: { left: number; top: number; right: number; bottom: number }): Box {
  return {
    x: box.x - by.left,
    y: box.y - by.top,
    width: box.width + by.left + by.right,
    height: box.height + by.top + by.bottom,
  };
}

/** The smallest box that holds all of them; an empty box at the origin for none. */
export function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = smallest(boxes.map((box) => box.x));
  const y = smallest(boxes.map((box) => box.y));
  const right = largest(boxes.map((box) => box.x + box.width));
  const bottom = largest(boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Where the line from `origin`, a point in the box, towards `target` leaves the box. */
export function exitPoint(box: Box, origin: Point, target: Point): Point {
  const dx = target.x - origin.x;
  const dy = target.y - origin.y;
  const along = (distance: number, delta: number): number => (delta === 0 ? 1 : distance / delta);
  const part = Math.min(
    1,
    along((dx > 0 ? box.x + box.width : box.x) - origin.x, dx),
    along((dy > 0 ? box.y + box.height : box.y) - origin.y, dy),
  );
  return { x: origin.x + dx * part, y: origin.y + dy * part };
}

/** Wide (Japanese, Chinese, Korean, full-width) characters take a whole em, most others a little more than half. */
function emOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xffdc) || code >= 0x1f000)) return 1;
  if ("mwMW@%".includes(character)) return 0.88;
  if ("ijlftr.,:;|!'()[]/ -".includes(character)) return 0.42;
  return 0.58;
}

/** About how wide a text is drawn; layouts must not depend on the fonts of the machine. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += emOf(character);
  return ems * fontSize;
}

/** The text, or its beginning and an ellipsis when it is wider than `width`. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let fitted = "";
  for (const character of text) {
    if (textWidth(`${fitted}${character}…`, fontSize) > width) break;
    fitted += character;
  }
  return `${fitted}…`;
}
