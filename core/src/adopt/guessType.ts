// The short displays show no types. What tag and id suggest is written, and named as a guess.

import { isIpAddress } from "../text/ipAddress.ts";

export interface Guessed {
  readonly tag: string;
  readonly id: string;
  /** Ids of what it stands on. */
  readonly childIds: readonly string[];
}

export function guessType({ tag, id, childIds }: Guessed): string {
  if (isIpAddress(id)) return "comm/ip";
  if (/^datarep/.test(tag)) return "scsi/netraid";
  if (id.startsWith("/dev/")) return "scsi/disk";
  if (id.startsWith("/") || childIds.some((child) => child.startsWith("/dev/"))) return "gen/filesys";
  return /^ip-/.test(tag) ? "comm/ip" : "gen/app";
}
