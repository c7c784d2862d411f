// The files of the editor and of the disk, and the snapshot made of them. A change makes the next snapshot; whoever
// asks gets the newest.

import { createSnapshot, type Language, type Snapshot } from "@lkcluster/core/ide/snapshot.ts";
import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";
import { type CheckSettings, settingsFileName } from "@lkcluster/core/rules/settings.ts";
import { resolveFrom } from "@lkcluster/core/text/filePath.ts";
import type { EditorFiles } from "./editorFiles.ts";
import type { Files } from "./machine.ts";
import { normalUri } from "./uri.ts";

interface OpenFile extends SourceFile {
  /** As the editor spells it. */
  readonly uri: string;
  readonly language: Language;
}

export class Workspace {
  readonly #onDisk: Files | undefined;
  readonly #inEditor: EditorFiles;
  readonly #open = new Map<string, OpenFile>();
  readonly #disk = new Map<string, SourceFile | undefined>();
  readonly #found = new Set<string>();
  #settings: CheckSettings = {};
  #snapshot: Snapshot | undefined;
  #previous: Snapshot | undefined;
  #versions = 0;

  constructor(onDisk: Files | undefined, inEditor: EditorFiles) {
    this.#onDisk = onDisk;
    this.#inEditor = inEditor;
  }

  /** Something that the snapshot would read is on its way. */
  get isWaiting(): boolean {
    return this.#inEditor.isWaiting;
  }

  get snapshot(): Snapshot {
    this.#snapshot ??= createSnapshot(
      { files: this.#files, clusterFiles: this.clusterFiles, settings: this.#settings },
      this.#previous,
    );
    return this.#snapshot;
  }

  /** Open or found on the disk, in a fixed order. */
  get clusterFiles(): readonly string[] {
    const open = [...this.#open.values()].filter(({ language }) => language === "cluster").map(({ file }) => file);
    return [...new Set([...open, ...this.#found])].sort();
  }

  get openFiles(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The parameter files that clusters name, whether they exist or not. */
  get parameterFiles(): readonly string[] {
    const { snapshot } = this;
    return [...new Set(this.clusterFiles.flatMap((file) => snapshot.model(file).cluster?.defaultsFile ?? []))];
  }

  /** Everything beside the cluster files that counts for them, wherever it lies: settings only beside what is open. */
  get filesBeside(): readonly string[] {
    const open = [...this.#open.values()].filter(({ language }) => language === "cluster");
    return [...this.parameterFiles, ...open.map(({ file }) => resolveFrom(file, settingsFileName))];
  }

  put(uri: string, languageId: string, text: string): void {
    const file = normalUri(uri);
    const language = languageOf(file, languageId);
    this.#open.set(file, { uri, file, language, text, version: ++this.#versions });
    this.#changed();
  }

  close(uri: string): void {
    const file = normalUri(uri);
    this.#open.delete(file);
    this.#disk.delete(file);
    this.#changed();
  }

  /** A file appeared, changed or went away on the disk. False when that is nothing to us. */
  refresh(uri: string, exists: boolean): boolean {
    const file = normalUri(uri);
    this.#filesOf(file)?.forget(file);
    const isKnown = exists ? this.#disk.delete(file) : this.#forget(file);
    const fresh = exists ? this.#clusterFilesAt(file).filter((each) => !this.#found.has(each)) : [];
    for (const each of fresh) this.#found.add(each);
    const concerns = isKnown || fresh.length > 0 || (exists && this.#misses(file));
    if (concerns) this.#changed();
    return concerns;
  }

  /** True when something that was looked for in vain may have come with this folder. */
  #misses(folder: string): boolean {
    const missed = [...this.#disk].filter(([file, source]) => source === undefined && file.startsWith(`${folder}/`));
    for (const [file] of missed) this.#disk.delete(file);
    return missed.length > 0;
  }

  /** A file, or a folder with all that lay in it: editors say nothing about what a folder takes along. */
  #forget(gone: string): boolean {
    const lay = (file: string): boolean => file === gone || file.startsWith(`${gone}/`);
    const found = [...this.#found].filter(lay);
    const read = [...this.#disk.keys()].filter(lay);
    for (const file of found) this.#found.delete(file);
    for (const file of read) this.#disk.delete(file);
    return found.length + read.length > 0;
  }

  /** The editor has read what it was asked for. */
  arrived(file: string): void {
    this.#disk.delete(file);
    this.#changed();
  }

  isFolder(uri: string): boolean {
    const file = normalUri(uri);
    return this.#filesOf(file)?.isFolder(file) === true;
  }

  /** Finds the cluster files below folders, now or later, and knows them when `found` is called. */
  search(uris: readonly string[], found: () => void): void {
    const folders = uris.map((uri) => normalUri(uri.replace(/\/$/, "")));
    for (const files of [this.#onDisk, this.#inEditor]) {
      const reached = folders.filter((folder) => this.#filesOf(folder) === files);
      if (reached.length === 0) continue;
      files?.search(reached, (all) => {
        this.#addFound(all);
        found();
      });
    }
  }

  #addFound(files: readonly string[]): void {
    for (const file of files) this.#found.add(file);
    this.#changed();
  }

  setSettings(settings: CheckSettings): void {
    this.#settings = settings;
    this.#changed();
  }

  languageOf(uri: string): Language {
    const file = normalUri(uri);
    return this.#open.get(file)?.language ?? (file.endsWith(".lk") ? "cluster" : "defaults");
  }

  /** A file's URI in the spelling of the editor. */
  uriOf(file: string): string {
    return this.#open.get(file)?.uri ?? file;
  }

  readonly #files: FileSet = {
    read: (file) => this.#open.get(file) ?? this.#fromDisk(file),
    list: (folder) => this.#filesOf(folder)?.listFolder(folder) ?? [],
  };

  /** Who can say something about this file. */
  #filesOf(file: string): Files | undefined {
    return [this.#onDisk, this.#inEditor].find((files) => files?.reaches(file));
  }

  /** The file itself, or those in the folder. */
  #clusterFilesAt(file: string): readonly string[] {
    if (file.endsWith(".lk")) return [file];
    // As when a workspace is searched: nobody keeps clusters there, and an installation makes thousands of folders.
    if (/\/node_modules(?:\/|$)|\/\.[^/]*$/.test(file)) return [];
    return this.#filesOf(file)?.clusterFilesBelow(file) ?? [];
  }

  #fromDisk(file: string): SourceFile | undefined {
    if (this.#disk.has(file)) return this.#disk.get(file);
    const text = this.#filesOf(file)?.readText(file);
    const source = text === undefined ? undefined : { file, text, version: ++this.#versions };
    this.#disk.set(file, source);
    return source;
  }

  #changed(): void {
    this.#previous = this.#snapshot ?? this.#previous;
    this.#snapshot = undefined;
  }
}

/** Editors name languages in their own ways; where the id is none of ours, the name of the file decides. */
function languageOf(file: string, languageId: string): Language {
  if (languageId === "lifekeeper-cluster") return "cluster";
  return languageId !== "lifekeeper-defaults" && file.endsWith(".lk") ? "cluster" : "defaults";
}
