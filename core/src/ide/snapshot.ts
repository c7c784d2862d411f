// What the editor shows at one moment: the open files and what is known about them. A change makes a new snapshot, which
// takes over every result whose inputs are still the same, and from readings of a changed text whatever is still there
// (syntax/pieces.ts). So whoever asks, asks the newest, and keeps nothing of what it answers until the next change.

import type { Cluster } from "../model/cluster.ts";
import type { FileSet, FolderEntry, SourceFile } from "../model/fileSet.ts";
import { lowerCluster } from "../model/lower.ts";
import type { Problem } from "../problem.ts";
import { type CheckResult, checkCluster, checkDefaults, type DefaultsCheckResult } from "../rules/check.ts";
import type { CheckSettings } from "../rules/settings.ts";
import { toldOnce } from "../rules/toldOnce.ts";
import { parseCluster } from "../syntax/cluster/parse.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import { parseDefaults } from "../syntax/defaults/parse.ts";
import type { DefaultsFile } from "../syntax/defaults/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { indexLines, type LineIndex } from "../text/lineIndex.ts";

export type Language = "cluster" | "defaults";

export interface SnapshotInput {
  /** Answers the same for a file until its version changes. */
  readonly files: FileSet;
  /** Every cluster file that is known, open or not: a parameter file is judged by those that name it. */
  readonly clusterFiles: readonly string[];
  readonly settings: CheckSettings;
}

/** What a cluster file says, before any rule has looked at it: enough for most questions, and quick. */
export interface ClusterModel {
  readonly parsed: Parsed<ClusterFile>;
  readonly parameterFile: Parsed<DefaultsFile> | undefined;
  readonly cluster: Cluster | undefined;
  /** What is wrong with its structure. */
  readonly problems: readonly Problem[];
}

export interface Snapshot {
  readonly clusterFiles: readonly string[];
  read(file: string): SourceFile | undefined;
  /** What lies in a folder now; never remembered. */
  list(folder: string): readonly FolderEntry[];
  lines(file: string): LineIndex;
  parsed(file: string): Parsed<ClusterFile>;
  model(file: string): ClusterModel;
  /** Everything that is known about a cluster file and the parameter file it names. */
  cluster(file: string): CheckResult;
  parameterFile(file: string): Parsed<DefaultsFile>;
  /** The clusters that name this parameter file. */
  clustersOf(parameterFile: string): readonly ClusterModel[];
  /** Everything found in this file, whichever check found it, each once; without what only runs and proofs show. */
  problems(file: string, language: Language): readonly Problem[];
}

/** `previous` gives its results away. */
export function createSnapshot(input: SnapshotInput, previous?: Snapshot): Snapshot {
  return new Remembering(input, previous instanceof Remembering ? previous : undefined);
}

interface Remembered {
  readonly result: unknown;
  /** Every file that was read for it, with its version; undefined when there was none. */
  readonly reads: ReadonlyMap<string, number | undefined>;
  readonly settings: CheckSettings;
}

class Remembering implements Snapshot {
  readonly clusterFiles: readonly string[];
  readonly #files: FileSet;
  readonly #settings: CheckSettings;
  /** Handed from snapshot to snapshot, so that what is replaced is gone. */
  readonly #results: Map<string, Remembered>;

  constructor(input: SnapshotInput, previous: Remembering | undefined) {
    this.clusterFiles = input.clusterFiles;
    this.#files = input.files;
    this.#settings = input.settings;
    this.#results = previous === undefined ? new Map() : previous.#results;
  }

  read(file: string): SourceFile | undefined {
    return this.#files.read(file);
  }

  list(folder: string): readonly FolderEntry[] {
    return this.#files.list?.(folder) ?? [];
  }

  lines(file: string): LineIndex {
    return this.#remember(`lines ${file}`, (files) => indexLines(files.read(file)?.text ?? ""));
  }

  parsed(file: string): Parsed<ClusterFile> {
    return this.#remember<Parsed<ClusterFile>>(`parsed ${file}`, (files, earlier) =>
      parseCluster(file, files.read(file)?.text ?? "", earlier),
    );
  }

  model(file: string): ClusterModel {
    return this.#remember(`model ${file}`, (files) => {
      files.read(file);
      const parsed = this.parsed(file);
      return { parsed, ...lowerCluster(parsed, files, ({ file: read }) => this.parameterFile(read)) };
    });
  }

  cluster(file: string): CheckResult {
    return this.#remember(`cluster ${file}`, (files) => {
      files.read(file);
      const model = this.model(file);
      // Whether it is there or not: the model depends on it.
      if (model.cluster?.defaultsFile !== undefined) files.read(model.cluster?.defaultsFile);
      return checkCluster(files, file, this.#settings, { parsed: model.parsed, lowered: model });
    });
  }

  parameterFile(file: string): Parsed<DefaultsFile> {
    return this.#remember<Parsed<DefaultsFile>>(`defaults ${file}`, (files, earlier) =>
      parseDefaults(file, files.read(file)?.text ?? "", earlier),
    );
  }

  clustersOf(parameterFile: string): readonly ClusterModel[] {
    return this.clusterFiles
      .map((file) => this.model(file))
      .filter((model) => model.cluster?.defaultsFile === parameterFile);
  }

  problems(file: string, language: Language): readonly Problem[] {
    if (language === "cluster") {
      return this.cluster(file).problems.filter((problem) => problem.file === file);
    }
    const clusters = this.clustersOf(file).map(({ parsed }) => this.cluster(parsed.file));
    if (clusters.length === 0) {
      const alone: DefaultsCheckResult = this.#remember(`alone ${file}`, (files) => {
        files.read(file);
        return checkDefaults(files, file, this.#settings, this.parameterFile(file));
      });
      return alone.problems.filter((problem) => problem.file === file);
    }
    const problems = clusters.flatMap((check) => check.problems.filter((problem) => problem.file === file));
    return clusters.length === 1 ? problems : toldOnce(problems);
  }

  /** `compute` gets what it gave the last time, to take over from it. */
  #remember<Result>(key: string, compute: (files: FileSet, earlier: Result | undefined) => Result): Result {
    const known = this.#results.get(key);
    // A key is only ever used with one type of result: it begins with what is computed.
    const earlier = known?.result as Result | undefined;
    if (earlier !== undefined && known?.settings === this.#settings && this.#stillHolds(known)) return earlier;
    const reads = new Map<string, number | undefined>();
    const watched: FileSet = {
      read: (file) => {
        const source = this.#files.read(file);
        reads.set(file, source?.version);
        return source;
      },
    };
    const result = compute(watched, earlier);
    this.#results.set(key, { result, reads, settings: this.#settings });
    return result;
  }

  #stillHolds({ reads }: Remembered): boolean {
    for (const [file, version] of reads) if (this.#files.read(file)?.version !== version) return false;
    return true;
  }
}
