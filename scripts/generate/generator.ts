// What makes generated files. A generator is pure: it returns the text of every file it owns and writes none, so that
// the same answer can be written, compared and tested.

export interface Generator {
  readonly name: string;
  /** Text by path from the root of the checkout, with `/`. */
  files(): ReadonlyMap<string, string>;
  /** Folders that hold nothing but this generator's files: what else lies there is left over and goes. */
  readonly owns: readonly string[];
}
