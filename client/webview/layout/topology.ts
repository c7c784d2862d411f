// The whole drawing of a cluster: where everything stands, before anything is drawn. Pure and without state:
// the same cluster in the same room gives the same drawing, whatever fails in it.

import { arrange, linesNodesMax, type NodeBox } from "./arrangement.ts";
import { type DomainOutline, outlineDomains, outlineLevels } from "./domains.ts";
import { type Box, boundsOf, type NamedBox, type Point } from "./geometry.ts";
import { type LinkLine, layoutLinks } from "./links.ts";
import type { PathMatrix } from "./matrix.ts";
import { type Reach, routeReach } from "./reach.ts";
import type { TopologyShape } from "./shape.ts";
import { placeAround, placeBeside } from "./surroundings.ts";

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

/** `narrow`: smaller cards, fewer side by side. `beside`: the pairs of many nodes at their right instead of below. */
export type Form = "usual" | "narrow" | "beside";

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A small cluster is not blown up to fill a large panel. */
export const largestScale = 1.15;
/** At this scale the usual form is read without effort, and no other is looked for. */
const easyScale = 0.85;
/** Another form than the usual one has to be worth the difference. */
const worthIt = 1.08;

/** Every form of the drawing; the usual one first. */
export function layoutForms(shape: TopologyShape): readonly TopologyLayout[] {
  const forms: readonly Form[] =
    shape.nodes.length <= linesNodesMax ? ["usual", "narrow"] : ["usual", "narrow", "beside"];
  return forms.map((form) => layoutTopology(shape, form));
}

/** The form that is drawn largest in that room. */
export function fittingLayout(forms: readonly TopologyLayout[], room: Room): TopologyLayout | undefined {
  const scaleOf = ({ width, height }: TopologyLayout): number =>
    Math.min(room.width / width, room.height / height, largestScale);
  let best = forms[0];
  if (best === undefined || scaleOf(best) >= easyScale) return best;
  for (const form of forms) if (scaleOf(form) > scaleOf(best) * worthIt) best = form;
  return best;
}

export function layoutTopology(shape: TopologyShape, form: Form = "usual"): TopologyLayout {
  const levels = outlineLevels(shape);
  const nodes = arrange(shape, levels, form === "narrow");
  const drawsLines = shape.nodes.length <= linesNodesMax;
  const domains = outlineDomains(shape, nodes);
  const main = boundsOf([...nodes, ...domains]);
  const links = drawsLines ? layoutLinks(shape, nodes) : [];
  const outlined = new Set(domains.map(({ name }) => name));
  const otherDomains = shape.domains.map(({ name }) => name).filter((name) => !outlined.has(name));
  const around = drawsLines
    ? placeAround(shape, main, otherDomains)
    : placeBeside({ shape, nodes, main, otherDomains, form });
  const reaches = drawsLines ? routeReach(shape, nodes, around.storages, around.hostsFrame) : [];
  return moved({ nodes, links, domains, reaches, ...around });
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
