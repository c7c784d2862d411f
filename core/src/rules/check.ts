// Everything that can be known to be wrong with a cluster file and the parameter file it names, or with a parameter
// file alone. Structure first, then every rule; severities from evidence, settings and comments.

import { capSeverity } from "../evidence.ts";
import { append } from "../many.ts";
import type { CheckedCluster, Cluster, SoundCluster } from "../model/cluster.ts";
import { defaultConfiguration, withParameterFile } from "../model/effective.ts";
import type { FileSet, SourceFile } from "../model/fileSet.ts";
import { type Lowered, lowerCluster } from "../model/lower.ts";
import { settableCodes } from "../model/scenarioProblem.ts";
import type { Problem } from "../problem.ts";
import { parseCluster } from "../syntax/cluster/parse.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import { parseDefaults } from "../syntax/defaults/parse.ts";
import type { DefaultsFile } from "../syntax/defaults/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { resolveFrom } from "../text/filePath.ts";
import { type ClusterContext, type Context, clusterContext, parametersContext } from "./context.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { scenarioProblems } from "./scenario/scenarioProblems.ts";
import { type CheckSettings, mergeSettings, parseSettings, settingsFileName } from "./settings.ts";
import { applySuppressions, unknownSuppressions } from "./suppression.ts";
import { toldOnce } from "./toldOnce.ts";

const codes: readonly string[] = [...rules.map((rule) => rule.code), ...settableCodes];

interface Outcome {
  /** Of every file that was looked at, in the order: structure, then rules as the reference lists them. */
  readonly problems: readonly Problem[];
  /** Held back by a comment. */
  readonly suppressed: readonly Problem[];
}

export interface CheckResult extends Outcome {
  readonly parsed: Parsed<ClusterFile>;
  readonly parameterFile: Parsed<DefaultsFile> | undefined;
  /** As much of a model as there is; undefined without a `cluster` block. */
  readonly cluster: Cluster | undefined;
  /** Present when structure is sound: may be simulated and proved, supported or not. */
  readonly sound: SoundCluster | undefined;
  /** Present when nothing is an error: may be planned and deployed. */
  readonly checked: CheckedCluster | undefined;
}

/** What a caller has already. */
export interface KnownModel {
  readonly parsed: Parsed<ClusterFile>;
  readonly lowered: Lowered;
}

export function checkCluster(
  files: FileSet,
  clusterFile: string,
  settings?: CheckSettings,
  known?: KnownModel,
): CheckResult {
  const parsed = known?.parsed ?? parseCluster(clusterFile, files.read(clusterFile)?.text ?? "");
  const lowered = known?.lowered ?? lowerCluster(parsed, files);
  const { cluster, parameterFile } = lowered;
  const structural = [...parsed.problems, ...(parameterFile?.problems ?? []), ...lowered.problems];
  const { effective, problems: settingsProblems } = settingsFor(files, clusterFile, settings);
  const context = cluster === undefined ? undefined : clusterContext(parsed, cluster, parameterFile);
  const found = context === undefined ? [] : run(rules, context, context, effective);
  const ofScenarios = cluster === undefined ? [] : scenarioProblems(cluster, parsed);
  const { fixed, settable } = settableOf(ofScenarios, effective);
  const outcome = holdBack([...settable, ...found], [parsed, parameterFile]);
  const problems = [...structural, ...fixed, ...outcome.told, ...settingsProblems];
  const isSound =
    cluster !== undefined &&
    structural.every((problem) => problem.severity !== "error" || isInRunnable(problem, parsed));
  // These two casts are what the brands mean: made here, after the test that they stand for, and nowhere else.
  const sound = isSound ? (cluster as SoundCluster) : undefined;
  const isChecked = problems.every((problem) => problem.severity !== "error");
  const checked = isChecked && sound !== undefined ? (sound as CheckedCluster) : undefined;
  return { parsed, parameterFile, cluster, sound, checked, problems, suppressed: outcome.suppressed };
}

