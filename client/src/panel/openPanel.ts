// One open simulator panel: documents out, requests in. Lives as long as its web view.

import { unreachable } from "@lkcluster/core/assert.ts";
import { visibleLine } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { currentLocale, inUserLanguage, onLanguageChange } from "../language.ts";
import { Newest } from "../newest.ts";
import { notify } from "../notify.ts";
import { guarded } from "../output.ts";
import { withFiles } from "../workspaceFiles.ts";
import { documentsFor } from "./documents.ts";
import { panelHtml } from "./panelHtml.ts";
import { type PanelSettings, type Shown, type ToHost, type ToPanel, usualSettings } from "./protocol.ts";

export const panelType = "lifekeeper.simulator";

/** Typing sends one message for several key strokes. */
const quietMs = 120;

export class OpenPanel {
  private readonly panel: vscode.WebviewPanel;
  private readonly clusterFile: vscode.Uri;
  private readonly newest = new Newest();
  private readonly subscriptions: vscode.Disposable[] = [];
  private watchers: readonly vscode.Disposable[] = [];
  private watched: ReadonlySet<string> = new Set();
  private versions: ReadonlyMap<string, number> = new Map();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listening = false;
  private waiting: Shown | undefined;

  constructor(panel: vscode.WebviewPanel, clusterFile: vscode.Uri, extension: vscode.Uri) {
    this.panel = panel;
    this.clusterFile = clusterFile;
    const root = vscode.Uri.joinPath(extension, "dist", "webview");
    panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
    panel.title = simulatorTitle(clusterFile);
    const media = vscode.Uri.joinPath(extension, "client", "media");
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, "simulator-light.svg"),
      dark: vscode.Uri.joinPath(media, "simulator-dark.svg"),
    };
    this.subscriptions.push(
      // A hidden web view is gone, and says that it is ready when it comes back.
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.listening = false;
      }),
      panel.webview.onDidReceiveMessage((message: ToHost) => guarded("panel", () => this.receive(message))),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document.uri)),
      vscode.workspace.onDidCloseTextDocument((document) => this.changed(document.uri)),
      vscode.workspace.onDidOpenTextDocument((document) => this.changed(document.uri)),
      onLanguageChange(() => this.send()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("lifekeeper.proofs", this.clusterFile)) this.send();
      }),
    );
    panel.webview.html = panelHtml({
      locale: currentLocale(),
      cspSource: panel.webview.cspSource,
      nonce: crypto.randomUUID(),
      script: panel.webview.asWebviewUri(vscode.Uri.joinPath(root, "panel.js")).toString(),
      codicons: panel.webview.asWebviewUri(vscode.Uri.joinPath(root, "codicon.css")).toString(),
      clusterFile: clusterFile.toString(),
    });
  }

  reveal(shown: Shown | undefined): void {
    if (!this.panel.visible) this.panel.reveal();
    if (shown === undefined) return;
    if (this.listening) this.post({ kind: "show", what: shown });
    else this.waiting = shown;
  }

  close(): void {
    this.panel.dispose();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of [...this.subscriptions, ...this.watchers]) subscription.dispose();
  }

  private changed(uri: vscode.Uri): void {
    if (!this.watched.has(uri.toString())) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), quietMs);
  }

  private send(): void {
    if (this.listening) void guarded("panel", () => this.sendDocuments());
  }

  private async sendDocuments(): Promise<void> {
    const clusterFile = this.clusterFile.toString();
    const isNewest = this.newest.begin(clusterFile);
    const { documents, watched } = await withFiles((files) => documentsFor(files, clusterFile));
    if (!this.listening || !isNewest()) return;
    this.versions = new Map(documents.map(({ file, version }) => [file, version]));
    this.watch(watched);
    this.post({ kind: "documents", locale: currentLocale(), clusterFile, documents, settings: this.settings() });
  }

  private settings(): PanelSettings {
    const proofs = vscode.workspace.getConfiguration("lifekeeper.proofs", this.clusterFile);
    return {
      ...usualSettings,
      provesUnasked: proofs.get<boolean>("whileTyping", usualSettings.provesUnasked),
      proofStatesMax: proofs.get<number>("statesMax", usualSettings.proofStatesMax),
    };
  }

  /** What changes outside the editor is noticed too. */
  private watch(files: readonly string[]): void {
    if (files.length === this.watched.size && files.every((file) => this.watched.has(file))) return;
    this.watched = new Set(files.map((file) => vscode.Uri.parse(file).toString()));
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = files.map((file) => {
      const uri = vscode.Uri.parse(file);
      const slash = uri.path.lastIndexOf("/");
      const folder = uri.with({ path: uri.path.slice(0, slash) || "/" });
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, uri.path.slice(slash + 1)),
      );
      const react = (): void => this.changed(uri);
      watcher.onDidChange(react);
      watcher.onDidCreate(react);
      watcher.onDidDelete(react);
      return watcher;
    });
  }

  private post(message: ToPanel): void {
    // Resolves to false when the panel is gone meanwhile; then nobody needs the message.
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: ToHost): Promise<void> {
    switch (message.kind) {
      case "ready":
        this.listening = true;
        await this.sendDocuments();
        if (this.waiting !== undefined) this.post({ kind: "show", what: this.waiting });
        this.waiting = undefined;
        return;
      case "reveal":
        return await this.revealSpan(message);
      case "edit":
        return await this.edit(message);
      case "copy":
        return await vscode.env.clipboard.writeText(message.text);
      case "save":
        return await this.save(message);
      default:
        return unreachable(message, "a message of the panel that the host does not know");
    }
  }

  private async revealSpan({ file, span }: Extract<ToHost, { kind: "reveal" }>): Promise<void> {
    if (!this.versions.has(file)) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const column = open?.viewColumn ?? otherColumn(this.panel.viewColumn);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private async edit({ edits, versions }: Extract<ToHost, { kind: "edit" }>): Promise<void> {
    // Before anything is opened: an open document counts its versions anew.
    if (edits.some(({ file }) => !this.versions.has(file))) return;
    const isStale = await withFiles(({ read }) => edits.some(({ file }) => read(file)?.version !== versions[file]));
    if (isStale) {
      // The text moved on while the panel thought: its places no longer mean anything.
      this.send();
      await notify.warning(
        inUserLanguage({
          en: "The file changed meanwhile; nothing was written. Try again.",
          ja: "ファイルがその間に変更されたため、何も書き込みませんでした。もう一度お試しください。",
        }),
      );
      return;
    }
    const change = new vscode.WorkspaceEdit();
    for (const { file, span, newText } of edits) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      change.replace(document.uri, range, newText);
    }
    await vscode.workspace.applyEdit(change);
    const [first] = edits;
    if (first === undefined) return;
    await this.revealSpan({
      kind: "reveal",
      file: first.file,
      span: { start: first.span.start + leadingSpace(first.newText), end: first.span.start + first.newText.length },
    });
  }

  private async save({ name, encoding, content }: Extract<ToHost, { kind: "save" }>): Promise<void> {
    const folder = vscode.Uri.joinPath(this.clusterFile, "..");
    const target = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(folder, name) });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, bytesOf(content, encoding));
  }
}

function bytesOf(content: string, encoding: "utf-8" | "base64"): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

/** Told apart from the editor of the file, which stands beside it. */
export function simulatorTitle(clusterFile: vscode.Uri): string {
  const name = visibleLine(clusterFile.path.slice(clusterFile.path.lastIndexOf("/") + 1));
  return inUserLanguage({ en: `Simulator: ${name}`, ja: `シミュレーター: ${name}` });
}

function otherColumn(own: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return own === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
