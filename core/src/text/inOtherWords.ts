// A text of either language with the words of a person in another language: its comments and the titles of its
// scenarios and proofs. What a machine reads stays as it is, to the byte.

/** `words`: comments without `#`, titles without quotes; those that are not in it stay. */
export function inOtherWords(text: string, words: Readonly<Record<string, string>>): string {
  const said = (found: string): string => (Object.hasOwn(words, found) ? (words[found] ?? found) : found);
  return text
    .split("\n")
    .map((line) => {
      const title = /^((?:scenario|prove) ")([^"\\]*)(" \{.*)$/.exec(line);
      if (title !== null) return `${title[1]}${said(title[2] ?? "")}${title[3]}`;
      const comment = /^((?:|.*?\s)# ?)(\S.*)$/.exec(line);
      return comment === null ? line : `${comment[1]}${said(comment[2] ?? "")}`;
    })
    .join("\n");
}
