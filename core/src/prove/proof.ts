// What is to be proved about a cluster: the `prove` blocks of its file, or the standard proofs where it has none.

import { type FaultKind, faultKinds, usualFaultKinds } from "../language/actions.ts";
import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";
import { largest } from "../many.ts";
import { requirementsOf } from "../model/requirements.ts";
import type { Place } from "../problem.ts";
import type {
  ClusterFile,
  ClusterItem,
  ProofBlock,
  ProofClause,
  ResourceSetting,
  Word,
} from "../syntax/cluster/tree.ts";
import type { Bound } from "./bounds.ts";
import type { Property } from "./property.ts";

export interface Proof {
  readonly title: Localized;
  /** Where it is written; undefined for a standard proof. */
  readonly place: Place | undefined;
  /** What it shows to be met; none of a standard proof. */
  readonly requirements: readonly string[];
  readonly properties: readonly Property[];
  readonly bounds: readonly Bound[];
}

/** What a command line sets over what is written. */
export interface BoundOverride {
  readonly faults?: number;
  readonly kinds?: readonly FaultKind[];
}

export function proofsOf(
  tree: Pick<ClusterFile, "proofs">,
  file: string,
  override: BoundOverride = {},
): readonly Proof[] {
  const written = tree.proofs.flatMap((block) => writtenProof(block, file) ?? []);
  const proofs = written.length > 0 ? written : standardProofs(override.faults);
  return proofs.map((proof) => ({ ...proof, bounds: overridden(proof.bounds, override) }));
}

/** Never split-brain under one and two faults, never outage under one; or all under the number asked for. */
export function standardProofs(faults?: number): readonly Proof[] {
  const splitBrain: Property = { kind: "never", what: "split-brain" };
  const outage: Property = { kind: "never", what: "outage" };
  const standard = (property: Property, faultsMax: number): Proof => ({
    title: standardTitle(property, faultsMax),
    place: undefined,
    requirements: [],
    properties: [property],
    bounds: [{ faultsMax, kinds: usualFaultKinds }],
  });
  if (faults !== undefined) return [standard(splitBrain, faults), standard(outage, faults)];
  return [standard(splitBrain, 1), standard(splitBrain, 2), standard(outage, 1)];
}

/** Of a larger cluster nobody wants proofs beside their typing that nobody wrote: they are made when they are asked for. */
const unaskedResourcesMax = 100;

/** True when a file has nothing but the standard proofs, and its cluster is too large to make them by themselves. */
export function areProofsLeftToAsking(tree: ClusterFile): boolean {
  if (tree.proofs.some((block) => writtenProof(block, "") !== undefined)) return false;
  let resources = 0;
  const waiting: (ClusterItem | ResourceSetting)[] = [...(tree.cluster?.items ?? [])];
  for (let item = waiting.pop(); item !== undefined && resources <= unaskedResourcesMax; item = waiting.pop()) {
    if (item.kind !== "resource") continue;
    resources++;
    for (const inside of item.items) waiting.push(inside);
  }
  return resources > unaskedResourcesMax;
}

function standardTitle(property: Property, faults: number): Localized {
  const plural = faults === 1 ? "" : "s";
  return property.kind === "never" && property.what === "outage"
    ? { en: `no outage under ${faults} fault${plural}`, ja: `${faults} 件の障害ではサービスが停止したままにならない` }
    : { en: `no split brain under ${faults} fault${plural}`, ja: `${faults} 件の障害ではスプリットブレインにならない` };
}

function overridden(bounds: readonly Bound[], { faults, kinds }: BoundOverride): readonly Bound[] {
  if (faults === undefined && kinds === undefined) return bounds;
  const most = faults ?? largest(bounds.map(({ faultsMax }) => faultsMax));
  return [{ faultsMax: most, kinds: kinds ?? bounds[0]?.kinds ?? usualFaultKinds }];
}

/** Undefined while the block names no property. */
function writtenProof(block: ProofBlock, file: string): Proof | undefined {
  const properties = block.clauses.flatMap((clause) => propertyOf(clause) ?? []);
  if (properties.length === 0) return undefined;
  const bounds = block.clauses.flatMap((clause) => boundOf(clause) ?? []);
  return {
    title: same(block.title?.value ?? ""),
    place: { file, span: block.title?.span ?? block.keyword },
    requirements: requirementsOf(block),
    properties,
    bounds: bounds.length > 0 ? bounds : [{ faultsMax: 1, kinds: usualFaultKinds }],
  };
}

function propertyOf(clause: ProofClause): Property | undefined {
  switch (clause.kind) {
    case "never":
      switch (clause.property?.value) {
        case "split-brain":
        case "outage":
        case "data-loss":
          return { kind: "never", what: clause.property.value };
        case "two-active":
          return { kind: "never", what: "two-active", longerThanMs: clause.longerThan?.ms ?? 0 };
        default:
          return undefined;
      }
    case "always-recovers":
      return clause.tag === undefined ? undefined : { kind: "always-recovers", tag: clause.tag.value };
    case "sometimes":
      switch (clause.property?.value) {
        case "failover":
        case "quorum-loss":
          return { kind: "sometimes", what: clause.property.value };
        default:
          return undefined;
      }
    case "up-to":
      return undefined;
  }
}

function boundOf(clause: ProofClause): Bound | undefined {
  if (clause.kind !== "up-to" || clause.faults?.value === undefined) return undefined;
  const kinds = kindsNamed(clause.of);
  return { faultsMax: clause.faults.value, kinds: kinds.length > 0 ? kinds : usualFaultKinds };
}

function kindsNamed(words: readonly Word[]): readonly FaultKind[] {
  return faultKinds.filter((kind) => words.some(({ value }) => value === kind));
}
