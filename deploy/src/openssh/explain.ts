// OpenSSH ends with 255 for everything that is its own failure, and says which one only in words. OpenSSH is not
// translated, and these words are older than this project; they choose an explanation and nothing else: every one of
// them is a node that could not be reached, and nothing has been sent to it.

import type { FailureReason } from "../failureReason.ts";

/** The first that is found counts, so what is certain stands before what other messages quote too. */
const signs: readonly (readonly [sign: RegExp, reason: FailureReason])[] = [
  [/REMOTE HOST IDENTIFICATION HAS CHANGED/, "host-key-changed"],
  [/Host key verification failed/, "host-key-unknown"],
  [
    /Bad configuration option|Bad owner or permissions on|Can't open user config file|terminating, \d+ bad/,
    "ssh-misconfigured",
  ],
  [/Could not resolve hostname/, "name-not-resolved"],
  [/Connection refused/, "connection-refused"],
  [/timed out|Operation timed out/, "connect-timed-out"],
  [/No route to host|Network is unreachable|Host is down/, "no-route"],
  [/Unable to negotiate with|no matching .* found/, "no-common-algorithm"],
  [/Permission denied \(|Too many authentication failures/, "authentication"],
  [
    /kex_exchange_identification|Connection closed by|Connection reset by|ssh_dispatch_run_fatal/,
    "closed-while-connecting",
  ],
];

export function explainSsh(status: number | null, printed: string): FailureReason {
  const sign = signs.find(([words]) => words.test(printed));
  if (status === 255) return sign?.[1] ?? "unreachable";
  // The node was reached, and its login shell ended or was killed before our program could answer.
  return status === null ? "connection-lost" : "garbage";
}
