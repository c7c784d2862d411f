// The documentation of a completion entry, made when somebody looks at it.

import { describe, describeValue } from "../catalogue/describe.ts";
import { describeKind } from "../catalogue/describeKind.ts";
import { findParameter } from "../catalogue/parameters.ts";
import { findResourceKind } from "../catalogue/resourceKinds.ts";
import { type ChoiceKind, choices, choiceText } from "../language/choices.ts";
import { openers } from "../language/keywords.ts";
import type { BlockKind } from "../language/statement.ts";
import { findStatement } from "../language/statements.ts";
import type { Locale } from "../locale/localized.ts";
import { describeStatement } from "./keywordHover.ts";

/** Markdown, or undefined for a key that means nothing. */
export function completionDocumentation(key: string, locale: Locale): string | undefined {
  const separator = key.indexOf(":");
  const rest = key.slice(separator + 1);
  switch (key.slice(0, separator)) {
    case "parameter": {
      const found = findParameter(rest);
      return found === undefined ? undefined : describe(found.spec, locale, { sourcesMax: 4 });
    }
    case "explain": {
      const [name = "", value = ""] = rest.split(/=(.*)/s);
      const found = findParameter(name);
      return found === undefined ? undefined : describeValue(found.spec, value, locale);
    }
    case "type": {
      const kind = findResourceKind(rest);
      return kind === undefined ? undefined : describeKind(kind, locale);
    }
    case "statement": {
      const [block = "", keyword = ""] = rest.split("/");
      const statement = isBlock(block) ? findStatement(block, keyword) : undefined;
      return statement === undefined ? undefined : describeStatement(statement, locale, false);
    }
    case "choice": {
      const [kind = "", word = ""] = rest.split("/");
      return isChoiceKind(kind) ? choiceText(kind, word)?.[locale] : undefined;
    }
    default:
      return undefined;
  }
}

function isBlock(text: string): text is BlockKind {
  return Object.hasOwn(openers, text);
}

function isChoiceKind(text: string): text is ChoiceKind {
  return Object.hasOwn(choices, text);
}
