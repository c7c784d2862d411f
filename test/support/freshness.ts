// What must hold after every edit: whoever took over from what was there before has what a fresh start would have.

import { deepStrictEqual } from "node:assert/strict";
import { createSnapshot, type Language, type Snapshot } from "@lkcluster/core/ide/snapshot.ts";
import type { SourceFile } from "@lkcluster/core/model/fileSet.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import type { ClusterFile } from "@lkcluster/core/syntax/cluster/tree.ts";
import { parseDefaults } from "@lkcluster/core/syntax/defaults/parse.ts";
import type { DefaultsFile } from "@lkcluster/core/syntax/defaults/tree.ts";
import type { Parsed } from "@lkcluster/core/syntax/parsed.ts";

/** Reads the texts one after the other, each taking over from the one before. */
export function assertReadAsFresh(file: string, texts: readonly string[]): void {
  if (file.endsWith(".lk")) assertSameReadings<Parsed<ClusterFile>>(texts, (...text) => parseCluster(file, ...text));
  else assertSameReadings<Parsed<DefaultsFile>>(texts, (...text) => parseDefaults(file, ...text));
}

function assertSameReadings<Read>(texts: readonly string[], read: (text: string, previous?: Read) => Read): void {
  let previous: Read | undefined;
  for (const text of texts) {
    previous = read(text, previous);
    assertSame(previous, read(text));
  }
}

/** The same for everything that a check finds, with a parameter file beside the cluster or a cluster beside it. */
export function assertCheckedAsFresh(file: string, texts: readonly string[], beside: Readonly<Record<string, string>>) {
  const files = new Map<string, SourceFile>(
    Object.entries(beside).map(([name, text]) => [name, { file: name, text, version: 0 }]),
  );
  const settings = {};
  const language: Language = file.endsWith(".lk") ? "cluster" : "defaults";
  const snapshot = (previous?: Snapshot): Snapshot => {
    const clusterFiles = [...files.keys()].filter((name) => name.endsWith(".lk"));
    return createSnapshot({ files: { read: (name) => files.get(name) }, clusterFiles, settings }, previous);
  };
  const told = (from: Snapshot) => ({
    problems: from.problems(file, language),
    clusters: from.clusterFiles.map((name) => from.model(name)),
  });
  let previous: Snapshot | undefined;
  for (const [version, text] of texts.entries()) {
    files.set(file, { file, text, version });
    previous = snapshot(previous);
    assertSame(told(previous), told(snapshot()));
  }
}

/** By their texts first, which is ten times as fast and shows nothing of where they differ. */
function assertSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual, withMaps) !== JSON.stringify(expected, withMaps)) deepStrictEqual(actual, expected);
}

function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
