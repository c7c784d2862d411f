// The editor that `npm start` opens: the `code` that is installed, else VS Code's own server for a browser.

import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { endGroup, spawnGroup } from "../childProcess.ts";
import { projectRoot } from "../projectRoot.ts";
import { stageExtension } from "../stagedExtension.ts";
import { prepareCodeServer } from "../testHost/codeServer.ts";
import { type EditorSettings, writeEditorSettings } from "../testHost/editorSettings.ts";
import { startVscodeServer } from "../testHost/vscodeServer.ts";

export interface OpenEditor {
  /** Undefined for the desktop program, which has opened its own window. */
  readonly url: string | undefined;
  stop(): Promise<void>;
}

export interface EditorWish {
  /** Settings and extensions of this editor; the user's own VS Code is left alone. */
  readonly dataFolder: string;
  readonly workspace: string;
  readonly settings: EditorSettings;
  /** The cluster file with which an editor without any open file begins. */
  readonly tour: string;
  /** 0 picks a free one. */
  readonly port: number;
}

export async function openEditor(wish: EditorWish): Promise<OpenEditor> {
  const code = findCode();
  return code === undefined ? await openInBrowser(wish) : openDesktop(code, wish);
}

/** A graphical `code`; the one inside a remote terminal opens a window elsewhere, which cannot see our folder. */
function findCode(): string | undefined {
  const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
  if (!hasDisplay) return undefined;
  const name = process.platform === "win32" ? "code.cmd" : "code";
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        // Not in this folder.
        return false;
      }
    });
}

function openDesktop(code: string, { dataFolder, workspace, settings, tour }: EditorWish): OpenEditor {
  const userFolder = join(dataFolder, "desktop");
  mkdirSync(join(userFolder, "User"), { recursive: true });
  writeFileSync(join(userFolder, "User/settings.json"), `${JSON.stringify(settings, undefined, 2)}\n`);
  const child = spawnGroup(
    code,
    [
      ...["--new-window", "--wait", "--skip-welcome", "--disable-workspace-trust"],
      `--user-data-dir=${userFolder}`,
      `--extensionDevelopmentPath=${projectRoot}`,
      workspace,
    ],
    // On Windows `code` is a script for the command interpreter.
    { stdio: "ignore", shell: process.platform === "win32", env: withTour(tour) },
  );
  return { url: undefined, stop: () => endGroup(child) };
}

/** The extension reads it: client/src/node/tourAtStart.ts. */
function withTour(file: string): NodeJS.ProcessEnv {
  return { ...process.env, LKCLUSTER_TOUR: file };
}

async function openInBrowser({ dataFolder, workspace, settings, port, tour }: EditorWish): Promise<OpenEditor> {
  const { vscodeFolder } = await prepareCodeServer();
  writeEditorSettings(dataFolder, settings);
  installExtension(dataFolder);
  const server = await startVscodeServer({ vscodeFolder, dataFolder, env: withTour(tour), port, forTests: false });
  const query = new URLSearchParams({ tkn: server.token, folder: workspace });
  return { url: `http://127.0.0.1:${server.port}/?${query}`, stop: () => server.stop() };
}

/** As if from the marketplace, in the version of this checkout. */
function installExtension(dataFolder: string): void {
  // Our own manifest.
  const { publisher, name, version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const folder = join(dataFolder, "extensions");
  // The editor's list of extensions from an earlier start may name another version.
  rmSync(join(folder, "extensions.json"), { force: true });
  stageExtension(join(folder, `${publisher}.${name}-${version}`));
}
