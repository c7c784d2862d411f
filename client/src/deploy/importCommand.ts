// *Import Cluster…*: reads running nodes over ssh and writes the cluster file they amount to.

import { importCluster } from "@lkcluster/core/adopt/importCluster.ts";
import { standardParameterFile } from "@lkcluster/core/model/lowerNodes.ts";
import { describeFailure } from "@lkcluster/deploy/failure.ts";
import { readSource } from "@lkcluster/deploy/readSource.ts";
import * as vscode from "vscode";
import { askName, chooseParent, openNewCluster } from "../commands/clusterFolder.ts";
import { currentLocale, inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";
import { output } from "../output.ts";
import { connectionsFor } from "./connections.ts";
import { mayConnect } from "./deployableCluster.ts";
import { withProgress } from "./withProgress.ts";

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
    Promise.all(destinations.map((ssh) => readSource(hosts, ssh, standardParameterFile, signal))),
  );
  const read = nodes.flatMap((node) => ("kind" in node ? [] : [node]));
  const failures = nodes.flatMap((node) => ("kind" in node ? [describeFailure(node)] : []));
  const made = importCluster(name, read, currentLocale());
  // Half a cluster would look like a whole one.
  const reasons = failures.length > 0 ? failures : made.kind === "refused" ? made.reasons : [];
  for (const reason of reasons) void notify.error(inUserLanguage(reason));
  if (reasons.length > 0 || made.kind === "refused") return;
  const { cluster, parameters, notes } = made;
  for (const note of notes) output().warn(inUserLanguage(note));
  await openNewCluster({
    parent,
    name,
    cluster,
    parameters: parameters === undefined ? undefined : { path: "etc/default/LifeKeeper", text: parameters },
  });
  if (notes.length > 0) void notify.warning(notes.map(inUserLanguage).join(" "));
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
