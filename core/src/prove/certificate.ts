// A certificate: what was proved about which bytes, under which assumptions, so that anybody can prove it again and
// compare. Holds no time and no path of a machine: a second run gives the same bytes.

import type { Cluster } from "../model/cluster.ts";
import type { FileSet } from "../model/fileSet.ts";
import { propertyText } from "./property.ts";
import { consultedIn, usesText } from "./readingText.ts";
import type { ProofResult, Verdict } from "./runProof.ts";
import { sha256 } from "./sha256.ts";

/** Raised when the meaning of a verdict changes: certificates of different models cannot be compared. */
const modelVersion = "2";

export interface Certificate {
  readonly format: "lkcluster-certificate";
  readonly model: string;
  readonly cluster: string;
  readonly lifekeeper: string;
  /** By the part of the path that the cluster file uses. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly proofs: readonly CertifiedProof[];
  /** Of everything above, as canonical JSON. */
  readonly digest: string;
}

export interface CertifiedProof {
  readonly title: string;
  readonly properties: readonly {
    readonly property: string;
    readonly status: string;
    /** Under the default readings. */
    readonly byDefault: string;
    /** The smallest set of other answers that changes that, and in how many combinations it is changed. */
    readonly changedBy: string | null;
    readonly changedIn: number;
  }[];
  readonly bounds: readonly { readonly faultsMax: number; readonly kinds: readonly string[] }[];
  readonly readings: "default" | "every";
  /** What the search asked for: other answers to anything else give the same certificate. */
  readonly consulted: readonly string[];
  readonly combinations: { readonly all: number; readonly covered: number; readonly explored: number };
  readonly assumed: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly states: number;
  readonly transitions: number;
  readonly complete: boolean;
}

export function certificateOf(cluster: Cluster, results: readonly ProofResult[], files: FileSet): Certificate {
  const named = [cluster.file, ...(cluster.defaultsFile === undefined ? [] : [cluster.defaultsFile])];
  const content = {
    format: "lkcluster-certificate" as const,
    model: modelVersion,
    cluster: cluster.name,
    lifekeeper: cluster.version.text,
    files: named.map((file) => ({ name: beside(cluster.file, file), sha256: sha256(files.read(file)?.text ?? "") })),
    proofs: results.map(certified),
  };
  return { ...content, digest: sha256(JSON.stringify(content)) };
}

function certified({ proof, report, verdict }: ProofResult): CertifiedProof {
  return {
    title: proof.title.en,
    properties: report.results.map(({ property, status, first, change }) => ({
      property: propertyText(property),
      status,
      byDefault: first ?? status,
      changedBy: change === undefined ? null : usesText(change.readings),
      changedIn: change?.combinations ?? 0,
    })),
    bounds: proof.bounds.map(({ faultsMax, kinds }) => ({ faultsMax, kinds })),
    readings: report.everyReading ? "every" : "default",
    consulted: consultedIn(report),
    combinations: {
      all: report.cover.combinations,
      covered: report.cover.covered,
      explored: report.cover.explored,
    },
    assumed: { ...report.explorations[0]?.choice },
    verdict,
    states: report.states,
    transitions: report.transitions,
    complete: report.complete,
  };
}

/** The path of `file` as seen from the folder of `from`: the same on every machine. */
function beside(from: string, file: string): string {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  return folder !== "" && file.startsWith(folder) ? file.slice(folder.length) : file.slice(file.lastIndexOf("/") + 1);
}

/** In what a certificate differs from what was proved now; empty when it is reproduced byte for byte. */
export function certificateDifferences(given: unknown, now: Certificate): readonly string[] {
  if (typeof given !== "object" || given === null) return ["format"];
  const differences: string[] = [];
  const visit = (path: string, a: unknown, b: unknown): void => {
    if (a === b) return;
    // What was given may be nested without end; only as far as ours goes is it followed.
    if (!isTree(a) || !isTree(b)) {
      differences.push(`${path}: ${shown(a)} → ${shown(b)}`);
      return;
    }
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    // Both are objects; what is not there reads as undefined.
    for (const key of keys) {
      visit(
        path === "" ? key : `${path}.${key}`,
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
      );
    }
  };
  visit("", given, now);
  // The digest only repeats that something else differs, unless it is all that does.
  return differences.length > 1 ? differences.filter((text) => !text.startsWith("digest:")) : differences;
}

function isTree(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  if (isTree(value)) return Array.isArray(value) ? "[…]" : "{…}";
  return (JSON.stringify(value) ?? "-").slice(0, 200);
}
