// Events in one line, the same in every language of the user: outside events as the cluster language spells them, so that
// a counterexample can be pasted into a scenario; inside events in LifeKeeper's own words. In sentences: eventWords.ts.

import { unreachable } from "../../assert.ts";
import { writtenName } from "../../model/names.ts";
import type { Event, InsideEvent, OutsideEvent } from "../event.ts";

export function eventText(event: Event): string {
  return isOutside(event) ? outsideText(event) : insideText(event);
}

const insideKinds: ReadonlySet<string> = new Set<InsideEvent["kind"]>([
  "path-dead",
  "path-alive",
  "comm-down",
  "comm-up",
  "handle-comm-down",
  "witness-check",
  "confirm-timeout",
  "handle-comm-up",
  "booted",
  "lcm-avail",
  "stopped",
  "quick-check",
  "standby-check",
  "disk-check",
  "reservation-won",
  "reservation-lost",
  "resync-done",
]);

export function isOutside(event: Event): event is OutsideEvent {
  return !insideKinds.has(event.kind);
}

const name = writtenName;

function outsideText(event: OutsideEvent): string {
  switch (event.kind) {
    case "crash":
    case "freeze":
    case "thaw":
    case "isolate":
    case "reboot":
    case "shutdown":
    case "start":
      return `${event.kind} ${name(event.node)}`;
    case "boot":
      return `boot ${name(event.node)}${event.withoutNetwork ? " without network" : ""}`;
    case "stop":
      return `stop ${name(event.node)}${stopModes[event.mode]}`;
    case "cut-link":
      return `cut path ${pair(event.between)} ${event.index}`;
    case "heal-link":
      return `heal path ${pair(event.between)} ${event.index}`;
    case "cut-pair":
      return `cut ${pair(event.between)}`;
    case "heal-pair":
      return `heal ${pair(event.between)}`;
    case "cut-network":
      return `cut network ${name(event.network)}`;
    case "heal-network":
      return `heal network ${name(event.network)}`;
    case "partition":
      return `partition ${event.left.map(name).join(", ")} | ${event.right.map(name).join(", ")}`;
    case "fail-domain":
      return `fail-domain ${name(event.domain)}`;
    case "heal-domain":
      return `heal domain ${name(event.domain)}`;
    case "heal-all":
      return "heal all";
    case "heal-node":
      return `heal ${name(event.node)}`;
    case "lose-storage":
      return `lose storage${named(event.storage)} on ${name(event.node)}`;
    case "regain-storage":
      return `regain storage${named(event.storage)} on ${name(event.node)}`;
    case "lose-host":
      return `lose host ${name(event.host)}${on(event.node)}`;
    case "regain-host":
      return `regain host ${name(event.host)}${on(event.node)}`;
    case "fail":
      return `fail ${name(event.tag)}${on(event.node)}${event.beyondLocalRecovery ? " beyond local recovery" : ""}`;
    case "fail-standby":
    case "timeout-check":
    case "fill":
    case "free":
    case "take-reservation":
    case "in-service":
    case "out-of-service":
    case "force-mirror":
    case "retstate":
      return `${event.kind} ${name(event.tag)}${on(event.node)}`;
    case "refuse":
      return `refuse ${event.operation} ${name(event.tag)}${on(event.node)}`;
    case "hold-reservation":
    case "break-mirror":
      return `${event.kind} ${name(event.tag)}`;
    case "confirm":
      return `confirm ${name(event.node)} ${event.answer}`;
    default:
      return unreachable(event, "an outside event without a text");
  }
}

const stopModes = {
  "inhibiting-failover": "",
  "allowing-failover": " allowing failover",
  "keeping-applications": " keeping applications",
} as const;

function pair([left, right]: readonly [string, string]): string {
  return `${name(left)} <-> ${name(right)}`;
}

function named(thing: string | undefined): string {
  return thing === undefined ? "" : ` ${name(thing)}`;
}

function on(node: string | undefined): string {
  return node === undefined ? "" : ` on ${name(node)}`;
}

function insideText(event: InsideEvent): string {
  switch (event.kind) {
    case "path-dead":
      return `path ${event.peer}#${event.index} DEAD`;
    case "path-alive":
      return `path ${event.peer}#${event.index} ALIVE`;
    case "comm-down":
    case "handle-comm-down":
      return `COMM_DOWN(${event.peer})`;
    case "comm-up":
    case "handle-comm-up":
      return `COMM_UP(${event.peer})`;
    case "witness-check":
      return `witness check(${event.peer})`;
    case "confirm-timeout":
      return `CONFIRMSOTO(${event.peer})`;
    case "booted":
      return "boot";
    case "lcm-avail":
      return "LCM_AVAIL";
    case "stopped":
      return "lkstop";
    case "quick-check":
      return `quickCheck(${event.tag})`;
    case "standby-check":
      return `OSUquickCheck(${event.tag})`;
    case "disk-check":
      return `disk check(${event.tag})`;
    case "reservation-won":
    case "reservation-lost":
      return `RESERVE(${event.tag})`;
    case "resync-done":
      return `resync(${event.tag})`;
    default:
      return unreachable(event, "an inside event without a text");
  }
}
