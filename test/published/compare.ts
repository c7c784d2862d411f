// A row against what the simulator did: every stated field, each with whether the source states it or we inferred it.

import { isDeepStrictEqual } from "node:util";
import type { NodeExpectation, Row, RowExpectation } from "./rows.ts";

export interface FieldComparison {
  /** `active`, `nodes.A.quorum`, … */
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly agrees: boolean;
  readonly inferred: boolean;
}

export function compareRow(row: Row, actual: RowExpectation): readonly FieldComparison[] {
  const { nodes, ...whole } = row.expected;
  const found: FieldComparison[] = [];
  const add = (field: string, expected: unknown, seen: unknown, agrees: boolean): void => {
    found.push({ field, expected, actual: seen, agrees, inferred: isInferred(row, field) });
  };
  for (const [field, expected] of Object.entries(whole)) {
    // The keys of both are those of RowExpectation.
    const seen = actual[field as keyof RowExpectation];
    if (field === "paths" || field === "flags") {
      for (const [key, value] of Object.entries(expected)) {
        // Object.entries forgets that these are records of strings or lists of them.
        const one = (seen as Record<string, unknown> | undefined)?.[key];
        const agrees = Array.isArray(value) ? isPart(value, one) : value === one;
        add(`${field}.${key}`, value, one, agrees);
      }
    } else if (Array.isArray(expected)) add(field, expected, seen, isDeepStrictEqual(sorted(expected), sorted(seen)));
    else add(field, expected, seen, isDeepStrictEqual(expected, seen));
  }
  for (const [node, expected] of Object.entries(nodes)) {
    const seen = actual.nodes[node] ?? {};
    for (const field of Object.keys(expected)) {
      // The keys of both are those of NodeExpectation.
      const key = field as keyof NodeExpectation;
      add(`nodes.${node}.${field}`, expected[key], seen[key], agreesOn(key, expected, seen));
    }
  }
  return found;
}

function agreesOn(key: keyof NodeExpectation, expected: NodeExpectation, seen: NodeExpectation): boolean {
  switch (key) {
    case "states":
      return (seen.states ?? []).every((state) => expected.states?.includes(state) === true);
    case "deeds": {
      const done = new Set(seen.deeds);
      const lossStated = expected.deeds?.includes("loss-action") === true;
      // A row that names no particular loss action is met by each of them.
      if (lossStated && (done.has("fastkill") || done.has("fastboot"))) return true;
      return isDeepStrictEqual(sorted([...done]), sorted([...new Set(expected.deeds)]));
    }
    case "events":
      return isDeepStrictEqual(sorted(expected.events), sorted(seen.events));
    case "witness": {
      const { about, asks, verdict } = expected.witness ?? { verdict: undefined };
      if (verdict !== seen.witness?.verdict) return false;
      if (about !== undefined && about !== seen.witness?.about) return false;
      return asks === undefined || isDeepStrictEqual(sorted(asks), sorted(seen.witness?.asks));
    }
    case "quorum":
    case "reachable":
      return expected[key] === seen[key];
  }
}

function isInferred({ inferred }: Row, field: string): boolean {
  const parts = field.split(".");
  return inferred.some((pattern) => {
    if (pattern === "*") return true;
    return pattern.split(".").every((part, index) => part === "*" || part === parts[index]);
  });
}

function sorted(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? [...list].sort() : [];
}

function isPart(part: readonly unknown[], whole: unknown): boolean {
  return Array.isArray(whole) && part.every((one) => whole.includes(one));
}
