// Certificates as files: written after a proof, or held against what is proved now.

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type Certificate, certificateDifferences } from "@lkcluster/core/prove/certificate.ts";
import type { Run } from "./command.ts";
import { readText } from "./files.ts";
import { writeOut } from "./output/outFiles.ts";

export interface FileCertificate {
  readonly file: string;
  readonly certificate: Certificate;
}

/** False, with the reason written, when the file cannot be. */
export function writeCertificates(run: Run, path: string, certificates: readonly FileCertificate[]): boolean {
  const file = resolve(run.io.directory, path);
  const text = `${JSON.stringify({ certificates }, undefined, 2)}\n`;
  const why = existsSync(dirname(file))
    ? writeOut([{ path: file, text, mode: 0o644, mark: /^\{\s*"certificates"/ }])
    : words.noFolder(path);
  if (why !== undefined) run.io.writeError(`lkcluster: ${why[run.locale]}\n`);
  return why === undefined;
}

export type Reproduction = "reproduced" | "different" | "unreadable";

/** Says on standard error what differs, so that the output stays what was asked for. */
export function compareCertificates(run: Run, path: string, now: readonly FileCertificate[]): Reproduction {
  const content = readText(resolve(run.io.directory, path));
  const given = "text" in content ? parsed(content.text) : undefined;
  if (given === undefined) {
    const why = "why" in content ? content.why : words.noCertificate(path);
    run.io.writeError(`lkcluster: ${why[run.locale]}\n`);
    return "unreadable";
  }
  const differences = now.flatMap(({ file, certificate }) => {
    const known = given.find((one) => one.file === file);
    return certificateDifferences(known?.certificate, certificate).map((text) => `${file}: ${text}`);
  });
  for (const text of differences) run.io.writeError(`  ${text}\n`);
  const said = differences.length === 0 ? words.reproduced(path) : words.different(path);
  run.io.writeError(`lkcluster: ${said[run.locale]}\n`);
  return differences.length === 0 ? "reproduced" : "different";
}

function parsed(text: string): readonly { readonly file?: unknown; readonly certificate?: unknown }[] | undefined {
  try {
    const { certificates } = JSON.parse(text);
    return Array.isArray(certificates)
      ? certificates.filter((one) => typeof one === "object" && one !== null)
      : undefined;
  } catch {
    // Whatever is not JSON is no certificate; the caller says so.
    return undefined;
  }
}

const words = {
  noFolder: (path: string): Localized => ({
    en: `${path} cannot be written: its folder does not exist.`,
    ja: `${path} に書き込めません: フォルダーがありません。`,
  }),
  noCertificate: (path: string): Localized => ({
    en: `${path} holds no certificate. Make one with --certificate.`,
    ja: `${path} に証明書がありません。--certificate で作成してください。`,
  }),
  reproduced: (path: string): Localized => ({
    en: `${path} is reproduced byte for byte.`,
    ja: `${path} の内容が 1 バイトも違わず再現されました。`,
  }),
  different: (path: string): Localized => ({
    en: `${path} is not reproduced.`,
    ja: `${path} の内容は再現されませんでした。`,
  }),
};
