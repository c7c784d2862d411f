// What the editor shows for the thing under the cursor: a parameter, a value, a name, a resource kind or a keyword.

import { describe, describeValue } from "../catalogue/describe.ts";
import { findParameter } from "../catalogue/parameters.ts";
import type { Locale } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Hover } from "./hoverText.ts";
import { describeKeyword } from "./keywordHover.ts";
import { describeName } from "./nameHover.ts";
import { namesIn, resolveUse, useAt } from "./names.ts";
import { nodeOf, type ParameterAt, parameterAt } from "./parameterAt.ts";
import { parameterFacts } from "./parameterFacts.ts";
import { hoverPath } from "./pathHover.ts";
import type { CursorPlace } from "./place.ts";
import { describeType } from "./resourceTypeHover.ts";
import type { Snapshot } from "./snapshot.ts";
import { hoverSuppression } from "./suppressionHover.ts";
import { wordAt } from "./wordAt.ts";

export function hover(snapshot: Snapshot, place: CursorPlace, locale: Locale): Hover | undefined {
  const inComment = hoverSuppression(snapshot.read(place.file)?.text ?? "", place.offset, locale);
  if (inComment !== undefined) return inComment;
  const parameter = parameterAt(snapshot, place);
  if (parameter !== undefined) return hoverParameter(parameter, clusterFor(snapshot, place), locale);
  return place.language === "cluster" ? hoverCluster(snapshot, place, locale) : undefined;
}

function clusterFor(snapshot: Snapshot, { file, language }: CursorPlace): Cluster | undefined {
  return language === "cluster" ? snapshot.model(file).cluster : snapshot.clustersOf(file)[0]?.cluster;
}

function hoverParameter(at: ParameterAt, cluster: Cluster | undefined, locale: Locale): Hover | undefined {
  const found = findParameter(at.name);
  if (found === undefined) return undefined;
  const facts = parameterFacts(found.spec, at.name, cluster, nodeOf(cluster?.nodes ?? [], at));
  if (at.part === "value" && at.valueSpan !== undefined) {
    const markdown = describeValue(found.spec, at.value, locale, facts);
    if (markdown !== undefined) return { span: at.valueSpan, markdown };
  }
  return {
    span: at.part === "value" && at.valueSpan !== undefined ? at.valueSpan : at.nameSpan,
    markdown: describe(found.spec, locale, facts),
  };
}

function hoverCluster(snapshot: Snapshot, { file, offset }: CursorPlace, locale: Locale): Hover | undefined {
  const model = snapshot.model(file);
  const names = namesIn(model.parsed.tree);
  const use = useAt(names, offset);
  if (use !== undefined) {
    const markdown = describeName(resolveUse(use, names), model, locale);
    return markdown === undefined ? undefined : { span: use.word.span, markdown };
  }
  const text = model.parsed.text;
  const path = hoverPath(model, offset, locale);
  if (path !== undefined && !path.onKeyword) return path;
  const word = wordAt(text, offset);
  if (word === undefined) return undefined;
  const markdown = describeType(word, locale) ?? describeKeyword(text, word, locale);
  if (path !== undefined) return { span: path.span, markdown: `${path.markdown}\n\n---\n\n${markdown ?? ""}` };
  return markdown === undefined ? undefined : { span: word.span, markdown };
}
