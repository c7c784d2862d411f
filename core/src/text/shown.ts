// Makes any text safe for the place where it is shown. A name may come from a stranger's file, a node or a plan: what a
// terminal obeys, what turns writing round, what nobody can see and what Markdown takes for a link ends here.

import type { Span } from "./span.ts";

/** A dot stands for each character that cannot be seen or that a display obeys. */
const unseen = "·";

/** Those of Unicode's kinds control, format, separator and lone surrogate, but the joiners that some scripts need. */
const hidden = /(?!\r\n)(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

export function hasHidden(text: string): boolean {
  return text.search(hidden) >= 0;
}

/** Where they are, neighbours together. */
export function hiddenIn(text: string): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { index, 0: sign } of text.matchAll(hidden)) {
    const last = found.at(-1);
    if (last?.end === index) last.end = index + sign.length;
    else found.push({ start: index, end: index + sign.length });
  }
  return found;
}

/** Several lines stay several; a mark of the byte order stays at the beginning, where it is one. */
export function visible(text: string): string {
  return text.replace(hidden, (sign, at: number) => (sign === "\ufeff" && at === 0 ? sign : unseen));
}

/** JSON as `JSON.stringify` makes it, with what a terminal obeys written as JSON can write it: nothing is lost. */
export function visibleJson(json: string): string {
  return json.replace(hidden, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}

/** A forged line would look like one of ours. */
export function visibleLine(text: string): string {
  return visible(text.replace(/[\r\n\t\u2028\u2029]+/g, " "));
}

/** A label of VS Code, in which `$(name)` would be drawn as one of its pictures: a tick of our own, for example. */
export function labelText(text: string): string {
  return visibleLine(text).replace(/\$(?=\()/g, "$ ");
}

/** Longer than any sentence of ours with its names. */
const notificationMax = 2000;

/** A notification is one paragraph, and turns `[text](command:…)` into a link that somebody may press. */
export function notificationText(text: string): string {
  const line = withoutLinks(visibleLine(text));
  return line.length <= notificationMax ? line : `${[...line.slice(0, notificationMax)].slice(0, -1).join("")}…`;
}

/** Code in Markdown. A grave accent of its own would end it, and stands as the letter that looks like one. */
export function code(text: string): string {
  const line = visibleLine(text).replaceAll("`", "ˋ");
  return line === "" ? "` `" : `\`${line}\``;
}

/** Text in the middle of Markdown, exactly as it is. */
export function markdownText(text: string): string {
  return visibleLine(text).replace(/[\\`*_[\]<>|~&]/g, "\\$&");
}

/**
 * Markdown in which only our own links are links, nothing is an image and nothing is HTML: the last thing before it is
 * shown, in case that a name found its way into it unquoted.
 */
export function safeMarkdown(markdown: string, isOurs: (target: string) => boolean = () => false): string {
  return visible(markdown)
    .replace(/!(?=\[)/g, "! ")
    .replace(/\](?=[([:])/g, (bracket, at: number, all: string) => {
      const target = /^\]\(([^()\s]*)\)/.exec(all.slice(at, at + targetMax))?.[1];
      return target !== undefined && isOurs(target) ? bracket : "] ";
    })
    .replace(autolinkOrHtml, "< ");
}

/** A placeholder such as `<host>` is neither. */
const autolinkOrHtml =
  /<(?=[A-Za-z][A-Za-z\d+.-]{0,31}:|[!?]|\/?(?:a|img|image|picture|source|script|style|iframe|svg|math|object|embed|link|meta|base|form|input|button|textarea|video|audio|details|span|div|p|table|h[1-6]|br|hr|b|i|u)\b)/gi;

/** No address of ours is longer. */
const targetMax = 500;

function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, "] ").replace(autolinkOrHtml, "< ");
}
