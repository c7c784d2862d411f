// What was injected and how it ended, and the page that shows it.

export interface FaultRow {
  readonly where: string;
  readonly fault: string;
  /** How often each outcome was seen. */
  readonly outcomes: ReadonlyMap<string, number>;
}

/** docs/faults.md. */
export function faultPage(rows: readonly FaultRow[]): string {
  const total = rows.reduce((sum, row) => sum + countOf(row), 0);
  const table = rows.map((row) => {
    const outcomes = [...row.outcomes].map(([outcome, times]) => `${times} ${outcome}`).join(", ");
    return `| ${row.where} | ${row.fault} | ${countOf(row)} | ${outcomes} |\n`;
  });
  return `# Faults a deployment survives

<!-- Written by \`npm run bench faults\`. -->

A deployment to three nodes with one fault in it (two where the row says so), ${total} times. After every one it was
checked that each node's file is the old or the new one and whole, or what somebody else made of it; that the outcome
says what the nodes hold; that nothing of ours is left but the generations and the journal; that no
timer is armed; that the status says so where nodes do not agree or LifeKeeper is down (in memory); and that the next run
ends with every node new. \`npm test\` runs the first part whole and a part of the
others. What the outcomes mean is in [deployment.md](deployment.md).

| where | fault | injected | outcomes |
| --- | --- | ---: | --- |
${table.join("")}
\`mixed\` is right where it stands: the node was out of reach after it had been asked to put the new file in place, or
somebody else changed our file after it was there, so nobody could truly say that all nodes agree. \`no report\` is a client that was killed.
`;
}

function countOf({ outcomes }: FaultRow): number {
  return [...outcomes.values()].reduce((sum, times) => sum + times, 0);
}
