// From a token to a word, a number, a duration or one of a few choices, with a problem where it is none of them.

import type { CstNode, IToken } from "chevrotain";
import { type ChoiceKind, choices } from "../../language/choices.ts";
import { isOpener } from "../../language/keywords.ts";
import type { BlockKind } from "../../language/statement.ts";
import type { Localized } from "../../locale/localized.ts";
import { hasHidden, hiddenIn, visibleLine } from "../../text/shown.ts";
import { spanOf } from "../../text/span.ts";
import { nearest } from "../../text/suggest.ts";
import { type Reading, replacement, report, reportControlCharacters } from "../syntaxProblem.ts";
import { nodeOf, nodesOf, tokenOf, tokenSpan } from "./cst.ts";
import { Text, UnclosedText } from "./tokens.ts";
import type { DurationWord, NumberWord, Word } from "./tree.ts";

export function wordOfToken(reading: Reading, token: IToken): Word {
  const span = tokenSpan(token);
  reportHidden(reading, token);
  if (token.tokenType !== Text && token.tokenType !== UnclosedText) {
    return { value: visibleLine(token.image), span, quoted: false };
  }
  if (token.tokenType === UnclosedText) {
    report(reading, "syntax-unclosed-string", span, {
      en: 'This string is not closed on its line. Add `"` at its end.',
      ja: 'この文字列は行内で閉じられていません。末尾に `"` を付けてください。',
    });
  }
  const end = token.tokenType === Text ? -1 : undefined;
  const value = decode(reading, token.image.slice(1, end), span.start + 1);
  return { value: visibleLine(value), span, quoted: true };
}

/**
 * Names and titles are shown in many places, some of which obey what nobody sees. They are one line of characters that
 * can be seen, and what is not stands in the tree as a dot.
 */
function reportHidden(reading: Reading, token: IToken): void {
  if (!hasHidden(token.image)) return;
  for (const { start, end } of hiddenIn(token.image)) {
    reportControlCharacters(reading, spanOf(token.startOffset + start, token.startOffset + end));
  }
}

function decode(reading: Reading, written: string, start: number): string {
  if (!written.includes("\\")) return written;
  return written.replace(/\\(.?)/gs, (sequence, escaped: string, at: number) => {
    if (escaped === '"' || escaped === "\\") return escaped;
    const span = spanOf(start + at, start + at + sequence.length);
    report(
      reading,
      "syntax-unknown-escape",
      span,
      {
        en: `\`${sequence}\` is not allowed in a string. Only \`\\"\` and \`\\\\\` do; write \`\\\\\` for a backslash.`,
        ja: `文字列の中で \`${sequence}\` は使えません。使えるのは \`\\"\` と \`\\\\\` です。バックスラッシュは \`\\\\\` と書いてください。`,
      },
      {
        fixes: [
          replacement(
            reading,
            span,
            `\\\\${escaped}`,
            { en: "Write a backslash as `\\\\`", ja: "バックスラッシュを `\\\\` と書く" },
            false,
          ),
        ],
      },
    );
    return escaped;
  });
}

/** The word of a `name` part, whatever it is. */
export function word(reading: Reading, cst: CstNode | undefined, label: string): Word | undefined {
  return wordIn(reading, nodeOf(cst, label));
}

/** The word of this part. */
export function wordIn(reading: Reading, part: CstNode | undefined): Word | undefined {
  const token = tokenOf(part, "word");
  return token === undefined ? undefined : wordOfToken(reading, token);
}

/** The word of a `name` part as a name: where it could also open a statement of `block`, it must be a string. */
export function name(reading: Reading, cst: CstNode | undefined, label: string, block: BlockKind): Word | undefined {
  return nameIn(reading, nodeOf(cst, label), block);
}

export function nameIn(reading: Reading, part: CstNode | undefined, block: BlockKind): Word | undefined {
  const found = wordIn(reading, part);
  if (found !== undefined) checkName(reading, found, block);
  return found;
}

