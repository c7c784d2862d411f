// Problems as SARIF 2.1.0, as code scanning services read it: rules with their texts, fixes, the way to a counterexample,
// and fingerprints that stay when lines move. Lines and characters start at 1.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Severity } from "@lkcluster/core/evidence.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { plainText } from "@lkcluster/core/locale/plainText.ts";
import type { Fix, Place, Problem } from "@lkcluster/core/problem.ts";
import type { FlowStep } from "@lkcluster/core/prove/flow.ts";
import { documentationOf } from "@lkcluster/core/rules/documentation.ts";
import { version } from "../version.ts";
import { rangeOf } from "./problemJson.ts";
import type { Texts } from "./problemPlaces.ts";
import { publicAddress } from "./publicAddress.ts";

export interface SarifWish {
  /** What found the problems: the results of different commands are kept apart. */
  readonly command: "check" | "prove";
  readonly problems: readonly Problem[];
  readonly locale: Locale;
  readonly texts: Texts;
  /** Where lkcluster was started. */
  readonly directory: string;
  /** For problems that are violated proofs. */
  readonly flows?: ReadonlyMap<Problem, readonly FlowStep[]>;
  /** Why something could not be looked at. */
  readonly unread?: readonly string[];
  /** Where the project lives in public; usually what its manifest says. */
  readonly address?: string | undefined;
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

const base = "SRCROOT";

export function toSarif(wish: SarifWish): object {
  const { command, problems, locale, unread = [], address = publicAddress } = wish;
  const codes = [...new Set(problems.map((problem) => problem.code))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const root = rootOf(wish.directory, problems);
  const write = new Writer(wish, root);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "lkcluster",
            version,
            ...(address === undefined ? {} : { informationUri: address }),
            rules: codes.map((code) => ruleOf(code, locale, address)),
          },
        },
        language: locale,
        automationDetails: { id: `lkcluster-${command}/` },
        originalUriBaseIds: { [base]: { uri: `${pathToFileURL(root).href.replace(/\/$/, "")}/` } },
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            ...(unread.length === 0
              ? {}
              : {
                  toolExecutionNotifications: unread.map((text) => ({
                    level: "error",
                    message: { text: messageText(text) },
                  })),
                }),
          },
        ],
        // Columns count UTF-16 code units, as everywhere in this project.
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => write.result(problem, indexes.get(problem.code) ?? -1)),
      },
    ],
  };
}

function ruleOf(code: string, locale: Locale, address: string | undefined): object {
  const { title, text, help, severity, hasPage, group } = documentationOf(code);
  const page = `${address}/blob/HEAD/docs/reference/${locale}/rules/${code}.md`;
  return {
    id: code,
    shortDescription: { text: messageText(title[locale]) },
    fullDescription: { text: messageText(text[locale]) },
    help: { text: withoutMarks(help[locale]), markdown: help[locale] },
    ...(address === undefined || !hasPage ? {} : { helpUri: page }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [group] },
  };
}

/** A viewer would make a link of `[text](target)`, which a name in a file may be. */
function messageText(text: string): string {
  return plainText(text).replace(/\](?=\()/g, "] ");
}

/** Markdown of our own, for whoever shows plain text. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\(([^)]*)\)/g, "$1 <$2>")
    .replace(/\*\*|^#+ /gm, "")
    .replaceAll("`", "'");
}

class Writer {
  readonly #wish: SarifWish;
  readonly #root: string;
  readonly #seen = new Map<string, number>();

  constructor(wish: SarifWish, root: string) {
    this.#wish = wish;
    this.#root = root;
  }

  result(problem: Problem, ruleIndex: number): object {
    const { locale, flows } = this.#wish;
    const flow = flows?.get(problem) ?? [];
    const { requirements = [], related, fixes, evidence } = problem;
    return {
      ruleId: problem.code,
      ruleIndex,
      level: levels[problem.severity],
      message: { text: messageText(problem.message[locale]) },
      locations: [{ physicalLocation: this.#location(problem) }],
      partialFingerprints: { "problem/v1": this.#fingerprint(problem) },
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: messageText(place.message[locale]) },
        physicalLocation: this.#location(place),
      })),
      ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => this.#fix(fix)) }),
      ...(flow.length === 0
        ? {}
        : { codeFlows: [{ threadFlows: [{ locations: flow.map((step) => this.#step(step)) }] }] }),
      properties: { evidence, ...(requirements.length === 0 ? {} : { requirements }) },
    };
  }

  #step(step: FlowStep): object {
    return {
      location: {
        physicalLocation: this.#location(step),
        message: { text: messageText(step.text[this.#wish.locale]) },
      },
      importance: step.isFault ? "essential" : "important",
    };
  }

  #fix({ title, edits }: Fix): object {
    const files = [...new Set(edits.map(({ file }) => file))];
    return {
      description: { text: messageText(title[this.#wish.locale]) },
      artifactChanges: files.map((file) => ({
        artifactLocation: this.#artifact(file),
        replacements: edits
          .filter((edit) => edit.file === file)
          .map((edit) => ({ deletedRegion: this.#region(edit), insertedContent: { text: edit.newText } })),
      })),
    };
  }

  #location(place: Place): object {
    return { artifactLocation: this.#artifact(place.file), region: this.#region(place) };
  }

  #artifact(file: string): object {
    return { uri: relative(this.#root, file).split(sep).map(encodeURIComponent).join("/"), uriBaseId: base };
  }

  #region(place: Place): object {
    const { start, end } = rangeOf(place, this.#wish.texts);
    return {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  }

  /** Of the code and the line as it is written, without what stands around it; the second of two that are the same is told apart. */
  #fingerprint({ code, file, span }: Problem): string {
    const { texts } = this.#wish;
    const lines = texts.linesOf(file);
    const from = lines.lineStart(lines.positionAt(span.start).line);
    const line = /^[^\r\n]*/.exec(texts.textOf(file).slice(from))?.[0] ?? "";
    const key = JSON.stringify([code, this.#artifact(file), line.trim().replace(/\s+/g, " ")]);
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return `${createHash("sha256").update(key).digest("hex").slice(0, 32)}:${before + 1}`;
  }
}

/**
 * The folder that addresses begin at: of the repository, which services know, or the one where lkcluster was started; and
 * where a file lies outside of it, one that holds all of them, so that no address begins with `..`.
 */
function rootOf(directory: string, problems: readonly Problem[]): string {
  const files = new Set(problems.flatMap(({ file, related }) => [file, ...related.map((place) => place.file)]));
  let root = repositoryOf(directory) ?? directory;
  while ([...files].some((file) => relative(root, file).startsWith("..")) && dirname(root) !== root)
    root = dirname(root);
  return root;
}

function repositoryOf(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
