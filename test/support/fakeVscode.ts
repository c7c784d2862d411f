// Stands in for the module `vscode` in tests of single commands: what the extension hands over is remembered, and a URI
// is checked as VS Code checks it. A real editor is in test/e2e.

import { posix } from "node:path";

export interface Handed {
  readonly what: string;
  readonly args: readonly unknown[];
}

const handed: Handed[] = [];

/** Everything handed over since the last call. */
export function takeHanded(): readonly Handed[] {
  return handed.splice(0);
}

function remember(what: string) {
  return (...args: readonly unknown[]): Promise<undefined> => {
    handed.push({ what, args });
    return Promise.resolve(undefined);
  };
}

interface Parts {
  readonly scheme: string;
  readonly authority?: string;
  readonly path?: string;
  readonly query?: string;
  readonly fragment?: string;
}

export class Uri {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;

  private constructor({ scheme, authority = "", path = "", query = "", fragment = "" }: Parts) {
    this.scheme = scheme;
    this.authority = authority;
    this.path = path;
    this.query = query;
    this.fragment = fragment;
    // RFC 3986, section 3.3, which VS Code enforces.
    if (!/^\w[\w+.-]*$/.test(scheme)) throw new Error("[UriError]: Scheme contains illegal characters.");
    if (authority !== "" && path !== "" && !path.startsWith("/"))
      throw new Error("[UriError]: with an authority the path must begin with a slash");
    if (authority === "" && path.startsWith("//"))
      throw new Error('[UriError]: without an authority the path cannot begin with two slash characters ("//")');
  }

  static from(parts: Parts): Uri {
    return new Uri(parts);
  }

  static file(path: string): Uri {
    return new Uri({ scheme: "file", path });
  }

  static parse(text: string): Uri {
    const [, scheme = "", path = "", query = ""] = /^([^:]+):(?:\/\/)?([^?]*)(?:\?(.*))?$/.exec(text) ?? [];
    return new Uri({ scheme, path: decodeURIComponent(path), query: decodeURIComponent(query) });
  }

  static joinPath({ scheme, path }: Uri, ...parts: readonly string[]): Uri {
    return new Uri({ scheme, path: posix.join(path, ...parts) });
  }

  toString(): string {
    const query = this.query === "" ? "" : `?${encodeURIComponent(this.query)}`;
    return `${this.scheme}:${this.scheme === "file" ? "//" : ""}${this.path.split("/").map(encodeURIComponent).join("/")}${query}`;
  }
}

export class EventEmitter<Value> {
  readonly #listeners = new Set<(value: Value) => void>();
  readonly event = (listener: (value: Value) => void) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: Value): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class ThemeIcon {
  readonly id: string;
  readonly color: unknown;
  constructor(id: string, color?: unknown) {
    this.id = id;
    this.color = color;
  }
}

export class ThemeColor {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

export class TreeItem {
  readonly label: string;
  constructor(label: string) {
    this.label = label;
  }
}

export class MarkdownString {
  value: string;
  constructor(value = "") {
    this.value = value;
  }