function checkName(reading: Reading, found: Word, block: BlockKind): void {
  if (found.quoted || !isOpener(block, found.value)) return;
  report(
    reading,
    "syntax-keyword-as-name",
    found.span,
    {
      en: `\`${found.value}\` is a keyword here. As a name it is written in quotes: \`"${found.value}"\`.`,
      ja: `\`${found.value}\` はここではキーワードです。名前として使うときは引用符を付けて \`"${found.value}"\` と書いてください。`,
    },
    {
      fixes: [
        replacement(
          reading,
          found.span,
          `"${found.value}"`,
          { en: `Write "${found.value}" in quotes`, ja: `引用符を付けて "${found.value}" と書く` },
          true,
        ),
      ],
    },
  );
}

/** The words of a `names` part. */
export function words(reading: Reading, cst: CstNode | undefined, label = "names"): readonly Word[] {
  return wordsIn(reading, nodeOf(cst, label));
}

export function wordsIn(reading: Reading, list: CstNode | undefined): readonly Word[] {
  return nodesOf(list, "name").flatMap((part) => {
    const token = tokenOf(part, "word");
    return token === undefined ? [] : [wordOfToken(reading, token)];
  });
}

export function numberWord(reading: Reading, cst: CstNode | undefined, label = "count"): NumberWord | undefined {
  return numberIn(reading, nodeOf(cst, label));
}

export function numberIn(reading: Reading, part: CstNode | undefined): NumberWord | undefined {
  const found = wordIn(reading, part);
  if (found === undefined) return undefined;
  const value = /^[0-9]{1,15}$/.test(found.value) ? Number(found.value) : undefined;
  if (value === undefined) {
    report(reading, "syntax-not-a-number", found.span, {
      en: `\`${shortened(found.value)}\` is not a whole number such as 1 or 10.`,
      ja: `\`${shortened(found.value)}\` は整数ではありません。1 や 10 のような整数を書いてください。`,
    });
  }
  return { value, word: found };
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

export function durationWord(reading: Reading, cst: CstNode | undefined, label = "duration"): DurationWord | undefined {
  return durationIn(reading, nodeOf(cst, label));
}

export function durationIn(reading: Reading, part: CstNode | undefined): DurationWord | undefined {
  const found = wordIn(reading, part);
  if (found === undefined) return undefined;
  const parts = /^([0-9]{1,9})(ms|s|m|h)$/.exec(found.value);
  const unit = unitMs[parts?.[2] ?? ""];
  const ms = parts === null || unit === undefined ? undefined : Number(parts[1]) * unit;
  if (ms === undefined) {
    report(reading, "syntax-not-a-duration", found.span, {
      en: `\`${shortened(found.value)}\` is not a duration. Write a whole number and a unit: \`500ms\`, \`20s\`, \`2m\` or \`1h\`.`,
      ja: `\`${shortened(found.value)}\` は時間として読めません。\`500ms\`、\`20s\`、\`2m\`、\`1h\` のように整数と単位を続けて書いてください。`,
    });
  }
  return { ms, word: found };
}

/** Reports a word that is none of the choices. The word stays in the tree as written. */
export function checkChoice(reading: Reading, found: Word | undefined, kind: ChoiceKind): void {
  const allowed: readonly string[] = choices[kind];
  if (found !== undefined && !allowed.includes(found.value)) reportUnknownWord(reading, found, allowed);
}

export function reportUnknownWord(reading: Reading, found: Word, allowed: readonly string[]): void {
  const meant = nearest(found.value, allowed);
  report(
    reading,
    "syntax-unknown-word",
    found.span,
    notOneOf(found.value, allowed, meant),
    meant === undefined
      ? {}
      : {
          fixes: [
            replacement(reading, found.span, meant, { en: `Change to ${meant}`, ja: `${meant} に変更する` }, true),
          ],
        },
  );
}

function notOneOf(written: string, allowed: readonly string[], meant: string | undefined): Localized {
  const list = allowed.map((each) => `\`${each}\``);
  const en = `\`${shortened(written)}\` cannot be used here. Expected ${list.length > 1 ? "one of " : ""}${list.join(", ")}.`;
  const ja = `\`${shortened(written)}\` はここでは使えません。使えるのは ${list.join("、")} です。`;
  if (meant === undefined) return { en, ja };
  return { en: `${en} Did you mean \`${meant}\`?`, ja: `${ja}\`${meant}\` のことですか。` };
}

/** A word from a damaged file may be a megabyte long; a message is not. */
export function shortened(written: string): string {
  const oneLine = written.replaceAll("`", "'");
  return oneLine.length <= 60 ? oneLine : `${oneLine.slice(0, 60)}…`;
}
