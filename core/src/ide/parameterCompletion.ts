// Parameters and their values as completion entries, for lines of a parameter file and for `set` alike.

import { meaningOf, type ValueVerdict } from "../catalogue/describe.ts";
import { defaultOf, displayName, findParameter, mangleHostName, parameters } from "../catalogue/parameters.ts";
import type { ParameterSpec } from "../catalogue/spec.ts";
import { allowedTexts } from "../catalogue/value.ts";
import { isIn } from "../catalogue/version.ts";
import type { Locale } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Span } from "../text/span.ts";
import type { CompletionItem } from "./completionItem.ts";
import { parameterFacts } from "./parameterFacts.ts";

export interface ParameterCompletionContext {
  readonly cluster: Cluster | undefined;
  /** Names that are set already and need not be offered. */
  readonly taken: ReadonlySet<string>;
  readonly span: Span;
  /** Between name and value, with the value's tab stop behind it: `=` or ` = `; empty when the text has it already. */
  readonly assignment: string;
}

export function parameterItems(context: ParameterCompletionContext, locale: Locale): readonly CompletionItem[] {
  return parameters
    .filter((spec) => spec.belongsTo === undefined && livesIn(spec, context.cluster))
    .flatMap((spec) => namesOf(spec, context.cluster).map((name) => ({ spec, name })))
    .filter(({ name }) => !context.taken.has(name))
    .map(({ spec, name }, rank) => ({
      label: name,
      kind: "parameter",
      detail: detailOf(spec, context.cluster, locale),
      newText: name + context.assignment,
      isSnippet: false,
      span: context.span,
      rank,
      documentation: `parameter:${name}`,
    }));
}

function livesIn(spec: ParameterSpec, cluster: Cluster | undefined): boolean {
  return cluster === undefined || !cluster.versionGiven || isIn(cluster.version, spec);
}

/** A family has one name per node or per tag of the cluster. */
function namesOf(spec: ParameterSpec, cluster: Cluster | undefined): readonly string[] {
  if (spec.variableEnd === undefined) return [spec.name];
  if (cluster === undefined) return [spec.name];
  return spec.variableEnd.placeholder === "host"
    ? cluster.nodes.filter((node) => node.role === "node").map((node) => spec.name + mangleHostName(node.name))
    : cluster.resources.map((resource) => spec.name + resource.name);
}

function detailOf(spec: ParameterSpec, cluster: Cluster | undefined, locale: Locale): string {
  const value = defaultOf(spec, cluster?.versionGiven === true ? cluster.version : undefined);
  const shown =
    value === null || value === "" ? "" : locale === "ja" ? `（デフォルト ${value}）` : ` (default ${value})`;
  const summary = spec.summary[locale];
  return withoutMarks(`${summary}${shown}`);
}

export function valueItems(
  name: string,
  cluster: Cluster | undefined,
  span: Span,
  locale: Locale,
): readonly CompletionItem[] {
  const found = findParameter(name);
  if (found === undefined) return [];
  const { spec } = found;
  const verdicts = parameterFacts(spec, name, cluster, undefined).verdicts ?? [];
  const initial = defaultOf(spec, cluster?.versionGiven === true ? cluster.version : undefined);
  const texts = [...new Set([...allowedTexts(spec), ...(initial === null ? [] : [initial])])];
  return texts
    .filter((text) => text !== "")
    .map((text, at) => {
      const verdict = verdicts.find((each) => each.value === text);
      const alias = aliasOf(spec, text);
      const isDefault = text === initial ? (locale === "ja" ? "デフォルト。" : "Default. ") : "";
      return {
        label: text,
        kind: "value",
        detail:
          alias === undefined
            ? `${verdictMark(verdict, locale)}${isDefault}${withoutMarks(meaningOf(spec, text, locale) ?? displayName(spec))}`
            : locale === "ja"
              ? `${alias} と同じ`
              : `same as ${alias}`,
        newText: text,
        isSnippet: false,
        span,
        rank:
          at + (alias !== undefined ? 2000 : verdict?.verdict !== "unsupported" ? 0 : verdict.goesWith ? 500 : 1000),
        documentation: `explain:${spec.name}=${text}`,
      };
    });
}

/** The value that this is another spelling of. */
function aliasOf({ type }: ParameterSpec, text: string): string | undefined {
  return type.kind === "choice" ? type.values.find(({ aliases }) => aliases?.includes(text))?.value : undefined;
}

function verdictMark(found: ValueVerdict | undefined, locale: Locale): string {
  switch (found?.verdict) {
    case "supported":
      return "✓ ";
    case "unsupported":
      if (found.goesWith === undefined) return "✗ ";
      return locale === "ja" ? `△ ${found.goesWith} とともに。` : `△ with ${found.goesWith}. `;
    default:
      return "";
  }
}

/** The list shows plain text, and names are plain enough there. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll("`", "");
}
