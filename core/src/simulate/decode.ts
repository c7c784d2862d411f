// From events as numbers to events as names: for traces, counterexamples and timers.

import { choiceOf, everyNode, indexOf, op, operationOf, stopModes } from "./code.ts";
import type { Event } from "./event.ts";
import type { Model } from "./model.ts";

/** Undefined only for `notice`, which stands for many events and is written out by the explorer. */
export function decode(model: Model, code: number): Event | undefined {
  const index = indexOf(code);
  const choice = choiceOf(code);
  const node = model.nodes[index] ?? "";
  const peer = model.nodes[choice] ?? "";
  const tag = model.resources[index]?.tag ?? "";
  const where = choice === everyNode ? undefined : peer;
  const network = model.networks[index] ?? "";
  const domain = model.domains[index]?.name ?? "";
  const host = model.hosts[index]?.name ?? "";
  const link = model.links[index];
  const between = [model.nodes[link?.a ?? -1] ?? "", model.nodes[link?.b ?? -1] ?? ""] as const;
  const number = link?.number ?? 0;
  const side = { node: between[choice === 0 ? 0 : 1], peer: between[choice === 0 ? 1 : 0], index: number };
  switch (operationOf(code)) {
    case op.crash:
      return { kind: "crash", node };
    case op.freeze:
      return { kind: "freeze", node };
    case op.thaw:
      return { kind: "thaw", node };
    case op.isolate:
      return { kind: "isolate", node };
    case op.cutLink:
      return { kind: "cut-link", between, index: number };
    case op.healLink:
      return { kind: "heal-link", between, index: number };
    case op.cutNetwork:
      return { kind: "cut-network", network };
    case op.healNetwork:
      return { kind: "heal-network", network };
    case op.failDomain:
      return { kind: "fail-domain", domain };
    case op.healDomain:
      return { kind: "heal-domain", domain };
    case op.healAll:
      return { kind: "heal-all" };
    case op.healNode:
      return { kind: "heal-node", node };
    case op.loseStorage:
    case op.regainStorage: {
      const kind = operationOf(code) === op.loseStorage ? "lose-storage" : "regain-storage";
      const storage = model.storages[choice - 1]?.name;
      return { kind, node, ...(storage === undefined ? {} : { storage }) };
    }
    case op.loseHost:
      return { kind: "lose-host", host, node: where };
    case op.regainHost:
      return { kind: "regain-host", host, node: where };
    case op.fail:
      return { kind: "fail", tag, node: where, beyondLocalRecovery: false };
    case op.failBeyond:
      return { kind: "fail", tag, node: where, beyondLocalRecovery: true };
    case op.failStandby:
      return { kind: "fail-standby", tag, node: where };
    case op.timeoutCheck:
      return { kind: "timeout-check", tag, node: where };
    case op.fill:
      return { kind: "fill", tag, node: where };
    case op.free:
      return { kind: "free", tag, node: where };
    case op.refuseRestore:
      return { kind: "refuse", operation: "restore", tag, node: peer };
    case op.refuseRemove:
      return { kind: "refuse", operation: "remove", tag, node: peer };
    case op.takeReservation:
      return { kind: "take-reservation", tag, node: peer };
    case op.holdReservation:
      return { kind: "hold-reservation", tag };
    case op.breakMirror:
      return { kind: "break-mirror", tag };
    case op.boot:
      return { kind: "boot", node, withoutNetwork: choice !== 0 };
    case op.reboot:
      return { kind: "reboot", node };
    case op.shutdown:
      return { kind: "shutdown", node };
    case op.start:
      return { kind: "start", node };
    case op.stop:
      return { kind: "stop", node, mode: stopModes[choice] ?? "inhibiting-failover" };
    case op.inService:
      return { kind: "in-service", tag, node: peer };
    case op.outOfService:
      return { kind: "out-of-service", tag, node: peer };
    case op.forceMirror:
      return { kind: "force-mirror", tag, node: peer };
    case op.retstate:
      return { kind: "retstate", tag, node: peer };
    case op.confirm:
      return { kind: "confirm", node, answer: choice === 0 ? "yes" : "no" };
    case op.pathDead:
      return { kind: "path-dead", ...side };
    case op.pathAlive:
      return { kind: "path-alive", ...side };
    case op.commDown:
      return { kind: "comm-down", node, peer };
    case op.commUp:
      return { kind: "comm-up", node, peer };
    case op.stopped:
      return { kind: "stopped", node };
    case op.booted:
      return { kind: "booted", node };
    case op.lcmAvail:
      return { kind: "lcm-avail", node };
    case op.handleCommDown:
      return { kind: "handle-comm-down", node, peer };
    case op.witnessCheck:
      return { kind: "witness-check", node, peer };
    case op.confirmTimeout:
      return { kind: "confirm-timeout", node, peer };
    case op.handleCommUp:
      return { kind: "handle-comm-up", node, peer };
    case op.quickCheck:
      return { kind: "quick-check", tag, node: peer };
    case op.standbyCheck:
      return { kind: "standby-check", tag, node: peer };
    case op.diskCheck:
      return { kind: "disk-check", tag, node: peer };
    case op.reservationWon:
      return { kind: "reservation-won", tag, node: peer };
    case op.reservationLost:
      return { kind: "reservation-lost", tag, node: peer };
    case op.resyncDone:
      return { kind: "resync-done", tag, node: peer };
    default:
      return undefined;
  }
}
