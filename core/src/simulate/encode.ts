// From events as names to events as numbers. What does not exist in the cluster becomes nothing.

import { codeOf, everyNode, op, stopModes } from "./code.ts";
import type { Event, Pair } from "./event.ts";
import type { Model } from "./model.ts";

/** Several numbers when an event is several at once, such as a partition. */
export function encode(model: Model, event: Event): readonly number[] {
  const node = (name: string): number => model.indexOfNode.get(name) ?? -1;
  const onNode = (operation: Parameters<typeof codeOf>[0], name: string, choice = 0): readonly number[] =>
    node(name) < 0 ? [] : [codeOf(operation, node(name), choice)];
  const onTag = (operation: Parameters<typeof codeOf>[0], tag: string, name: string | undefined): readonly number[] => {
    const resource = model.indexOfResource.get(tag);
    const place = name === undefined ? everyNode : node(name);
    return resource === undefined || place < 0 ? [] : [codeOf(operation, resource, place)];
  };
  const onIndex = (operation: Parameters<typeof codeOf>[0], index: number, choice = 0): readonly number[] =>
    index < 0 ? [] : [codeOf(operation, index, choice)];
  const onPeer = (operation: Parameters<typeof codeOf>[0], from: string, to: string): readonly number[] =>
    node(from) < 0 || node(to) < 0 ? [] : [codeOf(operation, node(from), node(to))];
  switch (event.kind) {
    case "crash":
    case "freeze":
    case "thaw":
    case "isolate":
      return onNode(op[event.kind], event.node);
    case "cut-link":
    case "heal-link":
      return onIndex(
        event.kind === "cut-link" ? op.cutLink : op.healLink,
        linksBetween(model, event.between)[event.index - 1] ?? -1,
      );
    case "cut-pair":
    case "heal-pair":
      return linksBetween(model, event.between).map((link) =>
        codeOf(event.kind === "cut-pair" ? op.cutLink : op.healLink, link),
      );
    case "cut-network":
    case "heal-network":
      return onIndex(
        event.kind === "cut-network" ? op.cutNetwork : op.healNetwork,
        model.networks.indexOf(event.network),
      );
    case "partition":
      return event.left.flatMap((left) =>
        event.right.flatMap((right) => linksBetween(model, [left, right]).map((link) => codeOf(op.cutLink, link))),
      );
    case "fail-domain":
    case "heal-domain":
      return onIndex(
        event.kind === "fail-domain" ? op.failDomain : op.healDomain,
        model.domains.findIndex((domain) => domain.name === event.domain),
      );
    case "heal-all":
      return [codeOf(op.healAll, 0)];
    case "heal-node":
      return onNode(op.healNode, event.node);
    case "lose-storage":
    case "regain-storage": {
      const operation = event.kind === "lose-storage" ? op.loseStorage : op.regainStorage;
      const storage = model.storages.findIndex(({ name }) => name === event.storage);
      // Where there is only one, it goes by no name.
      if (event.storage === undefined || (storage === 0 && model.storages.length === 1)) {
        return onNode(operation, event.node);
      }
      return storage < 0 ? [] : onNode(operation, event.node, storage + 1);
    }
    case "lose-host":
    case "regain-host": {
      const choice = event.node === undefined ? everyNode : node(event.node);
      const host = model.hosts.findIndex(({ name }) => name === event.host);
      return choice < 0 ? [] : onIndex(event.kind === "lose-host" ? op.loseHost : op.regainHost, host, choice);
    }
    case "fail":
      return onTag(event.beyondLocalRecovery ? op.failBeyond : op.fail, event.tag, event.node);
    case "fail-standby":
      return onTag(op.failStandby, event.tag, event.node);
    case "timeout-check":
      return onTag(op.timeoutCheck, event.tag, event.node);
    case "fill":
    case "free":
      return onTag(op[event.kind], event.tag, event.node);
    case "refuse":
      return onTag(event.operation === "restore" ? op.refuseRestore : op.refuseRemove, event.tag, event.node);
    case "take-reservation":
      return onTag(op.takeReservation, event.tag, event.node);
    case "hold-reservation":
      return onTag(op.holdReservation, event.tag, undefined);
    case "break-mirror":
      return onTag(op.breakMirror, event.tag, undefined);
    case "boot":
      return onNode(op.boot, event.node, event.withoutNetwork ? 1 : 0);
    case "reboot":
    case "shutdown":
    case "start":
      return onNode(op[event.kind], event.node);
    case "stop":
      return onNode(op.stop, event.node, stopModes.indexOf(event.mode));
    case "in-service":
      return onTag(op.inService, event.tag, event.node);
    case "out-of-service":
      return onTag(op.outOfService, event.tag, event.node);
    case "force-mirror":
      return onTag(op.forceMirror, event.tag, event.node);
    case "retstate":
      return onTag(op.retstate, event.tag, event.node);
    case "confirm":
      return onNode(op.confirm, event.node, event.answer === "yes" ? 0 : 1);
    case "path-dead":
    case "path-alive": {
      const link = linksBetween(model, [event.node, event.peer])[event.index - 1] ?? -1;
      const side = model.links[link]?.a === node(event.node) ? 0 : 1;
      return onIndex(event.kind === "path-dead" ? op.pathDead : op.pathAlive, link, side);
    }
    case "comm-down":
      return onPeer(op.commDown, event.node, event.peer);
    case "comm-up":
      return onPeer(op.commUp, event.node, event.peer);
    case "handle-comm-down":
      return onPeer(op.handleCommDown, event.node, event.peer);
    case "witness-check":
      return onPeer(op.witnessCheck, event.node, event.peer);
    case "confirm-timeout":
      return onPeer(op.confirmTimeout, event.node, event.peer);
    case "handle-comm-up":
      return onPeer(op.handleCommUp, event.node, event.peer);
    case "booted":
      return onNode(op.booted, event.node);
    case "lcm-avail":
      return onNode(op.lcmAvail, event.node);
    case "stopped":
      return onNode(op.stopped, event.node);
    case "quick-check":
      return onTag(op.quickCheck, event.tag, event.node);
    case "standby-check":
      return onTag(op.standbyCheck, event.tag, event.node);
    case "disk-check":
      return onTag(op.diskCheck, event.tag, event.node);
    case "reservation-won":
      return onTag(op.reservationWon, event.tag, event.node);
    case "reservation-lost":
      return onTag(op.reservationLost, event.tag, event.node);
    case "resync-done":
      return onTag(op.resyncDone, event.tag, event.node);
  }
}

function linksBetween(model: Model, [a, b]: Pair): readonly number[] {
  const [left, right] = [model.indexOfNode.get(a), model.indexOfNode.get(b)];
  if (left === undefined || right === undefined) return [];
  return model.linksOfPair[left * model.nodes.length + right] ?? [];
}
