// Asks for platform, nodes and storage, and writes a cluster file with scenarios and proofs that starts from there.

import { type NewClusterData, writeNewCluster } from "@lkcluster/core/ide/newCluster.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Platform } from "@lkcluster/core/model/cluster.ts";
import * as vscode from "vscode";
import { currentLocale, inUserLanguage } from "../language.ts";
import { askName, chooseParent, openNewCluster } from "./clusterFolder.ts";

const clusterName: Localized = { en: "What is the cluster called?", ja: "クラスターの名前は何ですか" };

const platforms: readonly { readonly value: Platform; readonly label: Localized }[] = [
  { value: "physical", label: { en: "Physical servers", ja: "物理サーバー" } },
  { value: "vmware", label: { en: "VMware", ja: "VMware" } },
  { value: "aws", label: { en: "Amazon Web Services", ja: "Amazon Web Services" } },
  { value: "azure", label: { en: "Microsoft Azure", ja: "Microsoft Azure" } },
  { value: "gcp", label: { en: "Google Cloud", ja: "Google Cloud" } },
  { value: "oci", label: { en: "Oracle Cloud Infrastructure", ja: "Oracle Cloud Infrastructure" } },
];

const storages: readonly { readonly value: NewClusterData; readonly label: Localized; readonly detail: Localized }[] = [
  {
    value: "mirror",
    label: { en: "Replicated disks (DataKeeper)", ja: "レプリケーション（DataKeeper）" },
    detail: {
      en: "Each node has its own disk; changes are sent over.",
      ja: "各ノードが自分のディスクを持ち、変更を転送します。",
    },
  },
  {
    value: "shared",
    label: { en: "A shared disk", ja: "共有ディスク" },
    detail: { en: "All nodes can access the same disk.", ja: "すべてのノードが同じディスクに接続します。" },
  },
  {
    value: "none",
    label: { en: "No data", ja: "データなし" },
    detail: { en: "Only an application moves.", ja: "アプリケーションだけが移動します。" },
  },
];

/** The most nodes a cluster may have, witness-only ones included. */
const nodesMax = 32;

/** In the folder that it was called on, or where the user says. */
export async function newCluster(folder: unknown): Promise<void> {
  const parent = folder instanceof vscode.Uri ? folder : await chooseParent();
  if (parent === undefined) return;
  const name = await askName(parent, stepTitle(clusterName, 1));
  if (name === undefined) return;
  const platform = await pick({ en: "Where do the nodes run?", ja: "ノードはどこで動きますか" }, platforms, 2);
  if (platform === undefined) return;
  const nodes = await askNodes();
  if (nodes === undefined) return;
  const data = await pick(
    { en: "Where does the protected data lie?", ja: "保護するデータはどこに置きますか" },
    storages,
    4,
  );
  if (data === undefined) return;
  const { cluster, defaults, defaultsPath } = writeNewCluster({ name, platform, nodes, data }, currentLocale());
  await openNewCluster({ parent, name, cluster, parameters: { path: defaultsPath, text: defaults } });
}

async function pick<T>(
  title: Localized,
  choices: readonly { readonly value: T; readonly label: Localized; readonly detail?: Localized }[],
  step: number,
): Promise<T | undefined> {
  const items = choices.map(({ value, label, detail }) => ({
    label: inUserLanguage(label),
    ...(detail === undefined ? {} : { detail: inUserLanguage(detail) }),
    value,
  }));
  return (await vscode.window.showQuickPick(items, { title: stepTitle(title, step), ignoreFocusOut: true }))?.value;
}

function stepTitle(title: Localized, step: number): string {
  return `${inUserLanguage({ en: "New Cluster", ja: "新しいクラスター" })} (${step}/4): ${inUserLanguage(title)}`;
}

async function askNodes(): Promise<readonly string[] | undefined> {
  const answer = await vscode.window.showInputBox({
    title: stepTitle({ en: "What are the nodes called?", ja: "ノードの名前は何ですか" }, 3),
    prompt: inUserLanguage({
      en: "Host names as 'uname -n' prints them, the preferred node first, separated by commas.",
      ja: "'uname -n' が表示するホスト名を、優先するノードから順にカンマで区切って入力します。",
    }),
    value: "node1, node2",
    ignoreFocusOut: true,
    validateInput: (text) => {
      const problem = problemWithNodes(splitNames(text));
      return problem === undefined ? undefined : inUserLanguage(problem);
    },
  });
  return answer === undefined ? undefined : splitNames(answer);
}

function splitNames(text: string): readonly string[] {
  return text.split(/[\s,、]+/).filter((name) => name !== "");
}

function problemWithNodes(names: readonly string[]): Localized | undefined {
  if (names.length < 2)
    return { en: "A cluster has at least two nodes.", ja: "クラスターには 2 台以上のノードが必要です。" };
  if (names.length > nodesMax)
    return { en: "A cluster has at most 32 nodes.", ja: "クラスターのノードは 32 までです。" };
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { en: `${twice} appears twice.`, ja: `${twice} が重複しています。` };
  const bad = names.find((name) => !/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(name));
  return bad === undefined
    ? undefined
    : { en: `${bad} is not a host name.`, ja: `${bad} はホスト名として使えません。` };
}
