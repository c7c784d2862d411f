// The files that an assistant may ask for: those below the folders that the server was started with. A path that leads
// out of them, itself or through a link, a device and a pipe are refused, whatever names them.

import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Places } from "@lkcluster/core/assistant/tool.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { SourceFile } from "@lkcluster/core/model/fileSet.ts";
import { shownPath, textOf } from "../files.ts";

/** A cluster or parameter file is never larger. */
const bytesMax = 2 * 1024 * 1024;

/** `roots`: folders, without links in their own paths; the first is where relative paths begin. */
export function placesBelow(roots: readonly string[]): Places {
  const [first] = roots;
  const known = new Map<string, SourceFile | undefined>();
  return {
    find(path) {
      if (first === undefined) return { refused: words.noFolder };
      if (path === "" || path.includes("\0")) return { refused: words.outside };
      const real = allowed(roots, resolve(first, path));
      return real === undefined ? { refused: words.outside } : { file: real };
    },
    read(file) {
      if (!known.has(file)) {
        const real = allowed(roots, file);
        known.set(file, real === undefined ? undefined : readBelow(file, real));
      }
      return known.get(file);
    },
    shown: (file) => (first === undefined ? file : shownPath(first, file)),
  };
}

/** Where it really is; undefined when that is nowhere, or outside: which of both is nobody's business. */
function allowed(roots: readonly string[], file: string): string | undefined {
  try {
    const real = realpathSync(file);
    return roots.some((root) => isBelow(root, real)) ? real : undefined;
  } catch {
    // There is no such file, or nobody may look.
    return undefined;
  }
}

function isBelow(root: string, file: string): boolean {
  const way = relative(root, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Opened once and looked at through what was opened, without waiting for a pipe and without following one more link. */
function readBelow(file: string, real: string): SourceFile | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(handle);
    if (!found.isFile() || found.size > bytesMax) return undefined;
    const bytes = new Uint8Array(bytesMax + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length <= bytesMax; length += count) {
      count = readSync(handle, bytes, length, bytes.length - length, null);
    }
    const content = textOf(real, bytes.subarray(0, length));
    return length > bytesMax || !("text" in content) ? undefined : { file, text: content.text, version: 1 };
  } catch {
    // Gone meanwhile, or not ours to read: as if it were not there.
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

const words = {
  noFolder: {
    en: "This server was started without a folder, so that it reads no files: give `text`.",
    ja: "このサーバーはフォルダーを指定せずに起動されたため、ファイルを読み込みません。`text` を指定してください。",
  },
  outside: {
    en: "There is no such file under the folders that this server was started with.",
    ja: "このサーバーの起動時に指定されたフォルダーの下に、そのファイルはありません。",
  },
} as const satisfies Record<string, Localized>;
