// What the documents say: the checked cluster, the model the simulator runs, and the layout of the drawing.
// Made anew only when a document changes.

import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";
import { quorumConfiguration } from "@lkcluster/core/model/quorumConfiguration.ts";
import { type CheckResult, checkCluster } from "@lkcluster/core/rules/check.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { indexLines, type LineIndex } from "@lkcluster/core/text/lineIndex.ts";
import { shapeOf, type TopologyShape } from "./layout/shape.ts";
import { layoutForms, type TopologyLayout } from "./layout/topology.ts";

export interface Reading {
  readonly check: CheckResult;
  readonly files: FileSet;
  /** Undefined while the file cannot be simulated. */
  readonly drawn: Drawn | undefined;
  /** Counted from 1. */
  readonly lineOf: (file: string, offset: number) => number | undefined;
}

export interface Drawn {
  readonly cluster: SoundCluster;
  readonly model: Model;
  readonly shape: TopologyShape;
  /** Every form of the drawing: which one fits depends on the room. */
  readonly layouts: readonly TopologyLayout[];
  /** The same without the mirrors, where there are so many that they would take the room of everything else. */
  readonly foldedLayouts: readonly TopologyLayout[] | undefined;
}

/** So many stand in the drawing one by one. */
const mirrorsMax = 6;

export function readDocuments(clusterFile: string, documents: readonly SourceFile[]): Reading {
  const byName = new Map(documents.map((document) => [document.file, document]));
  const files: FileSet = { read: (file) => byName.get(file) };
  const check = checkCluster(files, clusterFile);
  const lines = new Map<string, LineIndex>();
  return {
    check,
    files,
    drawn: check.sound === undefined ? undefined : drawnOf(check.sound),
    lineOf: (file, offset) => {
      const document = byName.get(file);
      if (document === undefined) return undefined;
      const index = lines.get(file) ?? indexLines(document.text);
      lines.set(file, index);
      return index.positionAt(offset).line + 1;
    },
  };
}

function drawnOf(cluster: SoundCluster): Drawn {
  const shape = shapeOf(cluster, hostsOf(cluster));
  const foldedLayouts = shape.mirrors.length > mirrorsMax ? layoutForms({ ...shape, mirrors: [] }) : undefined;
  return { cluster, model: compile(cluster), shape, layouts: layoutForms(shape), foldedLayouts };
}

/** Only where a quorum check asks hosts are they part of the picture. */
function hostsOf(cluster: SoundCluster): readonly string[] {
  const asked = cluster.nodes
    .map((node) => quorumConfiguration(node))
    .filter(({ quorumMode }) => quorumMode === "tcp_remote")
    .flatMap(({ quorumHosts }) => quorumHosts);
  return [...new Set([...asked, ...cluster.hosts.map(({ name }) => name)])];
}
