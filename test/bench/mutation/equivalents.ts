// Mutants that change nothing that anybody could see, each with its reason.

import type { Mutant } from "./mutants.ts";

interface Equivalent {
  /** Below core/src/rules. */
  readonly file: string;
  readonly kind: Mutant["kind"];
  readonly code: string;
  readonly why: string;
}

const rounds = "a limit that no text comes near: a round more or less ends the same";
const wholeSeconds = "milliseconds that are whole seconds";
const coveredWhole = "a name that both ends cover whole, but for a letter, is near with that letter or without it";

export const equivalents: readonly Equivalent[] = [
  {
    file: "check.ts",
    kind: "boundary below",
    code: "block.span.start <= span.start",
    why: "a block begins with its keyword, which is never wrong enough to keep a cluster from being simulated",
  },
  {
    file: "check.ts",
    kind: "boundary above",
    code: "block.span.start <= span.start",
    why: "one character before a block is the end of what stands before it",
  },
  {
    file: "check.ts",
    kind: "boundary above",
    code: "span.end <= block.span.end",
    why: "no problem begins within a block and ends behind it",
  },
  { file: "fixAll.ts", kind: "boundary below", code: "round < roundsMax", why: rounds },
  { file: "fixAll.ts", kind: "boundary above", code: "round < roundsMax", why: rounds },
  { file: "network/evenVoters.ts", kind: "boundary below", code: "count < 4", why: "3 is odd" },
  { file: "parameters/failoverBlocked.ts", kind: "boundary above", code: "confirmTimeoutMs > 0", why: wholeSeconds },
  { file: "parameters/misspelling.ts", kind: "boundary below", code: "head < length", why: coveredWhole },
  { file: "parameters/misspelling.ts", kind: "boundary above", code: "head < length", why: coveredWhole },
  { file: "parameters/misspelling.ts", kind: "boundary below", code: "tail < length - head", why: coveredWhole },
  { file: "parameters/misspelling.ts", kind: "boundary above", code: "tail < length - head", why: coveredWhole },
  {
    file: "resources/resourcePriority.ts",
    kind: "boundary below",
    code: "priority >= 1",
    why: "the next number behind 0 is the one that is taken where there is none",
  },
  {
    file: "storage/storageHeartbeat.ts",
    kind: "boundary below",
    code: "storageHeartbeatMs >= heartbeatMs",
    why: wholeSeconds,
  },
  {
    file: "storage/storagePathHeartbeat.ts",
    kind: "boundary below",
    code: "quorum.heartbeatMs * quorum.heartbeatCount < recommendedMs",
    why: wholeSeconds,
  },
  {
    file: "storage/storageS3Heartbeat.ts",
    kind: "boundary below",
    code: "quorum.storageHeartbeatMs < 7000",
    why: wholeSeconds,
  },
];
