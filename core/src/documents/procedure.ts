// 作業手順書: the parameter files of this cluster put onto its nodes by hand, where no tool may reach them. Per node:
// keep the old file, set the lines, look, and the way back. It knows nothing of what the nodes hold now.

import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";
import type { CheckedCluster, ClusterNode } from "../model/cluster.ts";
import { type NodeOrders, orderUnread } from "../plan/nodeOrder.ts";
import { describeEffect, effectsOf, needsAllStopped } from "../plan/takesEffect.ts";
import { wantedOf } from "../plan/wanted.ts";
import { textOfBytes } from "../text/byteText.ts";
import { shellWord } from "../text/shellWord.ts";
import { blank, type Cell, type Column, cell, type Document, type Row, type Section } from "./document.ts";
import type { Material } from "./material.ts";
import { documentTitles } from "./titles.ts";

export function workProcedure(material: Material): Document {
  const head = {
    id: "procedure",
    title: documentTitles.procedure,
    purpose: {
      en: "Puts the parameters of this cluster onto its nodes by hand. Tick each step when its expected result is seen; when one is not, take the way back.",
      ja: "パラメーターを各ノードに手作業で反映する手順です。期待結果を確認するたびに記入し、異なる結果になったら切り戻してください。",
    },
    subject: material.subject,
  } as const;
  const { checked } = material;
  const refused = checked === undefined ? withErrors : linesOf(material, checked);
  if ("en" in refused) {
    const notes = [cell(refused, { lines: material.at(material.cluster.place), tone: "bad" })];
    return { ...head, sections: [{ title: { en: "Not to be carried out", ja: "実施不可" }, notes }] };
  }
  const order = orderUnread(material.cluster);
  const names = [...refused.values()].flatMap((lines) => lines.map(({ name }) => name));
  return { ...head, sections: [before(material), ...written(material, order, refused, names), after(material, names)] };
}

const withErrors: Localized = {
  en: "The cluster file has errors, so nothing may be brought to its nodes. Correct them first.",
  ja: "クラスターファイルにエラーがあるため、ノードに反映できません。先に修正してください。",
};

interface Line {
  readonly name: string;
  readonly raw: string;
}

function linesOf({ files }: Material, checked: CheckedCluster): ReadonlyMap<string, readonly Line[]> | Localized {
  const all = new Map<string, readonly Line[]>();
  for (const node of checked.nodes) {
    const wanted = wantedOf(checked, files, node);
    if (!wanted.ok) return wanted.why;
    all.set(
      node.name,
      wanted.lines.map(({ name, raw }) => ({ name: textOfBytes(name), raw: textOfBytes(raw) })),
    );
  }
  return all;
}

const columns: readonly Column[] = [
  { title: { en: "Step", ja: "手順" }, width: 6 },
  { title: { en: "Node", ja: "ノード" }, width: 14 },
  { title: { en: "What to do", ja: "作業内容" }, width: 38 },
  { title: { en: "Command or lines", ja: "コマンド・設定行" }, width: 52 },
  { title: { en: "Expected result", ja: "期待結果" }, width: 38 },
  { title: { en: "Way back", ja: "切り戻し" }, width: 40 },
  { title: { en: "Done", ja: "実施" }, width: 8, toFill: [same("OK"), same("NG")] },
  { title: { en: "By", ja: "作業者" }, width: 12, toFill: "text" },
  { title: { en: "Checked by", ja: "確認者" }, width: 12, toFill: "text" },
];

interface Step {
  readonly node: ClusterNode;
  readonly text: Localized;
  readonly command: string;
  readonly expected: Localized;
  readonly back?: string;
  readonly ground: Parameters<typeof cell>[1];
}

function section(title: Localized, notes: readonly Cell[], all: readonly Step[]): Section {
  const rows = all.map(
    ({ node, text, command, expected, back = "", ground }, at): Row => [
      cell(String(at + 1), ground),
      cell(node.name, ground),
      cell(text, ground),
      cell(command, { ...ground, tone: "code" }),
      cell(expected, ground),
      cell(back, { ...ground, tone: "code" }),
      blank,
      blank,
      blank,
    ],
  );
  return { title, notes, table: { columns, rows } };
}

function before(material: Material): Section {
  return section(
    { en: "Before the work", ja: "作業前の確認" },
    [],
    material.cluster.nodes.map((node) => ({
      node,
      text: { en: "Keep the state of the cluster.", ja: "クラスターの状態を記録する。" },
      command: "lcdstatus -q",
      expected: { en: "All paths are ALIVE, and nothing is OSF.", ja: "全パスが ALIVE で、OSF のリソースがないこと。" },
      ground: { lines: material.at(node.place), sources: ["BLOG2012"] },
    })),
  );
}

