// The sequence diagram of a run: a lane for every node and storage, a row for everything that happened, and on each
// lane whether the node was up and served. Pure: a run always gives the same diagram.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { isOutside } from "@lkcluster/core/simulate/event.ts";
import type { StateView } from "@lkcluster/core/simulate/read.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import type { Moment } from "../run/played.ts";

export interface SequenceLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly rows: readonly SequenceRow[];
  readonly segments: readonly Segment[];
  /** Rows that are not drawn because the run is longer than any drawing should be. */
  readonly leftOut: number;
}

export interface Lane {
  readonly name: string;
  readonly kind: "node" | "witness" | "storage";
  readonly x: number;
}

export interface SequenceRow {
  /** Index of the moment. */
  readonly index: number;
  readonly y: number;
  readonly entry: TimelineEntry;
  /** Said once for all rows of one time. */
  readonly showsTime: boolean;
  /** Of the lane that acts; undefined for what happens around the nodes. */
  readonly lane: Lane | undefined;
  /** Lanes that are concerned, from the leftmost to the rightmost; for rows without a lane of their own. */
  readonly span: readonly [Lane, Lane] | undefined;
  readonly arrows: readonly Arrow[];
}

/** `asks`: a question to a witness; `reads`: a look at the storage; `missed`: a heartbeat that did not come. */
export interface Arrow {
  readonly kind: "asks" | "reads" | "missed" | "takes" | "powers-off";
  readonly from: Lane;
  readonly to: Lane;
}

export interface Segment {
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly state: "serving" | "up" | "down" | "stopped";
}

export const rowHeight = 26;
const headHeight = 38;
const gutter = 70;
const rowsMax = 600;

export function laneStep(lanes: number): number {
  return lanes <= 3 ? 168 : lanes <= 5 ? 150 : 132;
}

export function layoutSequence(cluster: Cluster, moments: readonly Moment[], start: StateView): SequenceLayout {
  const lanes = lanesOf(cluster);
  const byName = new Map(lanes.map((lane) => [lane.name, lane]));
  const shown = moments.slice(1, rowsMax + 1);
  let time = -1;
  const rows = shown.flatMap((moment, position): SequenceRow[] => {
    const { entry } = moment;
    if (entry === undefined) return [];
    const showsTime = moment.timeMs !== time;
    time = moment.timeMs;
    const lane = entry.node === undefined ? undefined : byName.get(entry.node);
    return [
      {
        index: position + 1,
        y: headHeight + position * rowHeight + rowHeight / 2,
        entry,
        showsTime,
        lane,
        span: lane === undefined ? spanOf(entry, lanes, byName, cluster) : undefined,
        arrows: lane === undefined ? [] : arrowsOf(entry, lane, byName, lanes),
      },
    ];
  });
  const height = headHeight + shown.length * rowHeight + 14;
  return {
    width: gutter + lanes.length * laneStep(lanes.length) + 10,
    height,
    lanes,
    rows,
    segments: segmentsOf(cluster, lanes, rows, start, height),
    leftOut: Math.max(0, moments.length - 1 - rowsMax),
  };
}

function lanesOf(cluster: Cluster): readonly Lane[] {
  const names = [
    ...cluster.nodes.map(({ name, role }) => ({ name, kind: role })),
    ...cluster.storages.map(({ name }) => ({ name, kind: "storage" as const })),
  ];
  const step = laneStep(names.length);
  return names.map(({ name, kind }, index) => ({ name, kind, x: gutter + step * (index + 0.5) }));
}

/** From the leftmost to the rightmost lane that a fault names; all lanes when it names none. */
function spanOf(
  { event }: TimelineEntry,
  lanes: readonly Lane[],
  byName: ReadonlyMap<string, Lane>,
  cluster: Cluster,
): readonly [Lane, Lane] | undefined {
  const named = namedIn(event, cluster).flatMap((name) => byName.get(name) ?? []);
  const concerned = named.length > 0 ? named : lanes;
  const ordered = [...concerned].sort((a, b) => a.x - b.x);
  const first = ordered[0];
  const last = ordered.at(-1);
  return first === undefined || last === undefined ? undefined : [first, last];
}

function namedIn(event: TimelineEntry["event"], cluster: Cluster): readonly string[] {
  if (!isOutside(event)) return [];
  if ("between" in event) return event.between;
  if ("domain" in event) {
    const members = cluster.domains.find(({ name }) => name === event.domain)?.members ?? [];
    return members.filter(({ kind }) => kind === "node" || kind === "storage").map(({ name }) => name);
  }
  return "node" in event && event.node !== undefined ? [event.node] : [];
}

function arrowsOf(
  { why }: TimelineEntry,
  lane: Lane,
  byName: ReadonlyMap<string, Lane>,
  lanes: readonly Lane[],
): readonly Arrow[] {
  const { asks, peer } = why.facts;
  const other = typeof peer === "string" ? byName.get(peer) : undefined;
  const storage = lanes.find(({ kind }) => kind === "storage");
  switch (why.rule) {
    case "witness-alive":
    case "witness-dead":
      return (typeof asks === "object" ? asks : []).flatMap((asked): Arrow[] => {
        const to = asked.startsWith("storage:") ? storage : byName.get(asked);
        return to === undefined ? [] : [{ kind: to.kind === "storage" ? "reads" : "asks", from: lane, to }];
      });
    case "quorum-held":
    case "quorum-lost":
      return why.facts["mode"] === "storage" && storage !== undefined
        ? [{ kind: "reads", from: lane, to: storage }]
        : [];
    case "path-dead":
      return other === undefined ? [] : [{ kind: "missed", from: other, to: lane }];
    case "take-over":
      return other === undefined ? [] : [{ kind: "takes", from: other, to: lane }];
    case "power-off":
      return other === undefined ? [] : [{ kind: "powers-off", from: lane, to: other }];
    default:
      return [];
  }
}

/** What the changes of the rows make of each lane, from top to bottom. */
function segmentsOf(
  cluster: Cluster,
  lanes: readonly Lane[],
  rows: readonly SequenceRow[],
  start: StateView,
  height: number,
): readonly Segment[] {
  const roots = new Set(cluster.resources.filter(({ parents }) => parents.length === 0).map(({ name }) => name));
  return lanes.flatMap((lane): Segment[] => {
    if (lane.kind === "storage") return [{ lane, from: headHeight - 8, to: height - 6, state: "up" }];
    const serving = new Set(
      start.resources
        .filter(({ tag, activeOn }) => roots.has(tag) && activeOn.includes(lane.name))
        .map(({ tag }) => tag),
    );
    let condition = start.nodes.find(({ name }) => name === lane.name)?.condition ?? "up";
    const stateNow = (): Segment["state"] => {
      if (condition === "off" || condition === "halted" || condition === "restarting") return "down";
      if (serving.size > 0) return "serving";
      return condition === "up" ? "up" : "stopped";
    };
    const segments: Segment[] = [];
    let from = headHeight - 8;
    let state = stateNow();
    for (const { entry, y } of rows) {
      for (const change of entry.changes) {
        if (change.kind === "node" && change.node === lane.name) condition = change.to;
        if (change.kind === "resource" && change.node === lane.name && roots.has(change.tag)) {
          if (change.to === "ISP" || change.to === "ISU") serving.add(change.tag);
          else serving.delete(change.tag);
        }
      }
      const next = stateNow();
      if (next === state) continue;
      segments.push({ lane, from, to: y, state });
      from = y;
      state = next;
    }
    segments.push({ lane, from, to: height - 6, state });
    return segments;
  });
}
