// LifeKeeper versions as numbers that can be compared. The model's Version fits VersionNumbers as it is.

import type { VersionText } from "./spec.ts";

export interface VersionNumbers {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** Reads "9.9.0" or "10.0"; anything else is undefined. */
export function parseVersion(text: string): VersionNumbers | undefined {
  const match = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3] ?? 0) };
}

/** Negative when `a` is older than `b`, 0 when they are the same. */
export function compareVersions(a: VersionNumbers, b: VersionNumbers): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/** Whether `version` is `bound` or newer. */
export function isAtLeast(version: VersionNumbers, bound: VersionText): boolean {
  const parsed = parseVersion(bound);
  return parsed !== undefined && compareVersions(version, parsed) >= 0;
}

/** Whether something that came with `since` and went with `until` is in `version`. */
export function isIn(
  version: VersionNumbers,
  life: { readonly since?: VersionText | undefined; readonly until?: VersionText | undefined },
): boolean {
  if (life.since !== undefined && !isAtLeast(version, life.since)) return false;
  return life.until === undefined || !isAtLeast(version, life.until);
}
