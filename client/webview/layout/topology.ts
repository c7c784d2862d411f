// The whole drawing of a cluster: where everything stands, before anything is drawn. Pure and without state:
// the same cluster gives the same drawing, whatever fails in it.

import { arrange, linesNodesMax, type NodeBox } from "./arrangement.ts";
import { type DomainOutline, outlineDomains, outlineLevels } from "./domains.ts";
import { type Box, boundsOf, grow, type Point, textWidth } from "./geometry.ts";
import { type LinkLine, layoutLinks } from "./links.ts";
import { layoutMatrix, type PathMatrix } from "./matrix.ts";
import { type Reach, routeReach } from "./reach.ts";
import type { TopologyShape } from "./shape.ts";

export interface NamedBox extends Box {
  readonly name: string;
}

export interface TopologyLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly NodeBox[];
  /** Lines for few nodes, or a matrix for many. */
  readonly links: readonly LinkLine[];
  readonly matrix: PathMatrix | undefined;
  readonly storages: readonly NamedBox[];
  readonly hosts: readonly NamedBox[];
  /** The frame around the hosts; undefined without hosts. */
  readonly hostsFrame: Box | undefined;
  readonly mirrors: readonly NamedBox[];
  readonly networks: readonly NamedBox[];
  readonly domains: readonly DomainOutline[];
  /** Domains without a node in them. */
  readonly otherDomains: readonly NamedBox[];
  /** From nodes to the storage and to the hosts; only where lines are drawn. */
  readonly reaches: readonly Reach[];
}

const margin = 14;

export function layoutTopology(shape: TopologyShape): TopologyLayout {
  const levels = outlineLevels(shape);
  const nodes = arrange(shape, levels);
  const drawsLines = shape.nodes.length <= linesNodesMax;
  const domains = outlineDomains(shape, nodes);
  const main = boundsOf([...nodes, ...domains]);
  const links = drawsLines ? layoutLinks(shape, nodes) : [];
  const outlined = new Set(domains.map(({ name }) => name));
  const otherDomains = shape.domains.map(({ name }) => name).filter((name) => !outlined.has(name));
  const around = drawsLines ? placeAround(shape, main, otherDomains) : placeBeside(shape, nodes, main, otherDomains);
  const reaches = drawsLines ? routeReach(shape, nodes, around.storages, around.hostsFrame) : [];
  return moved({ nodes, links, domains, reaches, ...around });
}

interface Surroundings
  extends Pick<
    TopologyLayout,
    "storages" | "hosts" | "hostsFrame" | "mirrors" | "networks" | "otherDomains" | "matrix"
  > {}

const storageSize = { width: 116, height: 58 };
const pillHeight = 24;

function pillWidth(name: string): number {
  return Math.min(220, Math.ceil(textWidth(name, 12)) + 40);
}

/** Things in one row, centred on `middle`. */
function inRow(
  names: readonly string[],
  size: (name: string) => { width: number; height: number },
  gap: number,
  middle: number,
  y: number,
): readonly NamedBox[] {
  const sizes = names.map(size);
  const total = sizes.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, names.length - 1);
  let x = middle - total / 2;
  return names.map((name, index) => {
    const { width, height } = sizes[index] ?? { width: 0, height: 0 };
    const box = { name, x, y, width, height };
    x += width + gap;
    return box;
  });
}

/** The widest thing a mirror says: `tag  a → b`. */
function mirrorSize(shape: TopologyShape): (name: string) => { width: number; height: number } {
  return (name) => {
    const servers = shape.mirrors.find((mirror) => mirror.name === name)?.servers ?? [];
    const longest = [...servers].sort((a, b) => textWidth(b, 11) - textWidth(a, 11)).slice(0, 2);
    const width = textWidth(name, 12) + textWidth(`${longest.join(" → ")}`, 11) + 64;
    return { width: Math.min(340, Math.ceil(width)), height: pillHeight };
  };
}

const pill = (name: string) => ({ width: pillWidth(name), height: pillHeight });

/** As many rows as it takes. */
function inRows(
  names: readonly string[],
  size: (name: string) => { width: number; height: number },
  place: { readonly gap: number; readonly middle: number; readonly y: number; readonly width: number },
): readonly NamedBox[] {
  const rows: string[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const own = size(name).width;
    if (width + place.gap + own > place.width) {
      rows.push([]);
      width = -place.gap;
    }
    rows.at(-1)?.push(name);
    width += place.gap + own;
  }
  return rows.flatMap((row, index) => inRow(row, size, place.gap, place.middle, place.y + index * (pillHeight + 8)));
}

