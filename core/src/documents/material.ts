// What documents are made from: a sound cluster with its texts, and what its nodes were found to hold. It knows how a
// place in a file is named in a document: by the file's name beside the cluster file, and the line.

import type { Actual } from "../actual/actual.ts";
import type { SourceKey } from "../catalogue/sources.ts";
import type { CheckedCluster, SoundCluster } from "../model/cluster.ts";
import type { FileSet } from "../model/fileSet.ts";
import type { Place } from "../problem.ts";
import { sha256 } from "../prove/sha256.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { relativeFrom } from "../text/filePath.ts";
import { indexLines, type LineIndex } from "../text/lineIndex.ts";
import type { LineReference, Subject } from "./document.ts";

export interface Given {
  readonly cluster: SoundCluster;
  /** Undefined while a rule finds an error: then nothing may be written to a node. */
  readonly checked: CheckedCluster | undefined;
  readonly parsed: Parsed<ClusterFile>;
  readonly files: FileSet;
  /** What was read from the nodes, by name; none when nothing was read. */
  readonly found: ReadonlyMap<string, FoundNode>;
}

/** What one node was found to hold; each field undefined when that was not read. */
export interface FoundNode {
  /** How and when, in words for the reader: `ssh node1, 2026-11-30T10:00:00Z`, or the names of saved files. */
  readonly readFrom: string;
  /** Its parameter file: the text, or that there is none. */
  readonly parameters: { readonly text: string } | "absent" | undefined;
  readonly actual: Actual | undefined;
}

export interface Material extends Given {
  readonly subject: Subject;
  /** The line of a place; none of an undefined one. */
  at(place: Place | undefined): readonly LineReference[];
}

export function materialOf(given: Given): Material {
  const { cluster, files } = given;
  const indexes = new Map<string, LineIndex | undefined>();
  const indexOf = (file: string): LineIndex | undefined => {
    if (!indexes.has(file)) {
      const text = files.read(file)?.text;
      indexes.set(file, text === undefined ? undefined : indexLines(text));
    }
    return indexes.get(file);
  };
  const nameOf = (file: string): string => relativeFrom(cluster.file, file) ?? file;
  return {
    ...given,
    subject: {
      cluster: cluster.name,
      version: cluster.version.text,
      files: [cluster.file, cluster.defaultsFile].flatMap((file) => {
        const text = file === undefined ? undefined : files.read(file)?.text;
        return file === undefined || text === undefined ? [] : [{ name: nameOf(file), sha256: sha256(text) }];
      }),
    },
    at(place) {
      const index = place === undefined ? undefined : indexOf(place.file);
      if (place === undefined || index === undefined) return [];
      return [{ file: nameOf(place.file), line: index.positionAt(place.span.start).line + 1 }];
    },
  };
}

/** Everything a document was read from that is no line: for texts that a document states of every cluster. */
export function from(...sources: readonly SourceKey[]): { readonly sources: readonly SourceKey[] } {
  return { sources };
}
