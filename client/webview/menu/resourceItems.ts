// What can happen to a resource on one node at this moment.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { Picture } from "../picture.ts";
import { forceMirrorWords, menuWords as words } from "../words/menuWords.ts";
import { fault, type MenuItem, operation, repair } from "./menuItem.ts";

export function resourceItems(cluster: Cluster, picture: Picture, tag: string, node: string): readonly MenuItem[] {
  const resource = cluster.resources.find(({ name }) => name === tag);
  const view = picture.resources.get(tag);
  const state = view?.states.find((entry) => entry.node === node)?.state;
  if (resource === undefined || view === undefined || state === undefined) return [];
  const items: MenuItem[] = [];
  const isFileSystem = resource.application === "gen" && resource.kind === "filesys";
  switch (state) {
    case "ISP":
    case "ISU":
      items.push(
        fault(words.failBeyond, { kind: "fail", tag, node, beyondLocalRecovery: true }),
        fault(words.failRecovered, { kind: "fail", tag, node, beyondLocalRecovery: false }),
        fault(words.timeoutCheck, { kind: "timeout-check", tag, node }),
        fault(words.refuseRemove, { kind: "refuse", operation: "remove", tag, node }),
        operation(words.outOfService, { kind: "out-of-service", tag, node }),
      );
      if (isFileSystem) {
        items.push(
          state === "ISP"
            ? fault(words.fill, { kind: "fill", tag, node })
            : repair(words.free, { kind: "free", tag, node }),
        );
      }
      break;
    case "OSU":
      items.push(
        fault(words.failStandby, { kind: "fail-standby", tag, node }),
        fault(words.refuseRestore, { kind: "refuse", operation: "restore", tag, node }),
        operation(words.inService, { kind: "in-service", tag, node }),
      );
      break;
    case "OSF":
      items.push(
        operation(words.inService, { kind: "in-service", tag, node }),
        repair(words.retstate, { kind: "retstate", tag, node }),
      );
      break;
  }
  if (view.mirror !== undefined) {
    if (view.mirror.source === node) items.push(fault(words.breakMirror, { kind: "break-mirror", tag }));
    if (!view.activeOn.includes(node)) items.push(repair(words.forceMirror, { kind: "force-mirror", tag, node }));
  }
  if (resource.reserved) {
    items.push(
      operation(words.takeReservation, { kind: "take-reservation", tag, node }),
      operation(words.holdReservation, { kind: "hold-reservation", tag }),
    );
  }
  return items;
}

export function mirrorItems(picture: Picture, tag: string): readonly MenuItem[] {
  const view = picture.resources.get(tag);
  if (view?.mirror === undefined) return [];
  const idle = view.states.map(({ node }) => node).filter((node) => !view.activeOn.includes(node));
  return [
    ...(view.activeOn.length > 0 ? [fault(words.breakMirror, { kind: "break-mirror", tag })] : []),
    ...idle.map((node) => repair(forceMirrorWords(node), { kind: "force-mirror", tag, node })),
  ];
}
