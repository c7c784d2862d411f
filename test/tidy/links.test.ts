// Links between our pages lead somewhere, headings included, and every page for users exists in both languages.

import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { projectFiles, projectRoot, read } from "./sourceFiles.ts";

const pages = projectFiles().filter((file) => file.endsWith(".md"));

/** Markdown without its code, where brackets mean something else. */
function prose(page: string): string {
  return read(page)
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "code");
}

/** The names that a page's headings have as targets of links. */
function anchorsOf(page: string): ReadonlySet<string> {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, "");
  const headings = [...text.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, title]) =>
    (title ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
  const named = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id ?? "");
  return new Set([...headings, ...named]);
}

function brokenLinks(page: string): string[] {
  const targets = [...prose(page).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target ?? "");
  return targets.filter((target) => {
    if (/^[a-z]+:/i.test(target)) return false;
    const [path = "", anchor] = decodeURI(target).split("#");
    const file = path === "" ? page : normalize(join(dirname(page), path));
    if (file.startsWith("..") || !existsSync(join(projectRoot, file))) return true;
    if (anchor === undefined || statSync(join(projectRoot, file)).isDirectory()) return false;
    return !anchorsOf(file).has(anchor);
  });
}

/** Pages for those who change the project, and what a bench measured, are one page; everything else is in two languages. */
const englishOnly =
  /^(?:ARCHITECTURE|CONTRIBUTING|CHANGELOG|SECURITY)\.md$|^\.github\/|^docs\/decisions\/|^docs\/reference\/README\.md$|^docs\/faults\.md$|^test\//;

function otherLanguage(page: string): string {
  if (page.startsWith("docs/reference/en/")) return page.replace("/en/", "/ja/");
  if (page.startsWith("docs/reference/ja/")) return page.replace("/ja/", "/en/");
  return page.endsWith(".ja.md") ? page.replace(/\.ja\.md$/, ".md") : page.replace(/\.md$/, ".ja.md");
}

describe("links between pages", () => {
  it("there are pages", () => {
    assert.ok(pages.length > 30, `${pages.length} pages`);
  });

  it("every relative link leads to a file, and to a heading that is there", () => {
    const broken = pages.flatMap((page) => brokenLinks(page).map((target) => `${page}: ${target}`));
    assert.deepEqual(broken, []);
  });

  it("every page for users exists in English and in Japanese", () => {
    const missing = pages.filter(
      (page) => !englishOnly.test(page) && !existsSync(join(projectRoot, otherLanguage(page))),
    );
    assert.deepEqual(missing, []);
  });

  it("every page beside its translation links to it", () => {
    const beside = pages.filter((page) => !englishOnly.test(page) && /^(?:README|docs\/[^/]*$|samples\/)/.test(page));
    const silent = beside.filter((page) => !prose(page).includes(`](${otherLanguage(page).split("/").at(-1)})`));
    assert.deepEqual(silent, []);
  });
});
