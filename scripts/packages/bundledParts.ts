// Which packages of other people are in what we ship, read from what the bundler says it took in: their licences ask to
// be named, and a list by hand would be right for a week.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { projectRoot } from "../projectRoot.ts";

export interface BundledPart {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** The texts of its licence and notices, as the package carries them. */
  readonly texts: readonly string[];
}

/** Copied as files beside the bundles, so that no metafile knows of them. */
const copied = ["node_modules/@vscode/codicons"];

/** Sorted by name. Throws when a part says no licence or brings no text of it: then it may not be shipped. */
export function bundledParts(metafiles: readonly Metafile[]): readonly BundledPart[] {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set([...copied, ...inputs.flatMap((input) => packageFolder(input) ?? [])]);
  return [...folders].map(readPart).sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `cli/node_modules/@scope/name/lib/file.js` is of `cli/node_modules/@scope/name`; our own files are of none. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function readPart(folder: string): BundledPart {
  const at = join(projectRoot, folder);
  // A package that npm installed has a manifest with these.
  const { name, version, license } = JSON.parse(readFileSync(join(at, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const texts = readdirSync(at)
    .filter((file) => /^(?:licen[cs]e|notice|copying|thirdparty)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(at, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (license === undefined || texts.length === 0) throw new Error(`${name} ${version} brings no text of its licence`);
  return { name, version, licence: license, texts };
}

/** `THIRD-PARTY-NOTICES.txt`. */
export function thirdPartyNotices(parts: readonly BundledPart[]): string {
  const sections = parts.map(({ name, version, licence, texts }) =>
    [`${name} ${version}`, `Licence: ${licence}`, "", texts.join("\n\n")].join("\n"),
  );
  const line = `\n\n${"=".repeat(80)}\n\n`;
  const head = `LifeKeeper for VS Code is under the MIT licence (see LICENSE). It contains these parts by others:\n\n${parts
    .map(({ name, version, licence }) => `  ${name} ${version} (${licence})`)
    .join("\n")}`;
  return `${[head, ...sections].join(line)}\n`;
}

/** A bill of materials in CycloneDX 1.6, of the same parts. */
export function billOfMaterials(parts: readonly BundledPart[], product: { name: string; version: string }): string {
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", ...product, "bom-ref": product.name, licenses: licensesOf("MIT") } },
    components: parts.map(({ name, version, licence }) => ({
      type: "library",
      "bom-ref": purl(name, version),
      name,
      version,
      purl: purl(name, version),
      licenses: licensesOf(licence),
    })),
    dependencies: [{ ref: product.name, dependsOn: parts.map(({ name, version }) => purl(name, version)) }],
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function licensesOf(licence: string): readonly object[] {
  return [/ (?:OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } }];
}
