// The support matrix as rows, each with its sources: which quorum and witness modes go together, on how many nodes,
// in which versions, with which storage on which platform. `evaluateSupport` reads the rows and nothing else.

import type { SourceKey } from "../catalogue/sources.ts";
import type { VersionText } from "../catalogue/spec.ts";
import { isAtLeast, type VersionNumbers } from "../catalogue/version.ts";
import type { Evidence } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { QuorumMode, StorageType, WitnessMode } from "./modes.ts";

export const nodesMaxOfCluster = 32;

export interface CombinationRow {
  readonly quorumMode: QuorumMode;
  readonly witnessMode: WitnessMode;
  readonly allowed: boolean;
  /** Witness-only nodes count. */
  readonly nodesMin: number;
  readonly nodesMax: number;
  /** Two data nodes reach the minimum only with a witness-only node. */
  readonly pairNeedsWitnessNode: boolean;
  readonly sources: readonly SourceKey[];
  readonly evidence: Evidence;
}

const allowed = (
  quorumMode: QuorumMode,
  witnessMode: WitnessMode,
  nodesMin: number,
  nodesMax: number,
  sources: readonly SourceKey[],
): CombinationRow => ({
  quorumMode,
  witnessMode,
  allowed: true,
  nodesMin,
  nodesMax,
  pairNeedsWitnessNode: nodesMin > 2,
  sources,
  evidence: "documented",
});

const forbidden = (quorumMode: QuorumMode, witnessMode: WitnessMode): CombinationRow => ({
  quorumMode,
  witnessMode,
  allowed: false,
  nodesMin: 0,
  nodesMax: 0,
  pairNeedsWitnessNode: false,
  sources: ["QW9J"],
  evidence: "documented",
});

/** Every pair of modes once. */
export const combinationRows: readonly CombinationRow[] = [
  allowed("majority", "remote_verify", 3, nodesMaxOfCluster, ["QW9J", "MAJ981J", "KB-MAJORDER"]),
  allowed("majority", "none", 3, nodesMaxOfCluster, ["QW9J", "MAJ981J"]),
  forbidden("majority", "storage"),
  allowed("tcp_remote", "remote_verify", 3, nodesMaxOfCluster, ["QW9J", "TCP940J"]),
  allowed("tcp_remote", "none", 2, nodesMaxOfCluster, ["QW9J", "TCP940J"]),
  forbidden("tcp_remote", "storage"),
  forbidden("storage", "remote_verify"),
  forbidden("storage", "none"),
  allowed("storage", "storage", 2, 4, ["QW9J", "STO951", "STO990J"]),
  allowed("none", "remote_verify", 3, nodesMaxOfCluster, ["QW9J"]),
  allowed("none", "none", 1, nodesMaxOfCluster, ["QW9J"]),
  forbidden("none", "storage"),
];

export interface VersionRow {
  readonly quorumMode: QuorumMode;
  readonly since?: VersionText;
  /** The first version that no longer has it. */
  readonly until?: VersionText;
  readonly sources: readonly SourceKey[];
  readonly evidence: Evidence;
}

export const versionRows: readonly VersionRow[] = [
  { quorumMode: "storage", since: "9.3", sources: ["QW922", "QP931"], evidence: "documented" },
  // The 10.0 list of modes has no tcp_remote; no release note says that it was removed.
  { quorumMode: "tcp_remote", until: "10.0", sources: ["QUORUM_PARAMETERS_LIST_990", "QP100"], evidence: "inferred" },
];

export type SupportPlatform = "physical" | "vmware" | "aws" | "azure" | "gcp" | "oci";

/** What the protected data lies on: mirrors, shared disks without or with SCSI reservation, or nothing of these. */
export type DataLayout = "mirror" | "shared-without-reservation" | "shared-with-reservation" | "none";

export interface StorageTypeRow {
  readonly data: DataLayout;
  readonly storageType: StorageType;
  readonly platforms: readonly SupportPlatform[];
  readonly sources: readonly SourceKey[];
  readonly evidence: Evidence;
}

const everywhere: readonly SupportPlatform[] = ["physical", "vmware", "aws", "azure", "gcp", "oci"];

/** Which kind of quorum storage the platform table names for which data. What is not named here is unknown, not wrong. */
export const storageTypeRows: readonly StorageTypeRow[] = [
  { data: "mirror", storageType: "file", platforms: everywhere, sources: ["KB-PLAT"], evidence: "documented" },
  { data: "mirror", storageType: "aws_s3", platforms: ["aws", "oci"], sources: ["KB-PLAT"], evidence: "documented" },
  {
    data: "shared-without-reservation",
    storageType: "block",
    platforms: ["physical", "vmware", "oci"],
    sources: ["KB-PLAT", "KB-ANY"],
    evidence: "documented",
  },
  // The table has reservations there; the vendor's own trial ran without.
  {
    data: "shared-without-reservation",
    storageType: "block",
    platforms: ["azure"],
    sources: ["AZSTO951J", "KB-ANY"],
    evidence: "documented",
  },
  // Not in the table. The storage policy admits what the platform itself supports.
  {
    data: "shared-without-reservation",
    storageType: "block",
    platforms: ["aws", "gcp"],
    sources: ["KB-ANY"],
    evidence: "inferred",
  },
];

