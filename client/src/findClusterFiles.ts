// The cluster files of the workspace. VS Code's search finds them; where it fails (its program is missing, or forbidden),
// or knows nothing of the kind of workspace, the folders are read one by one.

import * as vscode from "vscode";
import { output } from "./output.ts";

/** More files than anybody has clusters: a folder of everything must not stop the editor. */
const filesMax = 500;
/** Each is a question to whoever keeps the workspace. */
const foldersMax = 500;

export async function findClusterFiles(): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = (await Promise.all(folders.map(({ uri }) => findClusterFilesBelow(uri)))).flat();
  // One folder of the workspace may lie in another.
  return [...new Map(found.map((uri) => [uri.toString(), uri])).values()].slice(0, filesMax);
}

export async function findClusterFilesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, "**/*.lk");
  try {
    const found = await vscode.workspace.findFiles(pattern, "**/node_modules/**", filesMax);
    // A disk is always searched; of another workspace an empty answer may mean that nobody could.
    if (found.length > 0 || folder.scheme === "file") return found;
  } catch (error) {
    output().warn(`VS Code's search for files failed, so the folders are read one by one: ${String(error)}`);
  }
  return await lookThrough(folder);
}

async function lookThrough(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const waiting = [root];
  for (let looked = 0; looked < foldersMax && found.length < filesMax; looked++) {
    const folder = waiting.shift();
    if (folder === undefined) break;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory && name !== "node_modules" && !name.startsWith(".")) waiting.push(uri);
      if ((type & vscode.FileType.File) !== 0 && name.endsWith(".lk")) found.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // One that cannot be read holds nothing that could be checked.
    return [];
  }
}
