// What can happen to a cluster. Outside events are faults and operator actions; inside events are timers that run
// out and handlers that run. Names are those of the cluster file, so that a list of events can be read and kept.

/** Things that break or come back without anybody's wish. */
export type Fault =
  | { readonly kind: "crash" | "freeze" | "thaw" | "isolate"; readonly node: string }
  /** One link of a path, counted from 1 in the order written. */
  | { readonly kind: "cut-link" | "heal-link"; readonly between: Pair; readonly index: number }
  /** All links between two nodes. */
  | { readonly kind: "cut-pair" | "heal-pair"; readonly between: Pair }
  | { readonly kind: "cut-network" | "heal-network"; readonly network: string }
  | { readonly kind: "partition"; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly kind: "fail-domain" | "heal-domain"; readonly domain: string }
  /** Every link, network, storage and host; with `node`, everything that belongs to that node. */
  | { readonly kind: "heal-all" }
  | { readonly kind: "heal-node"; readonly node: string }
  /** Without a storage: all of them. */
  | { readonly kind: "lose-storage" | "regain-storage"; readonly node: string; readonly storage?: string }
  /** Without a node: for every node. */
  | { readonly kind: "lose-host" | "regain-host"; readonly host: string; readonly node: string | undefined }
  /** Without a node: where it is in service. */
  | {
      readonly kind: "fail";
      readonly tag: string;
      readonly node: string | undefined;
      readonly beyondLocalRecovery: boolean;
    }
  /** The health check of a resource on a standby fails; a file system is over its limit or below it again. */
  | {
      readonly kind: "fail-standby" | "timeout-check" | "fill" | "free";
      readonly tag: string;
      readonly node: string | undefined;
    }
  /** The next such action on that node fails. */
  | { readonly kind: "refuse"; readonly operation: "restore" | "remove"; readonly tag: string; readonly node: string }
  /** How a contested SCSI reservation will end. */
  | { readonly kind: "take-reservation"; readonly tag: string; readonly node: string }
  | { readonly kind: "hold-reservation"; readonly tag: string }
  | { readonly kind: "break-mirror"; readonly tag: string };

/** Things that an operator does. */
export type OperatorAction =
  | { readonly kind: "boot"; readonly node: string; readonly withoutNetwork: boolean }
  | { readonly kind: "reboot" | "shutdown" | "start"; readonly node: string }
  | {
      readonly kind: "stop";
      readonly node: string;
      readonly mode: "inhibiting-failover" | "allowing-failover" | "keeping-applications";
    }
  | {
      readonly kind: "in-service" | "out-of-service" | "force-mirror" | "retstate";
      readonly tag: string;
      readonly node: string;
    }
  | { readonly kind: "confirm"; readonly node: string; readonly answer: "yes" | "no" };

export type OutsideEvent = Fault | OperatorAction;

/** Things that follow by themselves. */
export type InsideEvent =
  /** `node` has missed so many heartbeats on one link that it marks it DEAD; or it hears beats there again. */
  | { readonly kind: "path-dead" | "path-alive"; readonly node: string; readonly peer: string; readonly index: number }
  /** The last link to `peer` is DEAD, the first is ALIVE again: the event is raised, its handler is yet to run. */
  | { readonly kind: "comm-down" | "comm-up"; readonly node: string; readonly peer: string }
  /** The handlers of these events, step by step. */
  | {
      readonly kind: "handle-comm-down" | "witness-check" | "confirm-timeout" | "handle-comm-up";
      readonly node: string;
      readonly peer: string;
    }
  | { readonly kind: "booted" | "lcm-avail" | "stopped"; readonly node: string }
  /** lkcheck finds a failed resource; a node finds that its reservation was taken. */
  | { readonly kind: "quick-check" | "standby-check" | "disk-check"; readonly tag: string; readonly node: string }
  /** The two ends of a contested reservation. */
  | { readonly kind: "reservation-won" | "reservation-lost"; readonly tag: string; readonly node: string }
  | { readonly kind: "resync-done"; readonly tag: string; readonly node: string };

export type Event = OutsideEvent | InsideEvent;

export type Pair = readonly [string, string];

/** The kinds of fault that a proof counts. */
export type FaultKind =
  | "crash"
  | "freeze"
  | "cut"
  | "network"
  | "domain"
  | "storage"
  | "host"
  | "resource"
  | "stop"
  | "reboot";

export const faultKinds: readonly FaultKind[] = [
  "crash",
  "freeze",
  "cut",
  "network",
  "domain",
  "storage",
  "host",
  "resource",
  "stop",
  "reboot",
];

/** What a proof without `of` explores. */
export const usualFaultKinds: readonly FaultKind[] = [
  "crash",
  "cut",
  "network",
  "domain",
  "storage",
  "host",
  "resource",
];
