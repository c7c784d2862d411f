// Names that a stranger's file, a node or a plan may hold, and what may be left of them in a display.

export const hostileNames: readonly string[] = [
  "a\u001b]0;pwned\u0007",
  "a\u001b[2J\u001b[31mred",
  "a\u001b]8;;https://attacker.example\u0007link\u001b]8;;\u0007",
  "a\u009b31mb",
  "a\u202egnp.exe",
  "a\u2066b\u2069",
  "a\u200bb\u2028c",
  "a\nlkcluster: every node holds it",
  "a\rb",
  "a`b` ![t](https://attacker.example/t.png)",
  "![t](https://attacker.example/t.png)",
  "[Click](command:workbench.action.quit)",
  "<img src=https://attacker.example/t.png>",
  "<command:workbench.action.quit>",
  "[r][x]\n\n[x]: https://attacker.example",
  "a|b",
  "=cmd|' /C calc'!A0",
  "\ud800a",
  "n".repeat(5000),
  "__proto__",
  "$(verified) a",
];

/**
 * `label`: a line in which VS Code draws `$(name)` as one of its pictures. `notification`: one in which it makes links of
 * `[text](target)` and knows no other Markdown.
 */
export type Display = "terminal" | "line" | "label" | "notification" | "markdown";

/** What is dangerous in a display of each kind; undefined when nothing is. */
export function danger(shown: string, kind: Display): string | undefined {
  const hidden = /(?![\n\u200c\u200d]|\r\n|^\ufeff)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.exec(shown);
  if (hidden !== null) return `U+${hidden[0].codePointAt(0)?.toString(16)} in ${JSON.stringify(shown.slice(0, 300))}`;
  const isLine = kind === "line" || kind === "label" || kind === "notification";
  if (isLine && shown.includes("\n")) return `a line end in ${JSON.stringify(shown.slice(0, 300))}`;
  if (kind === "label" && /\$\(verified\)/.test(shown)) return `a picture in ${JSON.stringify(shown.slice(0, 300))}`;
  const link = /\]\(|<command:/.exec(shown);
  if (kind === "notification" && link !== null) return `a link in ${JSON.stringify(shown.slice(0, 300))}`;
  if (kind !== "markdown") return undefined;
  // What is escaped is text, and so is code.
  const live = shown.replace(/\\./g, "").replace(/`[^`\n]*`/g, "code");
  const acts = /\]\((?:command:|https?:\/\/attacker)|!\[|<(?:img|command:)|\]: ?https:\/\/attacker/i.exec(live);
  return acts === null ? undefined : `${acts[0]} in ${live.slice(Math.max(0, acts.index - 100), acts.index + 100)}`;
}

/** As a string of the cluster language, as raw as it can be written. */
export function writtenRaw(name: string): string {
  return `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\r", "")}"`;
}
