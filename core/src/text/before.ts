// What stands directly before a place. A regular expression that ends in `$` would begin anew at every character.

/** The longest run of characters before `end` of which each is one of `kind`, a class of one character. */
export function runBefore(text: string, end: number, kind: RegExp): string {
  let start = end;
  while (start > 0 && kind.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}
