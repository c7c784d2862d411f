// The pictures on docs/documents.md: every document of a sample as LibreOffice prints its workbook, so that they show
// what there is. `node scripts/documentPictures.ts` puts them into docs/images/documents.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DocumentId } from "@lkcluster/core/documents/document.ts";
import { documentIds } from "@lkcluster/core/documents/titles.ts";
import { inOtherWords } from "@lkcluster/core/text/inOtherWords.ts";
import { ensurePrograms } from "./debianPackages.ts";
import { palettePng } from "./palettePng.ts";
import { projectRoot } from "./projectRoot.ts";

/** Which page shows it best, and how much of its height from the top. */
const shown: Readonly<Record<DocumentId, { readonly page: number; readonly part: number }>> = {
  topology: { page: 2, part: 0.42 },
  parameters: { page: 5, part: 0.5 },
  ports: { page: 2, part: 0.62 },
  availability: { page: 2, part: 0.5 },
  procedure: { page: 2, part: 0.55 },
  tests: { page: 2, part: 0.5 },
  "as-built": { page: 3, part: 0.55 },
  operations: { page: 2, part: 0.6 },
};

const widthPixels = 1200;

function run(program: string, args: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    timeout: 300_000,
    env: { ...process.env, HOME: folder },
  });
  if (status !== 0) throw new Error(`${program}: ${stdout}${stderr}`);
  return stdout;
}

/** The sample as it is opened in this language; its nodes were asked a moment ago and one of them differs. */
function prepare(folder: string, language: "en" | "ja"): void {
  cpSync(join(projectRoot, "samples/aws-hulft"), folder, { recursive: true });
  const words = readFileSync(join(projectRoot, "samples/words.ja.json"), "utf8");
  const text = readFileSync(join(folder, "hulft.lk"), "utf8");
  // Ours; a test reads it.
  const table = JSON.parse(words) as Readonly<Record<string, string>>;
  writeFileSync(join(folder, "hulft.lk"), language === "ja" ? inOtherWords(text, table) : text);
  const parameters = readFileSync(join(folder, "etc/default/LifeKeeper"), "utf8");
  for (const node of ["prim", "sec"]) {
    mkdirSync(join(folder, "saved", node), { recursive: true });
    const there = node === "prim" ? parameters : parameters.replace("fastkill", "fastboot");
    writeFileSync(join(folder, "saved", node, "LifeKeeper"), there);
  }
}

function pictures(language: "en" | "ja", into: string): void {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  try {
    prepare(folder, language);
    const command = join(projectRoot, "cli/bin/lkcluster.mjs");
    const cluster = join(folder, "hulft.lk");
    const facts = ["--facts", join(folder, "saved")];
    const wish = ["--to", join(folder, "out"), "--format", "xlsx", "--lang", language];
    run(process.execPath, [command, "export", cluster, ...wish, ...facts], folder);
    const workbooks = documentIds.map((id) => join(folder, "out", `${id}.xlsx`));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...workbooks], folder);
    for (const id of documentIds) {
      const { page, part } = shown[id];
      const pdf = join(folder, `${id}.pdf`);
      const [, width = "0", height = "0"] = /Page +\d+ size: +([\d.]+) x ([\d.]+)/.exec(
        run("pdfinfo", ["-f", String(page), "-l", String(page), pdf], folder),
      ) ?? ["", "842", "595"];
      const cut = Math.round((widthPixels * Number(height) * part) / Number(width));
      const place = ["-f", String(page), "-l", String(page), "-singlefile"];
      const size = ["-scale-to-x", String(widthPixels), "-scale-to-y", "-1"];
      const crop = ["-x", "0", "-y", "0", "-W", String(widthPixels), "-H", String(cut)];
      const picture = join(folder, id);
      run("pdftoppm", [...place, ...size, ...crop, pdf, picture], folder);
      const name = `${id}${language === "ja" ? ".ja" : ""}.png`;
      writeFileSync(join(into, name), palettePng(readFileSync(`${picture}.ppm`)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const missing = ensurePrograms(["soffice", "pdftoppm"]);
  if (missing === undefined) {
    const into = join(projectRoot, "docs/images/documents");
    mkdirSync(into, { recursive: true });
    for (const language of ["en", "ja"] as const) pictures(language, into);
  } else {
    process.stderr.write(`${missing}\n`);
    process.exitCode = 1;
  }
}
