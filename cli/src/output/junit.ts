// Test results as JUnit XML, the dialect that CI systems read: suites, cases, failures with a message and details.

import { append } from "@lkcluster/core/many.ts";

export interface JunitCase {
  readonly name: string;
  /** The file, as CI shows it. */
  readonly className: string;
  /** Where it is written, from the folder where lkcluster was started; services link to it. */
  readonly file: string;
  readonly line: number | undefined;
  readonly seconds: number;
  /** Properties of the case, which tools that keep requirements read. */
  readonly requirements?: readonly string[];
  readonly failure: { readonly message: string; readonly details: string } | undefined;
  /** What could not even run. */
  readonly error: { readonly message: string; readonly details: string } | undefined;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

export function renderJunit(suites: readonly JunitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="lkcluster"${counts(all)}>`];
  for (const { name, cases } of suites) {
    lines.push(`  <testsuite name=${quoted(name)}${counts(cases)}>`);
    for (const one of cases) append(lines, renderCase(one));
    lines.push("  </testsuite>");
  }
  lines.push("</testsuites>");
  return `${lines.join("\n")}\n`;
}

function counts(cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const errors = cases.filter(({ error }) => error !== undefined).length;
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
  return ` tests="${cases.length}" failures="${failures}" errors="${errors}" time="${seconds.toFixed(3)}"`;
}

function renderCase(one: JunitCase): string[] {
  const { name, className, file, line, seconds, requirements = [], failure, error } = one;
  const at = line === undefined ? "" : ` line="${line}"`;
  const opening = `    <testcase name=${quoted(name)} classname=${quoted(className)} file=${quoted(file)}${at} time="${seconds.toFixed(3)}"`;
  if (failure === undefined && error === undefined && requirements.length === 0) return [`${opening}/>`];
  const inside = (tag: "failure" | "error", what: JunitCase["failure"]): string[] =>
    what === undefined ? [] : [`      <${tag} message=${quoted(what.message)}>${escaped(what.details)}</${tag}>`];
  return [
    `${opening}>`,
    ...propertiesOf(requirements),
    ...inside("failure", failure),
    ...inside("error", error),
    "    </testcase>",
  ];
}

function propertiesOf(requirements: readonly string[]): readonly string[] {
  if (requirements.length === 0) return [];
  const properties = requirements.map((name) => `        <property name="requirement" value=${quoted(name)}/>`);
  return ["      <properties>", ...properties, "      </properties>"];
}

function quoted(text: string): string {
  return `"${escaped(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`;
}

/** XML 1.0 forbids most control characters even as references; a replacement character stands for them. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
