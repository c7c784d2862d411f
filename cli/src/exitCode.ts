// What the exit status says. It never lies: a reverted deployment is never 0. Listed in docs/command-line.md.

export const exitCode = {
  /** As hoped. */
  ok: 0,
  /** The answer is no: errors found, a scenario failed, a proof violated, drift. */
  no: 1,
  /** Wrong usage or unreadable input. */
  usage: 2,
  /** The deployment was refused before anything changed. */
  refused: 3,
  /** The deployment was reverted: the cluster is as before. */
  reverted: 4,
  /** The deployment left something unknown; the output says what and what to do. */
  unknown: 5,
  /** What an earlier deployment had left was mended, and the one that was asked for was then not carried out. */
  healed: 6,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