/** Hosts above the nodes, the storage below them, networks and other domains at the bottom. */
function placeAround(shape: TopologyShape, main: Box, otherDomains: readonly string[]): Surroundings {
  const middle = main.x + main.width / 2;
  const framed = inRow(shape.hosts, pill, 8, middle, main.y - 66);
  const hostsFrame =
    framed.length === 0 ? undefined : grow(boundsOf(framed), { left: 10, right: 10, top: 22, bottom: 10 });
  let bottom = main.y + main.height;
  const storages = inRow(
    shape.storages.map(({ name }) => name),
    () => storageSize,
    40,
    middle,
    bottom + 34,
  );
  if (storages.length > 0) bottom += 34 + storageSize.height;
  const mirrors = inRows(
    shape.mirrors.map(({ name }) => name),
    mirrorSize(shape),
    { gap: 10, middle, y: bottom + 26, width: Math.max(main.width, 520) },
  );
  if (mirrors.length > 0) bottom = Math.max(...mirrors.map(({ y, height }) => y + height));
  const networks = inRow(shape.networks, pill, 10, middle, bottom + (mirrors.length > 0 ? 14 : 26));
  if (networks.length > 0) bottom += (mirrors.length > 0 ? 14 : 26) + pillHeight;
  const others = inRow(otherDomains, pill, 10, middle, bottom + 14);
  return { hosts: framed, hostsFrame, storages, mirrors, networks, otherDomains: others, matrix: undefined };
}

/** The matrix of pairs below the nodes, and everything else in a column to its right. */
function placeBeside(
  shape: TopologyShape,
  nodes: readonly NodeBox[],
  main: Box,
  otherDomains: readonly string[],
): Surroundings {
  const top = main.y + main.height + 30;
  const matrix = layoutMatrix(shape, nodes, { x: main.x, y: top });
  const left = Math.max(matrix.box.x + matrix.box.width + 40, main.x + main.width / 2);
  const right = Math.max(main.x + main.width, left + 240);
  let y = top;
  const flow = (names: readonly string[], size: (name: string) => { width: number; height: number }, gap: number) => {
    const boxes: NamedBox[] = [];
    let x = left;
    let rowHeight = 0;
    for (const name of names) {
      const { width, height } = size(name);
      if (x > left && x + width > right) {
        x = left;
        y += rowHeight + 8;
      }
      boxes.push({ name, x, y, width, height });
      x += width + gap;
      rowHeight = height;
    }
    if (names.length > 0) y += rowHeight + 18;
    return boxes;
  };
  const storages = flow(
    shape.storages.map(({ name }) => name),
    () => storageSize,
    20,
  );
  if (shape.hosts.length > 0) y += 22;
  const hosts = flow(shape.hosts, pill, 8);
  const hostsFrame =
    hosts.length === 0 ? undefined : grow(boundsOf(hosts), { left: 10, right: 10, top: 22, bottom: 10 });
  if (hostsFrame !== undefined) y += 10;
  const mirrors = flow(
    shape.mirrors.map(({ name }) => name),
    mirrorSize(shape),
    10,
  );
  const networks = flow(shape.networks, pill, 10);
  const others = flow(otherDomains, pill, 10);
  return { hosts, hostsFrame, storages, mirrors, networks, otherDomains: others, matrix };
}

/** Moves everything so that the drawing begins at the origin with a margin. */
function moved(layout: Omit<TopologyLayout, "width" | "height">): TopologyLayout {
  const { nodes, links, matrix, storages, hosts, hostsFrame, mirrors, networks, domains, otherDomains, reaches } =
    layout;
  const routes = reaches.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 })));
  const frame = hostsFrame === undefined ? [] : [hostsFrame];
  const bounds = boundsOf([
    ...nodes,
    ...storages,
    ...hosts,
    ...frame,
    ...mirrors,
    ...networks,
    ...domains,
    ...otherDomains,
    ...routes,
    ...(matrix === undefined ? [] : [matrix.box]),
  ]);
  const at = <T extends Point>(point: T): T => ({
    ...point,
    x: Math.round((point.x - bounds.x + margin) * 10) / 10,
    y: Math.round((point.y - bounds.y + margin) * 10) / 10,
  });
  return {
    width: Math.ceil(bounds.width + margin * 2),
    height: Math.ceil(bounds.height + margin * 2),
    nodes: nodes.map(at),
    links: links.map((line) => ({
      ...line,
      from: at(line.from),
      to: at(line.to),
      label: line.label === undefined ? undefined : { ...line.label, at: at(line.label.at) },
      mark: at(line.mark),
    })),
    matrix:
      matrix === undefined
        ? undefined
        : {
            ...matrix,
            box: at(matrix.box),
            cells: matrix.cells.map(at),
            gaps: matrix.gaps.map(at),
            names: matrix.names.map((name) => ({ ...name, at: at(name.at) })),
          },
    storages: storages.map(at),
    hosts: hosts.map(at),
    hostsFrame: hostsFrame === undefined ? undefined : at(hostsFrame),
    mirrors: mirrors.map(at),
    networks: networks.map(at),
    domains: domains.map(at),
    otherDomains: otherDomains.map(at),
    reaches: reaches.map((reach) => ({ ...reach, points: reach.points.map(at) })),
  };
}
