// What a cluster file wants in the parameter file of one node: the shared file, with the node's own `set` lines in it.

import type { Localized } from "../locale/localized.ts";
import type { CheckedCluster, ClusterNode } from "../model/cluster.ts";
import type { FileSet } from "../model/fileSet.ts";
import { asBytes, type ByteText, bytesOfText, textOfBytes } from "../text/byteText.ts";
import { scanAssignments } from "./defaultsLines.ts";
import { mergeDefaults, type WantedLine } from "./mergeDefaults.ts";

export type Wanted =
  | {
      readonly ok: true;
      /** Our file as a whole; what replace mode writes and what a node without a file gets. */
      readonly file: ByteText;
      /** The names our file sets, in its order; what merge mode sets. */
      readonly lines: readonly WantedLine[];
    }
  | { readonly ok: false; readonly why: Localized };

export function wantedOf(cluster: CheckedCluster, files: FileSet, node: ClusterNode): Wanted {
  const shared = cluster.defaultsFile === undefined ? undefined : files.read(cluster.defaultsFile);
  if (cluster.defaultsFile !== undefined && shared === undefined) {
    return {
      ok: false,
      why: {
        en: `The parameter file ${cluster.defaultsFile} cannot be read.`,
        ja: `パラメーターファイル ${cluster.defaultsFile} を読み込めません。`,
      },
    };
  }
  const own: WantedLine[] = [];
  for (const { name, value, origin } of node.configuration.values()) {
    if (origin !== "set") continue;
    const raw = quoteValue(value);
    if (raw === undefined || !/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name))
      return { ok: false, why: unwritable(node, name) };
    own.push({ name: asBytes(name), raw: bytesOfText(raw) });
  }
  // A file that we write whole has Linux's line ends: a checkout on Windows must not put a carriage return behind a value.
  const merged = mergeDefaults(bytesOfText(shared?.text.replace(/\r+(?=\n|$)/g, "") ?? ""), own);
  if (!merged.ok) return { ok: false, why: setTwice(merged.twice) };
  const lines = scanAssignments(merged.content).map(({ name, start, end }) => ({
    name: asBytes(name),
    raw: asBytes(merged.content.slice(start, end)),
  }));
  const twice = findTwice(lines);
  if (twice.length > 0) return { ok: false, why: setTwice(twice) };
  return { ok: true, file: merged.content, lines };
}

/**
 * A value of the cluster file as it is written behind `=`. Whatever a shell would act upon is put in single quotes,
 * where it is only text. Undefined when no spelling is safe: a line end, a control character, a single quote.
 */
export function quoteValue(value: string): string | undefined {
  if (/^[\p{L}\p{N}_./:,@%+=-]*$/u.test(value)) return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return /[\u0000-\u001f\u007f']/.test(value) ? undefined : `'${value}'`;
}

function findTwice(lines: readonly WantedLine[]): readonly { readonly name: ByteText }[] {
  const seen = new Set<string>();
  return lines.filter(({ name }) => seen.size === seen.add(name).size);
}

function setTwice(twice: readonly { readonly name: ByteText }[]): Localized {
  const names = [...new Set(twice.map(({ name }) => textOfBytes(name)))].join(", ");
  return {
    en: `The parameter file here sets ${names} more than once. Keep one line.`,
    ja: `ここのパラメーターファイルに ${names} が複数回書かれています。1 行だけ残してください。`,
  };
}

function unwritable(node: ClusterNode, name: string): Localized {
  return {
    en: `The value of ${name} for ${node.name} cannot be written into a parameter file, because it contains a line end, a control character or a single quote. Change the value.`,
    ja: `${node.name} の ${name} の値には改行、制御文字、または単一引用符が含まれるため、パラメーターファイルに書き込めません。値を変えてください。`,
  };
}
