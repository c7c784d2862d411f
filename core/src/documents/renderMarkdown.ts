// A document as Markdown: for Git, for a wiki, for a person with an editor. Names from files are only ever shown.

import { sourceLink } from "../catalogue/describeParts.ts";
import type { Locale } from "../locale/localized.ts";
import { append } from "../many.ts";
import { code, markdownText } from "../text/shown.ts";
import { blank, type Cell, type Document, groundOf, type Section, shownColumns, type Table } from "./document.ts";
import { sourcesOf } from "./sourcesOf.ts";
import { words } from "./words.ts";

export function renderMarkdown(document: Document, locale: Locale): string {
  const { title, purpose, subject, sections } = document;
  const lines: string[] = [
    `# ${title[locale]}: ${markdownText(subject.cluster)}`,
    "",
    purpose[locale],
    "",
    `- ${words.version[locale]}: ${markdownText(subject.version)}`,
    ...subject.files.map(({ name, sha256 }) => `- ${words.file[locale]}: ${code(name)} (SHA-256 ${sha256})`),
  ];
  for (const section of sections) append(lines, sectionLines(section, locale));
  const sources = sourcesOf(document);
  if (sources.length > 0) {
    append(lines, ["", `## ${words.sourceList[locale]}`, ""]);
    append(
      lines,
      sources.map((key) => `- ${key}: ${sourceLink(key, locale)}`),
    );
  }
  return `${lines.join("\n")}\n`;
}

function sectionLines({ title, notes, table, drawing }: Section, locale: Locale): readonly string[] {
  return [
    "",
    `## ${markdownText(title[locale])}`,
    ...notes.flatMap((note) => ["", `${inline(note, locale)}${groundText(note)}`]),
    ...(drawing === undefined ? [] : ["", "```mermaid", drawing.mermaid.trimEnd(), "```"]),
    ...(table === undefined ? [] : ["", ...tableLines(table, locale)]),
  ];
}

function tableLines(table: Table, locale: Locale): readonly string[] {
  const shown = shownColumns(table);
  const { columns, rows } = table;
  const head = [
    ...shown.columns.map((at) => markdownText(columns[at]?.title[locale] ?? "")),
    ...(shown.lines ? [words.lines[locale]] : []),
    ...(shown.sources ? [words.sources[locale]] : []),
  ];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows.map((row) => {
      const { lines, sources } = groundOf(row);
      return line([
        ...shown.columns.map((at) => inline(row[at] ?? blank, locale)),
        ...(shown.lines ? [lines.map(({ file, line: number }) => code(`${file}:${number}`)).join(" ")] : []),
        ...(shown.sources ? [sources.join(" ")] : []),
      ]);
    }),
  ];
}

function inline({ text, tone }: Cell, locale: Locale): string {
  const parts = text[locale].split("\n").map((line) => (line === "" ? "" : wrapped(line, tone)));
  return parts.join("<br>");
}

function wrapped(line: string, tone: Cell["tone"]): string {
  const depth = line.length - line.trimStart().length;
  const indent = "&emsp;".repeat(depth / 2);
  const shown = tone === "code" ? code(line.trimStart()) : markdownText(line.trimStart());
  return `${indent}${tone === "own" || tone === "bad" ? `**${shown}**` : shown}`;
}

function groundText({ lines, sources }: Cell): string {
  const all = [...lines.map(({ file, line }) => code(`${file}:${line}`)), ...sources];
  return all.length === 0 ? "" : ` [${all.join(", ")}]`;
}
