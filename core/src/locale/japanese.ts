// Japanese and Latin words stand apart by one half-width space, also where a message is put together.

const latin = /[\w`'"]/;

/** `text` as it stands between Japanese words: a space at each end that is not Japanese itself. */
export function besideJapanese(text: string): string {
  const before = latin.test(text.charAt(0)) ? " " : "";
  const after = latin.test(text.charAt(text.length - 1)) ? " " : "";
  return `${before}${text}${after}`;
}
