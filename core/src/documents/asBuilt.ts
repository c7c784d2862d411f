// 実機との突合: what the files say beside what the nodes were found to hold. What was not read is called so; a value
// is never taken from the file for the machine.

import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";
import type { ClusterNode } from "../model/cluster.ts";
import { parseDefaults } from "../syntax/defaults/parse.ts";
import { type Cell, type Column, cell, type Document, type LineReference, type Row, type Section } from "./document.ts";
import type { FoundNode, Material } from "./material.ts";
import { namesOf } from "./parameters.ts";
import { documentTitles } from "./titles.ts";
import { or, words } from "./words.ts";

export function asBuiltCheck(material: Material): Document {
  return {
    id: "as-built",
    title: documentTitles["as-built"],
    purpose: {
      en: "The values of the cluster's files beside those found on its nodes, as evidence for the acceptance.",
      ja: "クラスターのファイルの値と実機から取得した値を並べた、受け入れ確認用の資料です。",
    },
    subject: material.subject,
    sections: [readSection(material), parameterSection(material), resourceSection(material), pathSection(material)],
  };
}

function readSection({ cluster, found, at }: Material): Section {
  return {
    title: { en: "What was read", ja: "取得状況" },
    notes: [],
    table: {
      columns: [
        { title: words.node, width: 20 },
        { title: { en: "Read from", ja: "取得元" }, width: 60 },
        { title: { en: "Parameter file", ja: "パラメーターファイル" }, width: 24 },
        { title: { en: "State of LifeKeeper", ja: "LifeKeeper の状態" }, width: 24 },
      ],
      rows: cluster.nodes.map((node): Row => {
        const one = found.get(node.name);
        const ground = { lines: at(node.place) };
        const parameters = one?.parameters;
        return [
          cell(node.name, ground),
          cell(one === undefined ? words.notRead : same(one.readFrom), ground),
          cell(parameters === undefined ? words.notRead : parameters === "absent" ? absent : read, ground),
          cell(one?.actual === undefined ? words.notRead : read, ground),
        ];
      }),
    },
  };
}

const read: Localized = { en: "read", ja: "取得済み" };
const absent: Localized = { en: "there is none", ja: "ファイルなし" };

const columns: readonly Column[] = [
  { title: words.node, width: 16 },
  { title: { en: "Item", ja: "項目" }, width: 40 },
  { title: { en: "In the files", ja: "設計値" }, width: 34 },
  { title: { en: "On the machine", ja: "実機の値" }, width: 34 },
  { title: { en: "Result", ja: "判定" }, width: 16 },
];

/** `found` undefined: it was not read, and nothing can be said. */
function compared(
  node: string,
  item: Localized | string,
  wanted: Localized,
  found: Localized | undefined,
  lines: readonly LineReference[],
): Row {
  const ground = { lines };
  const result: Cell =
    found === undefined
      ? cell(words.notRead, { ...ground, tone: "quiet" })
      : found.en === wanted.en
        ? cell({ en: "same", ja: "一致" }, { ...ground, tone: "good" })
        : cell({ en: "differs", ja: "不一致" }, { ...ground, tone: "bad" });
  return [
    cell(node, ground),
    cell(item, ground),
    value(or(wanted, words.empty), lines),
    value(found === undefined ? words.notRead : or(found, words.empty), lines),
    result,
  ];
}

/** What stands on a machine is the same in every language; what stands for nothing there is a word of ours. */
function value(text: Localized, lines: readonly LineReference[]): Cell {
  return cell(text, { lines, tone: text.en === text.ja ? "code" : "quiet" });
}

/** Only what a line of the files sets: a default is nothing that a machine's file would hold. */
function parameterSection(material: Material): Section {
  const { cluster, found, at } = material;
  const rows = cluster.nodes.flatMap((node) =>
    namesOf(cluster).flatMap((name): readonly Row[] => {
      const value = node.configuration.get(name);
      if (value === undefined || value.origin === "default") return [];
      return [compared(node.name, name, same(value.value), valueOn(found.get(node.name), name), at(value.place))];
    }),
  );
  return {
    title: { en: "Parameters", ja: "パラメーター" },
    notes: [],
    table: { columns, rows: [...rows, ...cluster.nodes.flatMap((node) => strangeRows(material, node))] },
  };
}