export interface FencingRow {
  readonly fencing: "stonith" | "scsi-reservation";
  readonly platforms: readonly SupportPlatform[];
  readonly sources: readonly SourceKey[];
  readonly evidence: Evidence;
}

export const fencingRows: readonly FencingRow[] = [
  {
    fencing: "stonith",
    platforms: ["physical", "vmware", "aws", "azure"],
    sources: ["KB-PLAT", "STONITH961"],
    evidence: "documented",
  },
  {
    fencing: "scsi-reservation",
    platforms: ["physical", "vmware", "azure"],
    sources: ["KB-PLAT", "KB-VSPH"],
    evidence: "documented",
  },
];

/** Where documents name a way of fencing. */
export function platformsOf(fencing: FencingRow["fencing"]): readonly SupportPlatform[] {
  return fencingRows.filter((row) => row.fencing === fencing).flatMap((row) => row.platforms);
}

export interface SupportFacts {
  /** Undefined when its value is none that documents show. */
  readonly quorumMode: QuorumMode | undefined;
  readonly witnessMode: WitnessMode | undefined;
  /** All nodes, witness-only ones too; undefined when a parameter file stands alone. */
  readonly nodeCount: number | undefined;
  readonly witnessNodeCount: number;
  readonly version: VersionNumbers;
}

export type Unsupported =
  | { readonly kind: "combination"; readonly row: CombinationRow; readonly partners: readonly WitnessMode[] }
  | { readonly kind: "too-few-nodes" | "too-many-nodes"; readonly row: CombinationRow; readonly nodeCount: number }
  | { readonly kind: "too-old" | "removed"; readonly row: VersionRow; readonly version: VersionText };

export type SupportVerdict =
  | { readonly kind: "supported"; readonly row: CombinationRow }
  | { readonly kind: "unsupported"; readonly reasons: readonly Unsupported[] }
  | { readonly kind: "unknown"; readonly why: Localized };

export function evaluateSupport(facts: SupportFacts): SupportVerdict {
  const { quorumMode, witnessMode, nodeCount } = facts;
  const row = combinationRows.find((each) => each.quorumMode === quorumMode && each.witnessMode === witnessMode);
  if (quorumMode === undefined || row === undefined) {
    return {
      kind: "unknown",
      why: {
        en: "a mode has a value that no document shows",
        ja: "資料にない値のモードが指定されています",
      },
    };
  }
  const reasons = [...versionReasons(quorumMode, facts.version), ...combinationReasons(row, nodeCount)];
  return reasons.length > 0 ? { kind: "unsupported", reasons } : { kind: "supported", row };
}

function versionReasons(quorumMode: QuorumMode, version: VersionNumbers): readonly Unsupported[] {
  return versionRows
    .filter((row) => row.quorumMode === quorumMode)
    .flatMap((row): readonly Unsupported[] => {
      if (row.since !== undefined && !isAtLeast(version, row.since)) {
        return [{ kind: "too-old", row, version: row.since }];
      }
      if (row.until !== undefined && isAtLeast(version, row.until))
        return [{ kind: "removed", row, version: row.until }];
      return [];
    });
}

function combinationReasons(row: CombinationRow, nodeCount: number | undefined): readonly Unsupported[] {
  if (!row.allowed) return [{ kind: "combination", row, partners: partnersOf(row.quorumMode) }];
  if (nodeCount === undefined) return [];
  if (nodeCount < row.nodesMin) return [{ kind: "too-few-nodes", row, nodeCount }];
  if (nodeCount > row.nodesMax) return [{ kind: "too-many-nodes", row, nodeCount }];
  return [];
}

/** The witness modes that the matrix allows with a quorum mode. */
export function partnersOf(quorumMode: QuorumMode): readonly WitnessMode[] {
  return combinationRows.filter((row) => row.allowed && row.quorumMode === quorumMode).map((row) => row.witnessMode);
}

/** All rows that fit a number of nodes and a version: what one could choose instead. */
export function supportedCombinations(
  facts: Pick<SupportFacts, "nodeCount" | "witnessNodeCount" | "version">,
): readonly CombinationRow[] {
  return combinationRows.filter(
    (row) =>
      evaluateSupport({ ...facts, quorumMode: row.quorumMode, witnessMode: row.witnessMode }).kind === "supported",
  );
}

/** What the default loss action was in a version; where between 9.0 and 9.3.1 it changed was not found. */
export function defaultLossAction(version: VersionNumbers): {
  readonly value: "fastkill" | "fastboot";
  readonly evidence: Evidence;
} {
  if (isAtLeast(version, "9.3.1")) return { value: "fastkill", evidence: "documented" };
  if (!isAtLeast(version, "9.0.0")) return { value: "fastboot", evidence: "documented" };
  return { value: "fastkill", evidence: "unsure" };
}
