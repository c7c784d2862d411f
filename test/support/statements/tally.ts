// How often each statement was judged, and how often it was untrue, as a table.

export interface Tally {
  readonly judged: number;
  readonly untrue: number;
}

export type Tallies = ReadonlyMap<string, Tally>;

export function addTallies(...all: readonly Tallies[]): Tallies {
  const sum = new Map<string, Tally>();
  for (const [statement, { judged, untrue }] of all.flatMap((each) => [...each])) {
    const known = sum.get(statement);
    sum.set(statement, { judged: (known?.judged ?? 0) + judged, untrue: (known?.untrue ?? 0) + untrue });
  }
  return sum;
}

export interface Judged {
  readonly where: "in memory" | "on real sshd";
  readonly sequences: number;
  readonly runs: number;
  /** How often each outcome was told. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly tallies: Tallies;
}

const headings = "## Statements checked";

/** The page with this table in place of the one it had of the same nodes; everything else stays. */
export function withStatements(page: string, judged: Judged): string {
  const heading = `${headings} ${judged.where}\n`;
  const at = page.indexOf(heading);
  const next = at < 0 ? -1 : page.indexOf("\n## ", at + heading.length);
  const before = (at < 0 ? page : page.slice(0, at)).trimEnd();
  const after = next < 0 ? "" : page.slice(next);
  return `${before}\n\n${heading}${sectionOf(judged)}${after}`;
}

/** The tables as they stand in the page, so that whoever writes the rest of the page keeps them. */
export function statementsIn(page: string): string {
  const at = page.indexOf(headings);
  return at < 0 ? "" : `\n${page.slice(at)}`;
}

function sectionOf({ where, sequences, runs, outcomes, tallies }: Judged): string {
  const ended = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, times]) => `${times} ${outcome}`);
  const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([statement, { judged, untrue }]) => `| ${statement} | ${judged} | ${untrue} |\n`);
  const how =
    where === "in memory"
      ? "two clients at once, clients that die or sleep"
      : "clients that die; processes are really killed and stopped, and time is real";
  return `
<!-- Written by \`npm run bench ${where === "in memory" ? "statements" : "statementsSsh"}\`. -->

Clusters of one to four nodes live through histories made at random: deployments, saved plans, rollbacks, edits here and
there, LifeKeeper stopped and started, nodes rebuilt, added, rebooted, paused or out of reach, ${how}. After every command
what it said (outcome, sentences in both languages, JSON, exit code) is compared with what every node really holds.

${sequences} sequences, ${runs} runs of a command: ${ended.join(", ")}.

| statement | judged | untrue |
| --- | ---: | ---: |
${lines.join("")}`;
}

export function addOutcomes(...all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const [outcome, times] of all.flatMap((each) => [...each])) sum.set(outcome, (sum.get(outcome) ?? 0) + times);
  return sum;
}
