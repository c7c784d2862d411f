// Which versions of LifeKeeper for Linux the product's facts come from.

import type { VersionText } from "../catalogue/spec.ts";
import { compareVersions, parseVersion, type VersionNumbers } from "../catalogue/version.ts";

/** Versions whose documents were read, oldest first. */
export const knownVersions = [
  "9.0.0",
  "9.0.2",
  "9.1.1",
  "9.2.2",
  "9.3.1",
  "9.3.2",
  "9.4.0",
  "9.4.1",
  "9.5.0",
  "9.5.1",
  "9.5.2",
  "9.6.0",
  "9.6.1",
  "9.6.2",
  "9.7.0",
  "9.8.0",
  "9.8.1",
  "9.9.0",
  "10.0",
] as const satisfies readonly VersionText[];

/** What a cluster file means that names no version. */
export const newestVersion: VersionText = "10.0";

export function isKnownVersion(version: VersionNumbers): boolean {
  return knownVersions.some((text) => {
    const known = parseVersion(text);
    return known !== undefined && compareVersions(known, version) === 0;
  });
}