function written(
  material: Material,
  order: NodeOrders,
  lines: ReadonlyMap<string, readonly Line[]>,
  names: readonly string[],
): readonly Section[] {
  const stopped = needsAllStopped(names);
  const at = (name: string): readonly ClusterNode[] => material.cluster.nodes.filter((node) => node.name === name);
  const ground = (node: ClusterNode): Step["ground"] => ({
    lines: material.at(node.place),
    sources: ["KB-STOP", "BLOG2012"],
  });
  const writing = section(
    { en: "Setting the parameters", ja: "パラメーターの設定" },
    [
      cell(
        {
          en: "Nodes that run nothing come first. Whether the cluster stays safe while some nodes have new values and some have old ones depends on the old ones: lkcluster plan reads the nodes and proves it.",
          ja: "サービスを提供していないノードから順に行います。新旧の値が混在する間の安全性は変更前の値によります。lkcluster plan はノードを読み取り、これを証明します。",
        },
        { lines: material.at(material.cluster.place) },
      ),
    ],
    order.write.flatMap(at).flatMap((node) => fileSteps(material, node, lines.get(node.name) ?? [])),
  );
  if (stopped.length === 0) return [writing];
  const why: Localized = {
    en: `Only needed when one of these changes: ${stopped.join(", ")}. They must be equal on all nodes and count when LifeKeeper starts.`,
    ja: `次のいずれかを変更する場合だけ必要です: ${stopped.join("、")}。全ノードで同じ値にする必要があり、LifeKeeper の起動時に有効になります。`,
  };
  const note = cell(why, { lines: material.at(material.cluster.place), sources: ["HB970"] });
  return [
    section(
      { en: "Stopping LifeKeeper", ja: "LifeKeeper の停止" },
      [note],
      order.stop.flatMap(at).map((node) => ({
        node,
        text: {
          en: "Stop LifeKeeper; its applications run on.",
          ja: "LifeKeeper を停止する（アプリケーションは継続）。",
        },
        command: "lkstop -f",
        expected: { en: "lktest prints nothing.", ja: "lktest が何も表示しないこと。" },
        back: "lkstart",
        ground: ground(node),
      })),
    ),
    writing,
    section(
      { en: "Starting LifeKeeper", ja: "LifeKeeper の起動" },
      [note],
      order.start.flatMap(at).map((node) => ({
        node,
        text: { en: "Start LifeKeeper.", ja: "LifeKeeper を起動する。" },
        command: "lkstart",
        expected: { en: "lktest shows its processes.", ja: "lktest にプロセスが表示されること。" },
        ground: ground(node),
      })),
    ),
  ];
}

function fileSteps(material: Material, node: ClusterNode, lines: readonly Line[]): readonly Step[] {
  const file = shellWord(node.remoteFile);
  const kept = shellWord(`${node.remoteFile}.before`);
  const places = lines.flatMap(({ name }) => material.at(node.configuration.get(name)?.place));
  const ground = { lines: [...material.at(node.place), ...places] };
  if (lines.length === 0) return [];
  const text = lines.map(({ name, raw }) => `${name}=${raw}`).join("\n");
  return [
    {
      node,
      text: { en: "Keep the old file.", ja: "元のファイルを控える。" },
      command: `cp -p ${file} ${kept}`,
      expected: { en: "No message.", ja: "メッセージが表示されないこと。" },
      ground: { lines: material.at(node.place) },
    },
    {
      node,
      text: {
        en: `Set these lines in ${node.remoteFile}; replace a line that is there, add one that is not, leave all others.`,
        ja: `${node.remoteFile} に次の行を設定する。既存の行は書き換え、ない行は追加し、ほかの行は変更しない。`,
      },
      command: text,
      expected: { en: "Each name stands there once.", ja: "各パラメーターが 1 行だけあること。" },
      back: `cp -p ${kept} ${file}`,
      ground,
    },
    {
      node,
      text: { en: "Read the lines back.", ja: "設定行を読み出す。" },
      command: `grep -nE '^(${lines.map(({ name }) => name).join("|")})=' ${file}`,
      expected: same(text),
      back: `cp -p ${kept} ${file}`,
      ground,
    },
  ];
}

function after(material: Material, names: readonly string[]): Section {
  const effects = effectsOf(names).filter(({ takesEffect }) => takesEffect !== "immediately");
  const place = { lines: material.at(material.cluster.place) };
  return section(
    { en: "After the work", ja: "作業後の確認" },
    effects.map((effect) => cell(describeEffect(effect), place)),
    material.cluster.nodes.map((node) => ({
      node,
      text: { en: "Compare with the state before the work.", ja: "作業前の状態と比べる。" },
      command: "lcdstatus -q",
      expected: { en: "Paths and resources are as before.", ja: "パスとリソースの状態が作業前と同じであること。" },
      ground: { lines: material.at(node.place), sources: ["BLOG2012"] },
    })),
  );
}