  /** As VS Code does it. */
  appendText(text: string): this {
    this.value += text
      .replace(/[\\`*_{}[\]()#+\-!~]/g, "\\$&")
      .replace(/([ \t]+)/g, (_, blanks: string) => "&nbsp;".repeat(blanks.length))
      .replace(/>/gm, "\\>")
      .replace(/\n/g, "\n\n");
    return this;
  }
}

export class TestMessage {
  readonly message: string | MarkdownString;
  location: unknown;
  constructor(message: string | MarkdownString) {
    this.message = message;
  }
}

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number) {
    this.start = new Position(startLine, startCharacter);
    this.end = new Position(endLine, endCharacter);
  }
}

export class Location {
  readonly uri: Uri;
  readonly range: Range;
  constructor(uri: Uri, range: Range) {
    this.uri = uri;
    this.range = range;
  }
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;
export const QuickPickItemKind = { Separator: -1, Default: 0 } as const;
export const ProgressLocation = { Notification: 15 } as const;

export const StatusBarAlignment = { Left: 1, Right: 2 } as const;
export const DiagnosticSeverity = { Error: 0 } as const;

/** What a person answers to the next questions, in their order; undefined gives up. */
export const answers: ((items: readonly unknown[]) => unknown)[] = [];

export class FileSystemError extends Error {
  readonly code = "FileNotFound";
}

export const UIKind = { Desktop: 1, Web: 2 } as const;

export const window = {
  showQuickPick: (items: readonly unknown[], options: unknown) => {
    handed.push({ what: "pick", args: [items, options] });
    return Promise.resolve(answers.shift()?.(items));
  },
  showInputBox: remember("input"),
  setStatusBarMessage: remember("status"),
  withProgress: (options: unknown, work: (progress: unknown, token: unknown) => Promise<unknown>) => {
    handed.push({ what: "progress", args: [options] });
    return work({ report: remember("progress") }, { onCancellationRequested: () => ({ dispose: () => undefined }) });
  },
  showErrorMessage: remember("error"),
  showWarningMessage: remember("warning"),
  showInformationMessage: remember("information"),
  createOutputChannel: () => ({
    info: remember("output"),
    warn: remember("output"),
    error: remember("output"),
    show: () => undefined,
  }),
};

export const commands = {
  executeCommand: remember("command"),
  registerCommand: () => ({ dispose: () => undefined }),
};

/** The files of the workspace by their addresses; a test puts them there. */
export const storedFiles = new Map<string, string | Uint8Array>();

async function bytesOf(uri: Uri): Promise<Uint8Array> {
  const stored = storedFiles.get(uri.toString());
  if (stored === undefined) throw new FileSystemError();
  return Buffer.from(stored);
}

/** What VS Code's search for files answers, or throws; a test says how it goes. */
let search: (folder: Uri) => Promise<readonly Uri[]> = async () => [];

export function setSearch(find: typeof search): void {
  search = find;
}

export class RelativePattern {
  readonly baseUri: Uri;
  readonly pattern: string;
  constructor(baseUri: Uri, pattern: string) {
    this.baseUri = baseUri;
    this.pattern = pattern;
  }
}

export class CancellationError extends Error {}

export class LanguageModelTextPart {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

export class LanguageModelToolResult {
  readonly content: readonly unknown[];
  constructor(content: readonly unknown[]) {
    this.content = content;
  }
}

export const FileType = { File: 1, Directory: 2, SymbolicLink: 64 } as const;

/** Undefined in an editor without language models. */
export let lm: { registerTool(name: string, tool: unknown): { dispose(): void } } | undefined;

export function setLanguageModels(models: typeof lm): void {
  lm = models;
}

export const workspace = {
  textDocuments: [] as unknown[],
  workspaceFolders: undefined as readonly { readonly uri: Uri }[] | undefined,
  fs: {
    stat: async (uri: Uri) => ({ type: FileType.File, size: (await bytesOf(uri)).length, mtime: 1 }),
    readFile: bytesOf,
    writeFile: async (uri: Uri, bytes: Uint8Array) => void storedFiles.set(uri.toString(), bytes),
    createDirectory: async () => undefined,
    readDirectory: async (folder: Uri) => {
      const inside = `${folder.toString().replace(/\/$/, "")}/`;
      const names = [...storedFiles.keys()].flatMap((name) =>
        name.startsWith(inside) ? [name.slice(inside.length)] : [],
      );
      if (names.length === 0) throw new Error("EACCES");
      return [...new Map(names.map((name) => [name.split("/")[0] ?? "", name.includes("/")]))].map(
        ([name, isFolder]) => [name, isFolder ? FileType.Directory : FileType.File] as const,
      );
    },
  },
  findFiles: (pattern: RelativePattern) => search(pattern.baseUri),
  getConfiguration: () => ({ get: (_name: string, fallback: unknown) => fallback }),
  onDidChangeConfiguration: () => ({ dispose: () => undefined }),
  registerTextDocumentContentProvider: () => ({ dispose: () => undefined }),
  asRelativePath: (uri: Uri) => uri.path,
  isTrusted: true,
};

export const env = { language: "en", uiKind: UIKind.Desktop, openExternal: remember("external") };
