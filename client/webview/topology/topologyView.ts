// The drawing: a layout and a picture become SVG. Everything in it can be focused, named by a screen reader,
// opened and marked; the same holds for the table beside it.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { largestScale, type TopologyLayout } from "../layout/topology.ts";
import type { Picture } from "../picture.ts";
import { keyOf, type Thing } from "../thing.ts";
import { topologyWords as words } from "../words/topologyWords.ts";
import { domainOutline, pill, storageCylinder } from "./fixtures.ts";
import { linkLine, matrixCells, reachLine } from "./linkShapes.ts";
import { mirrorPill } from "./mirrorPill.ts";
import { nodeCard, nodeNames } from "./nodeCard.ts";
import type { Direction, ThingEvents, ThingFrame } from "./thingFrame.ts";

/** Smaller than this nobody reads it: what has no room then is scrolled to. */
const smallestScale = 0.62;

export interface TopologyProps {
  readonly cluster: Cluster;
  readonly layout: TopologyLayout;
  readonly picture: Picture;
  readonly locale: Locale;
  readonly marked: ReadonlySet<string>;
  /** The one thing in the tab order. */
  readonly current: string | undefined;
  readonly changed: ReadonlySet<string>;
  /** The network whose links are shown. */
  readonly lit: string | undefined;
  readonly on: ThingEvents;
}

export function topologyView(props: TopologyProps): TemplateResult {
  const { layout, picture, cluster, locale } = props;
  const names = nodeNames(layout.nodes);
  const frame = (parts: ThingFrame): SVGTemplateResult => thingShape(props, parts);
  // Hundreds of cells, of which a moment changes a few: the others are left as they are.
  const cell = (thing: Thing, shows: string, make: () => ThingFrame): unknown => {
    const key = keyOf(thing);
    const marks = [props.marked.has(key), props.current === key, props.changed.has(key), props.lit];
    return guard([layout, cluster, locale, shows, ...marks], () => thingShape(props, make()));
  };
  return html`<svg
    class="topology"
    id="topology"
    role="group"
    aria-label="${words.drawing[locale]}: ${cluster.name}. ${words.drawingHelp[locale]}"
    viewBox="0 0 ${layout.width} ${layout.height}"
    width=${layout.width * largestScale}
    height=${layout.height * largestScale}
    .style=${`min-width: ${Math.round(layout.width * smallestScale)}px; min-height: ${Math.round(layout.height * smallestScale)}px`}
    preserveAspectRatio="xMidYMid meet"
  >
    ${layout.reaches.map((reach) => frame(reachLine(reach, picture, locale)))}
    ${layout.links.map((line) => frame(linkLine(line, cluster, picture, locale)))}
    ${repeat(
      layout.domains,
      ({ name }, index) => `${name} ${index}`,
      (outline) => frame(domainOutline(outline, locale)),
    )}
    ${layout.matrix === undefined ? nothing : matrixCells(layout.matrix, cluster, picture, locale, cell)}
    ${repeat(
      layout.nodes,
      ({ name }) => name,
      (box) => frame(nodeCard(box, names.get(box.name) ?? box.name, picture, locale)),
    )}
    ${layout.storages.map((box) => frame(storageCylinder(box, picture, cluster, locale)))}
    ${
      layout.hostsFrame === undefined
        ? nothing
        : svg`<rect class="hosts-frame" x=${layout.hostsFrame.x} y=${layout.hostsFrame.y} rx="4"
            width=${layout.hostsFrame.width} height=${layout.hostsFrame.height} />
          <text class="caption" x=${layout.hostsFrame.x + 10} y=${layout.hostsFrame.y + 15}>${words.hosts[locale]}</text>`
    }
    ${layout.hosts.map((box) => frame(pill(box, { kind: "host", name: box.name }, picture, locale)))}
    ${layout.mirrors.map((box) => frame(mirrorPill(box, picture, locale)))}
    ${layout.networks.map((box) => frame(pill(box, { kind: "network", name: box.name }, picture, locale)))}
    ${layout.otherDomains.map((box) => frame(pill(box, { kind: "domain", name: box.name }, picture, locale)))}
  </svg>`;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Networks that a path or a link runs over. */
function networksOf(cluster: Cluster, thing: Thing): readonly (string | undefined)[] {
  if (thing.kind === "link") return [cluster.paths[thing.path]?.links[thing.link]?.network];
  return thing.kind === "path" ? (cluster.paths[thing.path]?.links.map(({ network }) => network) ?? []) : [];
}

function thingShape(props: TopologyProps, { thing, label, className, content }: ThingFrame): SVGTemplateResult {
  const key = keyOf(thing);
  const marked = props.marked.has(key);
  const light = thing.kind === "network" ? (name: string | undefined) => () => props.on.light(name) : undefined;
  const lit = props.lit !== undefined && networksOf(props.cluster, thing).includes(props.lit);
  const classes = `thing ${className}${marked ? " marked" : ""}${props.changed.has(key) ? " changed" : ""}${lit ? " lit" : ""}`;
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) props.on.mark(thing);
    else props.on.open(thing);
  };
  const onKey = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (direction !== undefined) props.on.move(thing, direction);
    else if (event.key === "Enter") props.on.open(thing);
    else if (event.key === " ") props.on.mark(thing);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return svg`<g class=${classes} data-key=${key} role="button" aria-haspopup="menu"
    aria-label="${label}${marked ? `, ${words.marked[props.locale]}` : ""}"
    tabindex=${props.current === key ? 0 : -1}
    @pointerenter=${light?.(thing.kind === "network" ? thing.name : undefined)} @pointerleave=${light?.(undefined)}
    @click=${onClick} @keydown=${onKey} @focus=${() => props.on.focus(thing)}>
    <title>${label}</title>${content}</g>`;
}
