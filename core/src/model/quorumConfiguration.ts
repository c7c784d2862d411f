// A node's settings of quorum, witness, heartbeat and confirmation as typed values, minimums applied.
// A value that no document shows falls back to the default here; a rule has reported it by then.

import { mangleHostName } from "../catalogue/parameters.ts";
import {
  type LossAction,
  lossActionOf,
  type QuorumMode,
  quorumModeOf,
  type StorageType,
  storageTypeOf,
  type WitnessMode,
  witnessModeOf,
} from "../support/modes.ts";
import type { ClusterNode, EffectiveConfiguration } from "./cluster.ts";

export interface QuorumConfiguration {
  readonly quorumMode: QuorumMode;
  readonly witnessMode: WitnessMode;
  readonly lossAction: LossAction;
  /** `host:port`, in the order written, each once. */
  readonly quorumHosts: readonly string[];
  readonly quorumTimeoutMs: number;
  readonly heartbeatMs: number;
  readonly heartbeatCount: number;
  readonly storageType: StorageType | undefined;
  readonly storageHeartbeatMs: number;
  readonly storageHeartbeatCount: number;
  readonly confirmTimeoutMs: number;
  /** What happens when nobody confirmed in time. */
  readonly confirmDefault: "go-on" | "block";
  readonly checkIntervalMs: number;
  /** Between two looks of lkscsid at the reservations; and whether a lost one restarts the node. */
  readonly diskCheckMs: number;
  readonly restartsWithoutReservation: boolean;
}

export function quorumConfiguration(node: Pick<ClusterNode, "configuration">): QuorumConfiguration {
  return quorumConfigurationOf(node.configuration);
}

export function quorumConfigurationOf(configuration: EffectiveConfiguration): QuorumConfiguration {
  const text = (name: string): string => configuration.get(name)?.value ?? "";
  const atLeast = (name: string, fallback: number, min: number): number =>
    Math.max(wholeNumber(text(name)) ?? fallback, min);
  return {
    quorumMode: quorumModeOf(text("QUORUM_MODE")) ?? "majority",
    witnessMode: witnessModeOf(text("WITNESS_MODE")) ?? "remote_verify",
    lossAction: lossActionOf(text("QUORUM_LOSS_ACTION")) ?? "fastkill",
    quorumHosts: listOf(text("QUORUM_HOSTS")),
    quorumTimeoutMs: atLeast("QUORUM_TIMEOUT_SECS", 20, 0) * 1000,
    // Smaller values are silently replaced by the minimum [HB970].
    heartbeatMs: atLeast("LCMHBEATTIME", 5, 1) * 1000,
    heartbeatCount: atLeast("LCMNUMHBEATS", 3, 2),
    storageType: storageTypeOf(text("QWK_STORAGE_TYPE")),
    storageHeartbeatMs: atLeast("QWK_STORAGE_HBEATTIME", 6, 1) * 1000,
    storageHeartbeatCount: atLeast("QWK_STORAGE_NUMHBEATS", 4, 1),
    confirmTimeoutMs: atLeast("CONFIRMSOTO", 600, 0) * 1000,
    confirmDefault: text("CONFIRMSODEF") === "1" ? "block" : "go-on",
    checkIntervalMs: atLeast("LKCHECKINTERVAL", 120, 0) * 1000,
    diskCheckMs: atLeast("FAILFASTTIMER", 5, 1) * 1000,
    restartsWithoutReservation: text("SCSIHALT").toUpperCase() !== "FALSE",
  };
}

/** A decimal whole number of at most nine digits; everything else is not one. */
export function wholeNumber(text: string): number | undefined {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The entries of a list with commas, trimmed, empty ones left out, each once. */
export function listOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(",")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ""),
    ),
  ];
}

/** The name `QWK_STORAGE_OBJECT_<host>` for a node: what a shell cannot have in a name becomes an underscore. */
export function storageObjectName(nodeName: string): string {
  return `QWK_STORAGE_OBJECT_${mangleHostName(nodeName)}`;
}
