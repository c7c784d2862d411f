// Files that the editor reads for us: all of them in a browser, those of virtual workspaces elsewhere. What is asked for
// is there a moment later, which `arrived` tells; until then it counts as missing, or as what it last was.

import type { FolderEntry } from "@lkcluster/core/model/fileSet.ts";
import type { Files } from "./machine.ts";
import { isPlaced, normalUri } from "./uri.ts";

/** What an editor answers that says `readsFiles` at the start. */
const requests = {
  /** `{ uri }`: the text; null when there is none, when it is too large, or when it is not UTF-8. */
  read: "lifekeeper/readFile",
  /** `{ uri }`: `[{ name, isFolder }]`. */
  list: "lifekeeper/listFolder",
  /** `{ uris }`, of folders: the URIs of the cluster files below them. */
  find: "lifekeeper/findClusterFiles",
} as const;

type Ask = (method: string, params: unknown) => Promise<unknown>;

export class EditorFiles implements Files {
  readonly #ask: Ask;
  readonly #texts: Fetched<string | undefined>;
  readonly #folders: Fetched<readonly FolderEntry[]>;
  /** Whether the editor answers. */
  isUnderstood = false;

  /** `arrived`: something that was asked for is here. */
  constructor(ask: Ask, arrived: (uri: string) => void) {
    this.#ask = ask;
    const asking = (method: string) => (uri: string) => ask(method, { uri });
    this.#texts = new Fetched(asking(requests.read), textOf, arrived);
    this.#folders = new Fetched(asking(requests.list), entriesOf, arrived);
  }

  /** A text was asked for of which nothing is known yet. */
  get isWaiting(): boolean {
    return this.#texts.isWaiting;
  }

  reaches(uri: string): boolean {
    return this.isUnderstood && isPlaced(uri);
  }

  readText(uri: string): string | undefined {
    return this.#texts.get(uri);
  }

  listFolder(uri: string): readonly FolderEntry[] {
    return this.#folders.get(uri) ?? [];
  }

  isFolder(): boolean {
    return false;
  }

  /** Nothing at once; of what is made in a virtual workspace, the editor tells file by file. */
  clusterFilesBelow(): readonly string[] {
    return [];
  }

  search(uris: readonly string[], found: (files: readonly string[]) => void): void {
    this.#ask(requests.find, { uris })
      .then((answer) => found(textsIn(answer).map(normalUri)))
      // An editor that is going away has no files.
      .catch(() => undefined);
  }

  forget(uri: string): void {
    this.#texts.forget(uri);
    this.#folders.forget(uri);
    this.#folders.forget(uri.slice(0, uri.lastIndexOf("/")));
  }
}

/** What was fetched, by URI. */
class Fetched<T> {
  readonly #ask: (uri: string) => Promise<unknown>;
  readonly #understand: (answer: unknown) => T;
  readonly #arrived: (uri: string) => void;
  readonly #known = new Map<string, T>();
  /** What counts as it was read, until something tells of a change. */
  readonly #current = new Set<string>();
  /** The newest question about each; answers to older ones come too late. */
  readonly #underWay = new Map<string, symbol>();

  constructor(
    ask: (uri: string) => Promise<unknown>,
    understand: (answer: unknown) => T,
    arrived: (uri: string) => void,
  ) {
    this.#ask = ask;
    this.#understand = understand;
    this.#arrived = arrived;
  }

  get isWaiting(): boolean {
    return [...this.#underWay.keys()].some((uri) => !this.#known.has(uri));
  }

  get(uri: string): T | undefined {
    if (!this.#current.has(uri) && !this.#underWay.has(uri)) this.#fetch(uri);
    return this.#known.get(uri);
  }

  /** It, and everything below it. */
  forget(gone: string): void {
    for (const uri of [...this.#current, ...this.#underWay.keys()]) {
      if (uri !== gone && !uri.startsWith(`${gone}/`)) continue;
      this.#current.delete(uri);
      this.#underWay.delete(uri);
    }
  }

  #fetch(uri: string): void {
    const question = Symbol(uri);
    this.#underWay.set(uri, question);
    this.#ask(uri)
      // One that does not answer has no such file.
      .catch(() => undefined)
      .then((answer) => {
        if (this.#underWay.get(uri) !== question) return;
        this.#underWay.delete(uri);
        this.#current.add(uri);
        this.#known.set(uri, this.#understand(answer));
        this.#arrived(uri);
      });
  }
}

function textOf(answer: unknown): string | undefined {
  return typeof answer === "string" ? answer : undefined;
}

function entriesOf(answer: unknown): readonly FolderEntry[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((entry: unknown): readonly FolderEntry[] => {
    if (typeof entry !== "object" || entry === null || !("name" in entry) || typeof entry.name !== "string") return [];
    return [{ name: entry.name, isFolder: "isFolder" in entry && entry.isFolder === true }];
  });
}

function textsIn(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.filter((each): each is string => typeof each === "string") : [];
}
