// How many columns a text takes in a font of fixed width: characters of East Asian scripts take two, combining marks
// none. Good enough to line columns up; a terminal's own idea may differ for emoji.

// Hangul, CJK and its punctuation, kana, full-width forms, pictographs.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/gu;
const empty = /\p{Mn}|\p{Me}|\p{Cf}/gu;

/** The largest of the widths, however many there are; 0 for none. */
export function widestOf(widths: readonly number[]): number {
  return widths.reduce((widest, width) => Math.max(widest, width), 0);
}

export function displayWidth(text: string): number {
  // Nearly every text; the rest of this function is slow.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  const seen = text.replace(empty, "");
  return [...seen].length + (seen.match(wide)?.length ?? 0);
}
