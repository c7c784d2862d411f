// *Import Cluster…*: reads running nodes over ssh and writes the cluster file they amount to.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type ImportedNode, importCluster } from "@lkcluster/core/plan/importCluster.ts";
import { describeFailure, isFailure } from "@lkcluster/deploy/failure.ts";
import type { Hosts } from "@lkcluster/deploy/host.ts";
import * as vscode from "vscode";
import { askName, chooseParent, openNewCluster } from "../commands/clusterFolder.ts";
import { inUserLanguage } from "../language.ts";
import { output } from "../output.ts";
import { connectionsFor } from "./connections.ts";
import { mayConnect } from "./deployableCluster.ts";
import { withoutLinks } from "./withoutLinks.ts";
import { withProgress } from "./withProgress.ts";

const parameterFile = "/etc/default/LifeKeeper";

export async function importRunning(): Promise<void> {
  if (!mayConnect()) return;
  const parent = await chooseParent();
  if (parent === undefined) return;
  const destinations = await askDestinations();
  if (destinations === undefined) return;
  const name = await askName(
    parent,
    inUserLanguage({ en: "What is the cluster called?", ja: "クラスターの名前は何ですか" }),
  );
  if (name === undefined) return;
  const { hosts } = connectionsFor(vscode.Uri.joinPath(parent, name, `${name}.lk`));
  const title = inUserLanguage({ en: "Reading the nodes", ja: "ノードを読み取っています" });
  const nodes = await withProgress(title, ({ signal }) =>
    Promise.all(destinations.map((ssh) => readNode(hosts, ssh, signal))),
  );
  const read = nodes.filter((node): node is ImportedNode => "status" in node);
  const failures = nodes.filter((node): node is Localized => !("status" in node));
  for (const failure of failures) void vscode.window.showErrorMessage(withoutLinks(inUserLanguage(failure)));
  // Half a cluster would look like a whole one.
  if (failures.length > 0) return;
  const { cluster, parameters, notes } = importCluster(name, read);
  for (const note of notes) output().warn(inUserLanguage(note));
  await openNewCluster({
    parent,
    name,
    cluster,
    parameters: parameters === undefined ? undefined : { path: "etc/default/LifeKeeper", text: parameters },
  });
  if (notes.length > 0) void vscode.window.showWarningMessage(notes.map(inUserLanguage).join(" "));
}

function askDestinations(): Promise<readonly string[] | undefined> {
  const split = (text: string): readonly string[] => text.split(/[\s,、]+/).filter((part) => part !== "");
  const asked = vscode.window.showInputBox({
    title: inUserLanguage({ en: "Import Cluster: which nodes?", ja: "クラスターの取り込み: どのノードですか" }),
    prompt: inUserLanguage({
      en: "What you would type after 'ssh', all nodes of the cluster, separated by commas.",
      ja: "'ssh' の後に入力する名前を、クラスターの全ノードについてカンマで区切って入力します。",
    }),
    placeHolder: "node1, root@node2, 192.0.2.13",
    ignoreFocusOut: true,
    validateInput: (text) =>
      split(text).length > 0
        ? undefined
        : inUserLanguage({ en: "Name at least one node.", ja: "ノードを 1 つ以上入力してください。" }),
  });
  return Promise.resolve(asked).then((text) => (text === undefined ? undefined : split(text)));
}

async function readNode(hosts: Hosts, ssh: string, signal: AbortSignal): Promise<ImportedNode | Localized> {
  const connection = await hosts({ node: ssh, ssh, file: parameterFile }).connect(signal);
  if (isFailure(connection)) return describeFailure(connection);
  try {
    const answer = await connection.request({ kind: "read" });
    if (isFailure(answer)) return describeFailure(answer);
    const { target, status, lifekeeperName } = answer.facts;
    return {
      name: lifekeeperName === undefined || lifekeeperName === "" ? ssh : lifekeeperName,
      ssh,
      status: status ?? "",
      parameters: target.kind === "file" ? target.content : undefined,
    };
  } finally {
    await connection.close();
  }
}
