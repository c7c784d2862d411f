// A text as one word of a shell, whatever is in it.

/** Bare where no shell gives a sign of it a meaning, and in single quotes otherwise. */
export function shellWord(text: string): string {
  return /^[\w./@:%,+-][\w./@:%,+=-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
