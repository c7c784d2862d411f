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
  /** What lies in a folder, for whoever writes a path; nothing where nobody can look. */
  list?(folder: string): readonly FolderEntry[];
}

export interface FolderEntry {
  /** As people read it, not as a URI spells it. */
  readonly name: string;
  readonly isFolder: boolean;
}

/** Files held in memory, for tests and small callers. */
export function filesOf(texts: Readonly<Record<string, string>>): FileSet {
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, { file, text, version: 1 }]));
  return { read: (file) => files.get(file), list: (folder) => entriesIn(folder, [...files.keys()]) };
}

function entriesIn(folder: string, files: readonly string[]): readonly FolderEntry[] {
  const start = folder === "" ? "" : `${folder}/`;
  const inside = files.filter((file) => file.startsWith(start)).map((file) => file.slice(start.length));
  const entries = new Map(
    inside.map((path) => {
      const [name = "", ...rest] = path.split("/");
      return [name, { name, isFolder: rest.length > 0 }];
    }),
  );
  return [...entries.values()];
}
