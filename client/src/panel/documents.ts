// Which documents the panel needs: exactly those that core reads when it checks the cluster file.

import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";

export interface PanelDocuments {
  /** What could be read. */
  readonly documents: readonly SourceFile[];
  /** Everything that was asked for, so that a file which appears later is noticed. */
  readonly watched: readonly string[];
}

export function documentsFor(files: FileSet, clusterFile: string): PanelDocuments {
  const read = new Map<string, SourceFile | undefined>();
  checkCluster(
    {
      read: (file) => {
        const source = files.read(file);
        read.set(file, source);
        return source;
      },
    },
    clusterFile,
  );
  return { documents: [...read.values()].filter((source) => source !== undefined), watched: [...read.keys()] };
}
