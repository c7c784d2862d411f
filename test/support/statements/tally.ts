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
  readonly where: string;
  readonly sequences: number;
  readonly runs: number;
  /** How often each outcome was told. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly tallies: Tallies;
}

const heading = "## Statements checked";

/** The page with this table in place of the one it had; everything before it stays. */
export function withStatements(page: string, all: readonly Judged[]): string {
  return `${withoutStatements(page)}\n${statementsSection(all)}`;
}

/** The table as it stands in the page, so that whoever writes the rest of the page keeps it. */
export function statementsIn(page: string): string {
  const at = page.indexOf(heading);
  return at < 0 ? "" : `\n${page.slice(at)}`;
}

function withoutStatements(page: string): string {
  const at = page.indexOf(heading);
  return at < 0 ? page : `${page.slice(0, at).trimEnd()}\n`;
}

function statementsSection(all: readonly Judged[]): string {
  const statements = [...new Set(all.flatMap(({ tallies }) => [...tallies.keys()]))].sort();
  const cells = (statement: string): string =>
    all
      .map(({ tallies }) => tallies.get(statement))
      .map((tally) => (tally === undefined ? "" : `${tally.judged}`))
      .join(" | ");
  const untrue = (statement: string): number =>
    all.reduce((sum, { tallies }) => sum + (tallies.get(statement)?.untrue ?? 0), 0);
  const lives = all.map(({ where, sequences, runs, outcomes }) => {
    const ended = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, times]) => `${times} ${outcome}`);
    return `- ${where}: ${sequences} sequences, ${runs} runs of a command: ${ended.join(", ")}.\n`;
  });
  const rows = statements.map((statement) => `| ${statement} | ${cells(statement)} | ${untrue(statement)} |\n`);
  return `${heading}

<!-- Written by \`npm run bench statements\`. -->

Clusters of one to four nodes whose clocks differ live through histories made at random: deployments, saved plans,
rollbacks, edits here and there, LifeKeeper stopped and started, nodes rebuilt, added, renamed, rebooted, paused or out of
reach, clients that die. After every command what it said (outcome, sentences in both languages, JSON, exit code)
is compared with what every node really holds.

${lives.join("")}
| statement | ${all.map(({ where }) => where).join(" | ")} | untrue |
| --- | ${all.map(() => "---:").join(" | ")} | ---: |
${rows.join("")}`;
}

export function addOutcomes(...all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const [outcome, times] of all.flatMap((each) => [...each])) sum.set(outcome, (sum.get(outcome) ?? 0) + times);
  return sum;
}
