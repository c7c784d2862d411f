// What can happen to a resource on one node at this moment.

import type { OutsideEvent } from "@lkcluster/core/language/actions.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { Picture } from "../picture.ts";

export function resourceEvents(cluster: Cluster, picture: Picture, tag: string, node: string): readonly OutsideEvent[] {
  const resource = cluster.resources.find(({ name }) => name === tag);
  const view = picture.resources.get(tag);
  const state = view?.states.find((entry) => entry.node === node)?.state;
  if (resource === undefined || view === undefined || state === undefined) return [];
  const events: OutsideEvent[] = [];
  const isFileSystem = resource.application === "gen" && resource.kind === "filesys";
  switch (state) {
    case "ISP":
    case "ISU":
      events.push(
        { kind: "fail", tag, node, beyondLocalRecovery: true },
        { kind: "fail", tag, node, beyondLocalRecovery: false },
        { kind: "timeout-check", tag, node },
        { kind: "refuse", operation: "remove", tag, node },
        { kind: "out-of-service", tag, node },
      );
      if (isFileSystem) events.push({ kind: state === "ISP" ? "fill" : "free", tag, node });
      break;
    case "OSU":
      events.push(
        { kind: "fail-standby", tag, node },
        { kind: "refuse", operation: "restore", tag, node },
        { kind: "in-service", tag, node },
      );
      break;
    case "OSF":
      events.push({ kind: "in-service", tag, node }, { kind: "retstate", tag, node });
      break;
  }
  if (view.mirror !== undefined) {
    if (view.mirror.source === node) events.push({ kind: "break-mirror", tag }, { kind: "fullresync", tag });
    if (!view.activeOn.includes(node)) events.push({ kind: "force-mirror", tag, node });
  }
  if (resource.reserved) events.push({ kind: "take-reservation", tag, node }, { kind: "hold-reservation", tag });
  return events;
}

export function mirrorEvents(picture: Picture, tag: string): readonly OutsideEvent[] {
  const view = picture.resources.get(tag);
  if (view?.mirror === undefined) return [];
  const idle = view.states.map(({ node }) => node).filter((node) => !view.activeOn.includes(node));
  return [
    ...(view.activeOn.length > 0 ? [{ kind: "break-mirror", tag } as const, { kind: "fullresync", tag } as const] : []),
    ...idle.map((node) => ({ kind: "force-mirror", tag, node }) as const),
  ];
}
