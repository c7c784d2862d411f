// A document as one HTML file: to read in a browser and to print. It holds no script and asks nothing of the network;
// every text is escaped, and hovering over a cell tells the line that it comes from.

import { sourceTitle } from "../catalogue/describeParts.ts";
import { sources as allSources, isSourceAddress } from "../catalogue/sources.ts";
import type { Locale } from "../locale/localized.ts";
import { visible } from "../text/shown.ts";
import { blank, type Cell, type Document, groundOf, type Section, shownColumns, type Table } from "./document.ts";
import { sourcesOf } from "./sourcesOf.ts";
import { words } from "./words.ts";

export function renderHtml(document: Document, locale: Locale): string {
  const { title, purpose, subject, sections } = document;
  const name = `${title[locale]}: ${subject.cluster}`;
  const parts = [
    "<!DOCTYPE html>",
    `<html lang="${locale}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(name)}</title>`,
    `<style>${style}</style></head>`,
    "<body>",
    `<h1>${escaped(name)}</h1>`,
    `<p>${escaped(purpose[locale])}</p>`,
    "<dl>",
    `<dt>${words.version[locale]}</dt><dd>${escaped(subject.version)}</dd>`,
    ...subject.files.map(
      (file) => `<dt>${words.file[locale]}</dt><dd><code>${escaped(file.name)}</code> SHA-256 ${file.sha256}</dd>`,
    ),
    "</dl>",
    ...sections.map((section) => sectionHtml(section, locale)),
    sourcesHtml(document, locale),
    "</body>",
    "</html>",
  ];
  return `${parts.join("\n")}\n`;
}

function sectionHtml({ title, notes, table, drawing }: Section, locale: Locale): string {
  return [
    `<section><h2>${escaped(title[locale])}</h2>`,
    ...notes.map((note) => `<p${groundTitle(note)}>${shown(note, locale)}</p>`),
    drawing === undefined ? "" : `<figure>${drawing.svg[locale]}</figure>`,
    table === undefined ? "" : tableHtml(table, locale),
    "</section>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** What the edges of a cell take, in half-width characters. */
const edges = 5;

function tableHtml(table: Table, locale: Locale): string {
  const seen = shownColumns(table);
  const { columns, rows } = table;
  const heads = [
    ...seen.columns.map((at) => ({ title: columns[at]?.title[locale] ?? "", width: columns[at]?.width ?? 0 })),
    ...(seen.lines ? [{ title: words.lines[locale], width: 14 }] : []),
    ...(seen.sources ? [{ title: words.sources[locale], width: 14 }] : []),
  ];
  const body = rows.map((row) => {
    const { lines, sources } = groundOf(row);
    const where = lines.map(({ file, line }) => escaped(`${file}:${line}`)).join("<br>");
    const cells = seen.columns
      .map((at) => row[at] ?? blank)
      .map((one) => `<td${toneClass(one)}${groundTitle(one)}>${shown(one, locale)}</td>`);
    const grounds = [...(seen.lines ? [where] : []), ...(seen.sources ? [sources.join(" ")] : [])];
    return `<tr>${cells.join("")}${grounds.map((one) => `<td class="ground">${one}</td>`).join("")}</tr>`;
  });
  const whole = heads.reduce((sum, { width }) => sum + width + edges, 0);
  const share = (width: number): string => `<col style="width:${(((width + edges) * 100) / whole).toFixed(1)}%">`;
  return [
    `<table style="max-width:${whole}ch"><colgroup>${heads.map(({ width }) => share(width)).join("")}</colgroup><thead><tr>`,
    heads.map(({ title }) => `<th>${escaped(title)}</th>`).join(""),
    "</tr></thead>",
    "<tbody>",
    ...body,
    "</tbody></table>",
  ].join("\n");
}

function sourcesHtml(document: Document, locale: Locale): string {
  const keys = sourcesOf(document);
  if (keys.length === 0) return "";
  const items = keys.map((key) => {
    const { url } = allSources[key];
    const title = escaped(sourceTitle(key, locale));
    const link = url !== null && isSourceAddress(url) ? `<a href="${escaped(url)}">${title}</a>` : title;
    return `<dt>${key}</dt><dd>${link}</dd>`;
  });
  return `<section><h2>${words.sourceList[locale]}</h2>\n<dl>${items.join("\n")}</dl></section>`;
}

function shown({ text, tone }: Cell, locale: Locale): string {
  const lines = text[locale].split("\n").map((line) => {
    const inner = escaped(line.trimStart());
    const indent = "&emsp;".repeat((line.length - line.trimStart().length) / 2);
    return `${indent}${tone === "code" && inner !== "" ? `<code>${inner}</code>` : inner}`;
  });
  return lines.join("<br>");
}

function toneClass({ tone }: Cell): string {
  return tone === undefined || tone === "code" ? "" : ` class="${tone}"`;
}

function groundTitle({ lines, sources }: Cell): string {
  const all = [...lines.map(({ file, line }) => `${file}:${line}`), ...sources];
  return all.length === 0 ? "" : ` title="${escaped(all.join(", "))}"`;
}

/** Text of an element or of an attribute in double quotes. */
export function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return visible(text).replace(/[&<>"']/g, (sign) => marks[sign] ?? "");
}

const style = `
body { font: 14px/1.5 system-ui, "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", "IPAGothic", sans-serif; margin: 2em; color: #1b1f24; background: #fff; }
h1 { font-size: 1.6em; border-bottom: 3px solid #14334d; padding-bottom: .2em; }
h2 { font-size: 1.2em; margin: 2em 0 .6em; }
table { border-collapse: collapse; font-size: .92em; table-layout: fixed; width: 100%; }
th, td { border: 1px solid #b8c1cc; padding: .3em .4em; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { background: #14334d; color: #fff; position: sticky; top: 0; }
dl { display: grid; grid-template-columns: max-content auto; gap: .1em 1em; }
dt { color: #57606a; }
dd { margin: 0; }
code { font-family: ui-monospace, "Noto Sans Mono CJK JP", monospace; }
figure { margin: 0; overflow-x: auto; }
.own { background: #fff3c4; font-weight: 600; }
.good { background: #dff5e1; }
.bad { background: #fde0dd; font-weight: 600; }
.quiet, .ground { color: #57606a; }
.ground { font-size: .88em; }
@media print { body { margin: 0; font-size: 9pt; } th { position: static; } tr, figure { break-inside: avoid; } @page { size: A4 landscape; margin: 12mm; } }
`;
