// The changes that turn a violated proof green, each tried in the files, checked, proved again, and compared with what
// it makes worse.

import type { Localized } from "../locale/localized.ts";
import type { FileSet } from "../model/fileSet.ts";
import type { Fix } from "../problem.ts";
import { type CheckResult, checkCluster } from "../rules/check.ts";
import { applyEdits, type FileEdit } from "../text/edit.ts";
import type { Progress } from "./explore.ts";
import type { Proof } from "./proof.ts";
import { type RepairCandidate, repairCandidates } from "./repairCandidates.ts";
import { type ProofResult, runProof } from "./runProof.ts";
import { comparingStatesMax, type Scorecard, scoreChanges, scoreChangeText, scorecardOf } from "./scorecard.ts";

export interface Repair {
  readonly title: Localized;
  readonly edits: readonly FileEdit[];
  /** What it does, as the candidate says it. */
  readonly steps: RepairCandidate["steps"];
  readonly cost: Localized | undefined;
  readonly better: readonly Localized[];
  readonly worse: readonly Localized[];
  /** The proof again, under every combination of readings; undefined when it was not asked for. */
  readonly underReadings: ProofResult | undefined;
}

export interface RepairOptions {
  /** `every`: each repair is proved under every combination of readings too. It is offered also when that fails. */
  readonly readings?: "default" | "every";
  readonly statesMax?: number;
  readonly bytesMax?: number;
  /** How much is done before the caller gets its turn. */
  readonly transitionsPerSlice?: number;
}

/** Those with the least that gets worse come first. */
export function* findRepairs(
  files: FileSet,
  check: CheckResult,
  proof: Proof,
  options: RepairOptions = {},
): Generator<Progress, readonly Repair[]> {
  const { sound } = check;
  if (sound === undefined) return [];
  const { readings, ...given } = options;
  const limits = { ...given, statesMax: options.statesMax ?? comparingStatesMax(sound) };
  const before = yield* scorecardOf(sound, limits);
  // Without the user's settings, as what is tried out: how loud a rule is says nothing about what a change breaks.
  const known = errorsOf(checkCluster(files, check.parsed.file));
  const found: Repair[] = [];
  for (const candidate of repairCandidates(check)) {
    const changed = tryOut(files, check.parsed.file, candidate, known);
    if (changed?.sound === undefined) continue;
    const { verdict } = yield* runProof(changed.sound, proof, { ...limits, until: "decided" });
    if (verdict !== "holds") continue;
    const after = yield* scorecardOf(changed.sound, limits);
    const underReadings =
      readings === "every" ? yield* runProof(changed.sound, proof, { ...limits, readings }) : undefined;
    found.push({ ...candidate, ...difference(before, after), underReadings });
  }
  return found
    .filter((repair) => !found.some((other) => isEnough(other, repair)))
    .sort((a, b) => a.worse.length - b.worse.length || costs(a) - costs(b));
}

/** `less` is a part of `more`, and nothing speaks for the rest of it. */
function isEnough(less: Repair, more: Repair): boolean {
  const isPart = less.steps.length < more.steps.length && less.steps.every((step) => more.steps.includes(step));
  return isPart && less.worse.length <= more.worse.length && less.better.length >= more.better.length;
}

function costs({ cost }: Repair): number {
  return cost === undefined ? 0 : 1;
}

/** The cluster with the change; undefined when the change brings an error that is not among the known ones. */
function tryOut(
  files: FileSet,
  file: string,
  { edits }: RepairCandidate,
  known: ReadonlySet<string>,
): CheckResult | undefined {
  const changed = checkCluster(edited(files, edits), file);
  return [...errorsOf(changed)].every((code) => known.has(code)) ? changed : undefined;
}

function errorsOf({ problems }: CheckResult): ReadonlySet<string> {
  return new Set(problems.filter(({ severity }) => severity === "error").map(({ code }) => code));
}

/** The files as they would be. */
export function edited(files: FileSet, edits: readonly FileEdit[]): FileSet {
  return {
    read(file) {
      const source = files.read(file);
      const own = edits.filter((edit) => edit.file === file);
      if (source === undefined || own.length === 0) return source;
      return { ...source, text: applyEdits(source.text, own) };
    },
  };
}

function difference(before: Scorecard, after: Scorecard): Pick<Repair, "better" | "worse"> {
  const changes = scoreChanges(before, after);
  return {
    better: changes.filter(({ change }) => change === "better").map(scoreChangeText),
    worse: changes.filter(({ change }) => change === "worse").map(scoreChangeText),
  };
}

/** As a quick fix: what gets worse stands in the title, where the user chooses. */
export function repairAsFix({ title, edits, worse, cost }: Repair): Fix {
  const en = worse.length === 0 ? "nothing gets worse" : `worse: ${worse.map((text) => text.en).join("; ")}`;
  const ja = worse.length === 0 ? "悪化する点はありません" : `悪化: ${worse.map((text) => text.ja).join("、")}`;
  return {
    title: {
      en: `${title.en} (proved; ${en}${cost === undefined ? "" : `; ${cost.en}`})`,
      ja: `${title.ja}（証明済み。${ja}${cost === undefined ? "" : `。${cost.ja}`}）`,
    },
    edits,
    certain: false,
  };
}
