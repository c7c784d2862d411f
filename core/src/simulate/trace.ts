// What a run tells about itself: who did what, when, what changed, and why.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Evidence } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { Place } from "../problem.ts";
import type { Event } from "./event.ts";
import type { ReadingId } from "./readings.ts";
import type { State } from "./state.ts";

export interface TimelineEntry {
  readonly timeMs: number;
  /** The node that acted; undefined for what happens to links, networks, storage and hosts. */
  readonly node: string | undefined;
  /** The event whose handling this entry belongs to. */
  readonly event: Event;
  readonly changes: readonly Change[];
  readonly why: Why;
}

/** The rule that was applied, and everything its result turned on. */
export interface Why {
  readonly rule: RuleId;
  readonly text: Localized;
  readonly facts: Facts;
  /** The parameter that decided, as it counts on the acting node. */
  readonly parameter:
    | {
        readonly name: string;
        readonly value: string;
        readonly origin: "default" | "file" | "set";
        readonly place: Place | undefined;
      }
    | undefined;
  /** Set when documents are silent and this reading decided. */
  readonly reading: ReadingId | undefined;
  readonly evidence: Evidence;
  readonly sources: readonly SourceKey[];
  /** The line that decided: of the parameter, or of the node, path or resource in the cluster file. */
  readonly place: Place | undefined;
}

export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type RuleId =
  | "outside"
  | "path-dead"
  | "path-alive"
  | "comm-down"
  | "comm-up"
  | "quorum-held"
  | "quorum-lost"
  | "quorum-not-checked"
  | "witness-alive"
  | "witness-dead"
  | "witness-off"
  | "witness-watch"
  | "loss-fastkill"
  | "loss-fastboot"
  | "loss-osu"
  | "loss-none"
  | "false-loss"
  | "no-failover-flag"
  | "confirm-wait"
  | "confirm-go-on"
  | "confirm-block"
  | "power-off"
  | "take-over"
  | "take-over-none"
  | "restore"
  | "restore-refused"
  | "restore-failed"
  | "remove"
  | "remove-failed"
  | "forced-restart"
  | "booted"
  | "start"
  | "start-restores"
  | "start-holds-back"
  | "start-witnessed"
  | "start-without-quorum"
  | "stop"
  | "keep"
  | "keep-without-quorum"
  | "switchback"
  | "switch-over"
  | "local-recovery"
  | "temporal-recovery"
  | "resource-failed"
  | "resource-failover"
  | "no-target"
  | "policy-no-failover"
  | "failover-blocked"
  | "check-timeout"
  | "file-system-full"
  | "standby-failed"
  | "reservation-won"
  | "reservation-lost"
  | "reservation-taken"
  | "halt-on-error"
  | "mirror-corrupt"
  | "mirror-not-in-sync"
  | "mirror-source"
  | "mirror-behind"
  | "mirror-resync"
  | "mirror-in-sync"
  | "mirror-discarded"
  | "mirror-forced";

export type Change =
  | { readonly kind: "node"; readonly node: string; readonly from: NodeCondition; readonly to: NodeCondition }
  | {
      readonly kind: "resource";
      readonly tag: string;
      readonly node: string;
      readonly from: ResourceState;
      readonly to: ResourceState;
    }
  | { readonly kind: "link"; readonly between: readonly [string, string]; readonly index: number; readonly up: boolean }
  /** How `node` sees one of its links to `peer`. */
  | {
      readonly kind: "path";
      readonly node: string;
      readonly peer: string;
      readonly index: number;
      readonly to: "ALIVE" | "DEAD";
    }
  /** How `node` sees `peer`. */
  | { readonly kind: "view"; readonly node: string; readonly peer: string; readonly to: "ALIVE" | "DEAD" }
  | { readonly kind: "network"; readonly network: string; readonly up: boolean }
  /** Without a storage: all of them. */
  | { readonly kind: "storage"; readonly node: string; readonly storage?: string; readonly reached: boolean }
  | { readonly kind: "host"; readonly host: string; readonly node: string; readonly reached: boolean }
  | { readonly kind: "flag"; readonly node: string; readonly flag: string; readonly set: boolean }
  | {
      readonly kind: "mirror";
      readonly tag: string;
      readonly source: string | undefined;
      readonly inSync: readonly string[];
    }
  | { readonly kind: "reservation"; readonly tag: string; readonly holder: string | undefined };

/** `off`: crashed, shut down or powered off. `halted`: by fastkill. `restarting`: comes back by itself. */
export type NodeCondition =
  | "up"
  | "frozen"
  | "off"
  | "halted"
  | "restarting"
  | "starting"
  | "stopping"
  | "stopped"
  | "stopped-keeping-applications";

export type ResourceState = "ISP" | "ISU" | "OSU" | "OSF";

/**
 * Receives entries in the order in which they happen. Not given where nobody listens, and then nothing is built.
 * `cells` is what held after the entry: the entries of one event do not all see its end.
 */
export type Sink = (entry: TimelineEntry, cells: State["cells"]) => void;