/** The last line with a name counts, as in the files here. */
function valueOn(node: FoundNode | undefined, name: string): Localized | undefined {
  if (node?.parameters === undefined) return undefined;
  if (node.parameters === "absent") return words.notSet;
  const values = assignments(node.parameters.text).filter((line) => line.name === name);
  const last = values.at(-1);
  return last === undefined ? words.notSet : same(last.value);
}

function assignments(text: string): readonly { readonly name: string; readonly value: string }[] {
  return parseDefaults("", text).tree.lines.flatMap((line) =>
    line.kind === "assignment" ? [{ name: line.name.text, value: line.value }] : [],
  );
}

/** What a machine sets and the files do not. */
function strangeRows({ cluster, found, at }: Material, node: ClusterNode): readonly Row[] {
  const parameters = found.get(node.name)?.parameters;
  if (parameters === undefined || parameters === "absent") return [];
  const last = new Map(assignments(parameters.text).map(({ name, value }) => [name, value]));
  return [...last].flatMap(([name, value]): readonly Row[] => {
    const here = cluster.nodes.find((one) => one.name === node.name)?.configuration.get(name);
    if (here !== undefined && here.origin !== "default") return [];
    return [compared(node.name, name, words.notSet, same(value), at(node.place))];
  });
}

function resourceSection({ cluster, found, at }: Material): Section {
  const rows = cluster.nodes.flatMap((node) => {
    const actual = found.get(node.name)?.actual?.resources;
    return cluster.resources.flatMap((resource): readonly Row[] => {
      const server = resource.servers.find((one) => one.node === node.name);
      if (server === undefined) return [];
      const there = actual?.find(({ tag }) => tag === resource.name);
      const lines = at(resource.place);
      const missing = actual === undefined ? undefined : noSuch;
      const said = <Value>(value: Value | undefined): Localized | undefined =>
        there === undefined ? missing : value === undefined ? undefined : same(String(value));
      return [
        compared(
          node.name,
          about(resource.name, words.kind),
          same(`${resource.application}/${resource.kind}`),
          said(there?.type === undefined ? undefined : `${there.type.application}/${there.type.kind}`),
          lines,
        ),
        ...(resource.id === undefined
          ? []
          : [compared(node.name, `${resource.name}: ID`, same(resource.id), said(there?.id), lines)]),
        compared(
          node.name,
          about(resource.name, words.priority),
          same(String(server.priority)),
          said(there?.priority),
          lines,
        ),
      ];
    });
  });
  return { title: { en: "Resources", ja: "リソース" }, notes: [], table: { columns, rows } };
}

function about(tag: string, what: Localized): Localized {
  return { en: `${tag}: ${what.en}`, ja: `${tag}: ${what.ja}` };
}

const noSuch: Localized = { en: "there is no such", ja: "存在しない" };

function pathSection({ cluster, found, at }: Material): Section {
  const rows = cluster.paths.flatMap(({ nodes, links }) =>
    links.flatMap((link) =>
      [0, 1].map((one): Row => {
        const name = nodes[one] ?? "";
        const paths = found.get(name)?.actual?.paths;
        const [own, peer] = [link.ends[one] ?? "", link.ends[1 - one] ?? ""];
        const there = paths?.find(({ local, remote }) => local === own && (remote === undefined || remote === peer));
        const wanted = same(`${link.kind.toUpperCase()} ${own} - ${peer}`);
        return compared(
          name,
          nodes[1 - one] ?? "",
          wanted,
          paths === undefined ? undefined : there === undefined ? noSuch : wanted,
          at(link.place),
        );
      }),
    ),
  );
  return { title: { en: "Communication paths", ja: "コミュニケーションパス" }, notes: [], table: { columns, rows } };
}
