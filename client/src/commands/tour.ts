// *Take the Tour*: a sample with the simulator beside it, which leads through its first scenario in some key presses.

import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import * as vscode from "vscode";
import type { Shown } from "../panel/protocol.ts";
import { copySample } from "./openSamples.ts";

const sample = "aws-hulft";

export async function takeTour(context: vscode.ExtensionContext): Promise<void> {
  // Not among the user's own files, and not in the extension either: whoever breaks it may.
  const folder = vscode.Uri.joinPath(context.globalStorageUri, "tour", sample);
  await copySample(context, sample, folder, { overwrite: true });
  await showTour(vscode.Uri.joinPath(folder, "hulft.lk"));
}

export async function showTour(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
  const { scenarios } = parseCluster(uri.toString(), document.getText()).tree;
  const title = scenarios[0]?.title?.value;
  const shown: Shown | undefined = title === undefined ? undefined : { kind: "scenario", title, asTour: true };
  await vscode.commands.executeCommand("lifekeeper.openSimulator", uri, shown);
}
