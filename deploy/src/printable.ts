// Text that came from a node, made safe to show: nothing in it may move a cursor, set a title or hide a line.

/** Line ends and tabs stay; every other control character, and those that turn writing round, becomes a dot. */
export function printable(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "·");
}
