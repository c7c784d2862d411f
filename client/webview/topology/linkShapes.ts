// Communication paths, as lines or as cells of a matrix, and the ways to the quorum storage and hosts.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { type SVGTemplateResult, svg } from "lit";
import { type Point, textWidth } from "../layout/geometry.ts";
import type { LinkLine } from "../layout/links.ts";
import type { PairCell, PathMatrix } from "../layout/matrix.ts";
import type { Reach } from "../layout/reach.ts";
import { isReached, type LinkCondition, type Picture } from "../picture.ts";
import type { Thing } from "../thing.ts";
import { linkConditionWords, topologyWords as words } from "../words/topologyWords.ts";
import type { ThingFrame } from "./thingFrame.ts";

export function linkLine(line: LinkLine, cluster: Cluster, picture: Picture, locale: Locale): ThingFrame {
  const condition = picture.links[line.path]?.[line.link] ?? "alive";
  const path = cluster.paths[line.path];
  const link = path?.links[line.link];
  const number = (path?.links.length ?? 0) > 1 ? ` ${line.link + 1}` : "";
  const network = link?.network === undefined ? "" : `, ${words.network[locale]} ${link.network}`;
  const ends = path?.nodes.join(" ↔ ") ?? "";
  const d = `M${line.from.x} ${line.from.y}L${line.to.x} ${line.to.y}`;
  return {
    thing: { kind: "link", path: line.path, link: line.link },
    label: `${words.path[locale]} ${ends}${number}${network}: ${linkConditionWords[condition][locale]}`,
    className: `link ${condition}`,
    content: svg`<path class="touch" d=${d} /><circle class="touch-area" cx=${line.mark.x} cy=${line.mark.y} r="8" />
      <path class="ring-line" d=${d} /><path class="line" d=${d} />
      ${line.label === undefined ? svg`` : lineLabel(line.label.text, line.label.at)}
      ${condition === "alive" ? svg`` : brokenMark(line.mark)}`,
  };
}

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function lineLabel(text: string, at: Point): SVGTemplateResult {
  const width = textWidth(text, 11) + 10;
  return svg`<rect class="label-back" x=${at.x - width / 2} y=${at.y - 8} width=${width} height="16" rx="3" />
    <text class="line-label" x=${at.x} y=${at.y + 3.8}>${text}</text>`;
}

function brokenMark({ x, y }: Point): SVGTemplateResult {
  return svg`<circle class="broken-back" cx=${x} cy=${y} r="7" />
    <path class="broken" d="M${x - 3} ${y - 3}l6 6M${x + 3} ${y - 3}l-6 6" />`;
}

export function reachLine(reach: Reach, picture: Picture, locale: Locale): ThingFrame {
  const node = picture.nodes.get(reach.node);
  const [reached, thing, what] =
    reach.target.kind === "storage"
      ? ([
          isReached(picture, reach.target.name, reach.node),
          { kind: "storage-reach", storage: reach.target.name, node: reach.node },
          `${words.storage[locale]} ${reach.target.name}`,
        ] as const)
      : ([
          [...(node?.hostsReached.values() ?? [])].every((is) => is),
          { kind: "hosts-reach", node: reach.node },
          words.hosts[locale],
        ] as const);
  const d = roundedPath(reach.points);
  const last = reach.points.at(-1) ?? { x: 0, y: 0 };
  const before = reach.points.at(-2) ?? last;
  return {
    thing,
    label: `${reach.node} → ${what}: ${(reached ? words.reached : words.notReached)[locale]}`,
    className: `reach ${reached ? "alive" : "dead"}`,
    content: svg`<path class="touch" d=${d} /><path class="ring-line" d=${d} /><path class="line" d=${d} />
      ${reached ? svg`` : brokenMark(between(before, last, 0.5))}`,
  };
}

/** Straight pieces with rounded corners. */
function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  let d = `M${first.x} ${first.y}`;
  for (const [index, corner] of rest.entries()) {
    const next = rest[index + 1];
    const previous = index === 0 ? first : rest[index - 1];
    if (next === undefined || previous === undefined) {
      d += `L${corner.x} ${corner.y}`;
      continue;
    }
    const before = towards(corner, previous, 8);
    const after = towards(corner, next, 8);
    d += `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
  }
  return d;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? from : between(from, to, Math.min(0.5, distance / length));
}

export function matrixCells(
  matrix: PathMatrix,
  cluster: Cluster,
  picture: Picture,
  locale: Locale,
  frame: (thing: Thing, shows: string, make: () => ThingFrame) => unknown,
): SVGTemplateResult {
  return svg`
    ${matrix.gaps.map((gap) => svg`<rect class="no-path" x=${gap.x} y=${gap.y} width=${gap.width} height=${gap.height} rx="2"><title>${words.noPath[locale]}</title></rect>`)}
    ${matrix.names.map(({ text, at }) => svg`<text class="matrix-name" font-size=${matrix.fontSize} x=${at.x} y=${at.y + 3}>${text}</text>`)}
    ${matrix.cells.map((cell) => {
      const conditions = picture.links[cell.path] ?? [];
      const thing: Thing = { kind: "path", path: cell.path };
      return frame(thing, conditions.join(" "), () => cellFrame(cell, thing, conditions, cluster, locale));
    })}`;
}

function cellFrame(
  cell: PairCell,
  thing: Thing,
  conditions: readonly LinkCondition[],
  cluster: Cluster,
  locale: Locale,
): ThingFrame {
  const ends = cluster.paths[cell.path]?.nodes.join(" ↔ ") ?? "";
  const states = conditions.map((condition) => linkConditionWords[condition][locale]).join(", ");
  return {
    thing,
    label: `${words.path[locale]} ${ends}: ${states}`,
    className: `cell ${worst(conditions)}`,
    content: svg`${conditions.map((condition, index) => {
      const width = cell.width / Math.max(1, conditions.length);
      return svg`<rect class="bar ${condition}" x=${cell.x + index * width} y=${cell.y} width=${Math.max(1, width - 1)} height=${cell.height} rx="2" />
            ${condition === "alive" || width < 7 ? svg`` : svg`<path class="broken" d="M${cell.x + index * width + width / 2 - 3} ${cell.y + cell.height / 2 - 3}l5 6m0-6l-5 6" />`}`;
    })}<rect class="ring" x=${cell.x - 2} y=${cell.y - 2} width=${cell.width + 4} height=${cell.height + 4} rx="3" />`,
  };
}

function worst(conditions: readonly LinkCondition[]): LinkCondition {
  if (conditions.length > 0 && conditions.every((condition) => condition === "dead")) return "dead";
  return conditions.some((condition) => condition !== "alive") ? "cut" : "alive";
}
