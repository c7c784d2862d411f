// OpenSSH ends with 255 for everything that is its own failure, and says which one only in words. OpenSSH is not
// translated, and these words are older than this project; they choose an explanation and nothing else: every one of
// them is a node that could not be reached, and nothing has been sent to it.

import type { FailureReason } from "../failure.ts";

const signs: readonly (readonly [sign: string, reason: FailureReason])[] = [
  ["REMOTE HOST IDENTIFICATION HAS CHANGED", "host-key-changed"],
  ["Host key verification failed", "host-key-unknown"],
  ["Permission denied", "authentication"],
  ["Too many authentication failures", "authentication"],
];

export function explainSsh(status: number | null, printed: string): FailureReason {
  const sign = signs.find(([words]) => printed.includes(words));
  if (status === 255) return sign?.[1] ?? "unreachable";
  // The node was reached, and its login shell ended or was killed before our program could answer.
  return status === null ? "connection-lost" : "garbage";
}
