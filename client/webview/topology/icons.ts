// Small line icons of the drawing. They are paths, not glyphs of a font, so that a copied drawing keeps them.

import { type SVGTemplateResult, svg } from "lit";
import type { Point } from "../layout/geometry.ts";

export type IconName = "server" | "eye" | "globe" | "check" | "cross" | "warning" | "snow" | "disk" | "network" | "dot";

/** Each is drawn in a square of 16 by 16. */
const paths: Readonly<Record<IconName, string>> = {
  server: "M2.5 2.5h11v4.5h-11zM2.5 9h11v4.5h-11zM5 4.75h.01M5 11.25h.01M8 4.75h3M8 11.25h3",
  eye: "M1.5 8C3.2 5 5.4 3.5 8 3.5S12.8 5 14.5 8c-1.7 3-3.9 4.5-6.5 4.5S3.2 11 1.5 8zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  globe:
    "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM1.8 6h12.4M1.8 10h12.4M8 1.5c-3.6 3.6-3.6 9.4 0 13M8 1.5c3.6 3.6 3.6 9.4 0 13",
  check: "M3 8.5l3.2 3.2L13 4.6",
  cross: "M4 4l8 8M12 4l-8 8",
  warning: "M8 2L14.5 13.5h-13zM8 6.5v3.5M8 11.8h.01",
  snow: "M8 1.5v13M2.4 4.8l11.2 6.4M13.6 4.8L2.4 11.2",
  disk: "M2.5 4c0-1.4 2.5-2.2 5.5-2.2s5.5.8 5.5 2.2-2.5 2.2-5.5 2.2S2.5 5.4 2.5 4zM2.5 4v8c0 1.4 2.5 2.2 5.5 2.2s5.5-.8 5.5-2.2V4",
  network: "M8 2v4M3 10V8.5q0-1.5 1.5-1.5h7q1.5 0 1.5 1.5V10M1.5 10h3v3.5h-3zM11.5 10h3v3.5h-3zM6.5 10h3v3.5h-3zM8 7v3",
  dot: "M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
};

/** The icon with its upper left corner at `at`. */
export function icon(name: IconName, at: Point, size = 16, className = ""): SVGTemplateResult {
  return svg`<path class="icon ${className}" d=${paths[name]} transform="translate(${at.x} ${at.y}) scale(${size / 16})" />`;
}
