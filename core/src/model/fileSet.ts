// The files a check may look at. The shells read them; core never touches a file system.

export interface SourceFile {
  readonly file: string;
  readonly text: string;
  /** Changes whenever the text does; a cache key. */
  readonly version: number;
}

export interface FileSet {
  /** Undefined when there is no such file or it cannot be read as text. */
  read(file: string): SourceFile | undefined;
}

/** Files held in memory, for tests and small callers. */
export function filesOf(texts: Readonly<Record<string, string>>): FileSet {
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, { file, text, version: 1 }]));
  return { read: (file) => files.get(file) };
}