/** A slip in one scenario or proof leaves the cluster, and with it all other scenarios, as sound as it was. */
function isInRunnable({ file, span }: Problem, parsed: Parsed<ClusterFile>): boolean {
  const { scenarios, proofs } = parsed.tree;
  return (
    file === parsed.file &&
    [...scenarios, ...proofs].some((block) => block.span.start <= span.start && span.end <= block.span.end)
  );
}

/** Most problems of scenarios are as they are; some are advice, which settings may change and comments hold back. */
function settableOf(problems: readonly Problem[], { severity = {} }: CheckSettings) {
  const isSettable = ({ code }: Problem): boolean => settableCodes.some((each) => each === code);
  const settable = problems.filter(isSettable).flatMap((problem): readonly Problem[] => {
    const level = severity[problem.code];
    if (level === "off") return [];
    return [level === undefined ? problem : { ...problem, severity: level }];
  });
  return { fixed: problems.filter((problem) => !isSettable(problem)), settable };
}

export interface DefaultsCheckResult extends Outcome {
  readonly parsed: Parsed<DefaultsFile>;
}

/**
 * A parameter file that no cluster file speaks about: what can be said without version, nodes and resources. `known`: a
 * caller's reading of it.
 */
export function checkDefaults(
  files: FileSet,
  file: string,
  settings?: CheckSettings,
  known?: Parsed<DefaultsFile>,
): DefaultsCheckResult {
  const parsed = known ?? parseDefaults(file, files.read(file)?.text ?? "");
  const values = withParameterFile(defaultConfiguration(undefined), file, parsed.tree);
  const { effective, problems: settingsProblems } = settingsFor(files, file, settings);
  const found = run(rules, parametersContext(parsed, values), undefined, effective);
  const outcome = holdBack(found, [parsed]);
  return {
    parsed,
    problems: [...parsed.problems, ...outcome.told, ...settingsProblems],
    suppressed: outcome.suppressed,
  };
}

/** What counts beside a file: the project's settings, and over them what a shell passes. */
export function settingsFor(files: Pick<FileSet, "read">, beside: string, passed: CheckSettings | undefined) {
  const source: SourceFile | undefined = files.read(resolveFrom(beside, settingsFileName));
  if (source === undefined) return { effective: mergeSettings({}, passed), problems: [] };
  const { settings, problems } = parseSettings(source, codes);
  return { effective: mergeSettings(settings, passed), problems };
}

function run(
  all: readonly Rule[],
  context: Context,
  cluster: ClusterContext | undefined,
  settings: CheckSettings,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of all) {
    const level = settings.severity?.[rule.code];
    if (level === "off") continue;
    const findings =
      rule.about === "parameters" ? rule.check(context) : cluster === undefined ? [] : rule.check(cluster);
    // One line of the parameter file counts on many nodes.
    for (const problem of toldOnce(Array.from(findings, (finding) => problemOf(rule, finding))))
      problems.push(level === undefined ? problem : { ...problem, severity: level });
  }
  return problems;
}

function problemOf(rule: Rule, finding: Finding): Problem {
  const evidence = finding.evidence ?? rule.evidence;
  return {
    ...finding.place,
    code: rule.code,
    severity: capSeverity(finding.severity ?? rule.severity, evidence),
    message: finding.message,
    evidence,
    sources: finding.sources ?? rule.sources,
    related: finding.related ?? [],
    fixes: finding.fixes ?? [],
    ...(finding.tag === undefined ? {} : { tag: finding.tag }),
  };
}

function holdBack(found: readonly Problem[], parsed: readonly (Parsed<unknown> | undefined)[]) {
  const told: Problem[] = [];
  const suppressed: Problem[] = [];
  const texts = new Map(parsed.flatMap((each) => (each === undefined ? [] : [[each.file, each.text] as const])));
  for (const [file, text] of texts) {
    const split = applySuppressions(
      text,
      found.filter((problem) => problem.file === file),
    );
    append(told, split.told);
    append(told, unknownSuppressions(file, text, codes));
    append(suppressed, split.suppressed);
  }
  append(
    told,
    found.filter((problem) => !texts.has(problem.file)),
  );
  return { told, suppressed };
}
