// The cluster that a page is about: its texts under the names that the page shows, and what they mean. Folders of the
// machine on which it was made are no part of it.

import type { FileSet, SourceFile } from "../model/fileSet.ts";
import { type CheckResult, checkCluster } from "../rules/check.ts";
import { settingsFileName } from "../rules/settings.ts";
import { resolveFrom } from "../text/filePath.ts";
import { replaceNames } from "./replaceNames.ts";

export interface ReportSubject {
  readonly check: CheckResult;
  /** The cluster file first, then the parameter file. */
  readonly documents: readonly SourceFile[];
}

export function reportSubject(
  files: FileSet,
  clusterFile: string,
  { replacesNames }: { readonly replacesNames: boolean },
): ReportSubject {
  const original = checkCluster(files, clusterFile);
  const texts = { cluster: original.parsed.text, parameters: original.parameterFile?.text };
  const { cluster, parameters } = replacesNames ? replaceNames(texts) : texts;
  const name = replacesNames ? "cluster.lk" : lastName(clusterFile);
  const documents = new Map<string, SourceFile>();
  const settings = files.read(resolveFrom(clusterFile, settingsFileName));
  const check = checkCluster(
    {
      read(file) {
        // How loud rules are in this project counts; the file that says so is not shown.
        if (file === resolveFrom(name, settingsFileName)) return settings && { ...settings, file };
        const text = file === name ? cluster : parameters;
        if (text === undefined) return undefined;
        const document = { file, text, version: 1 };
        documents.set(file, document);
        return document;
      },
    },
    name,
  );
  return { check, documents: [...documents.values()] };
}

/** An editor's name of a file is an address. */
function lastName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  if (!/^[a-z][a-z0-9+.-]*:\/\//.test(file)) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray per cent sign: shown as it is.
    return name;
  }
}
