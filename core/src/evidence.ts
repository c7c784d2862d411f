// How sure we are, and the one function that keeps a message from being louder than that.

/**
 * `documented`: a named public source states it. `inferred`: it follows from documented statements, and we
 * drew the conclusion. `unsure`: sources are silent, contradict each other, or only hint at it.
 */
export type Evidence = "documented" | "inferred" | "unsure";

export type Severity = "error" | "warning" | "information" | "hint";

const loudest: Readonly<Record<Evidence, Severity>> = {
  documented: "error",
  inferred: "warning",
  unsure: "hint",
};

const rank: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/** The wanted severity, or the loudest that the evidence carries. */
export function capSeverity(wanted: Severity, evidence: Evidence): Severity {
  const most = loudest[evidence];
  return rank[wanted] > rank[most] ? most : wanted;
}

export function isLouder(a: Severity, b: Severity): boolean {
  return rank[a] > rank[b];
}
