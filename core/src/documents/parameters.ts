// パラメーターシート: everything the cluster file and the parameter file say, node by node, with what each value means.

import { meaningOf } from "../catalogue/describe.ts";
import { withUnit } from "../catalogue/describeParts.ts";
import { defaultOf, displayName, findParameter, parameters } from "../catalogue/parameters.ts";
import { findResourceKind } from "../catalogue/resourceKinds.ts";
import type { ParameterSpec } from "../catalogue/spec.ts";
import { kitNames, mustAgreeTexts, takesEffectTexts } from "../catalogue/words.ts";
import { series } from "../locale/enumeration.ts";
import { type Localized, same } from "../locale/localized.ts";
import type { Cluster, ClusterNode, EffectiveValue, Resource } from "../model/cluster.ts";
import { type Cell, type Column, cell, type Document, type Row, type Section } from "./document.ts";
import type { Material } from "./material.ts";
import { documentTitles } from "./titles.ts";
import { onOff, or, words } from "./words.ts";

export function parameterSheet(material: Material): Document {
  return {
    id: "parameters",
    title: documentTitles.parameters,
    purpose: {
      en: "Every setting of the cluster, node by node, as its files have it. What differs from the documented default is marked.",
      ja: "クラスターの全設定をノードごとに示します。値はファイルに書かれたとおりで、デフォルトから変更した値には印を付けています。",
    },
    subject: material.subject,
    sections: [
      nodeSection(material),
      pathSection(material),
      ...quorumSections(material),
      resourceSection(material),
      parameterSection(material),
    ],
  };
}

function nodeSection({ cluster, at }: Material): Section {
  return {
    title: { en: "Nodes", ja: "ノード" },
    notes: [],
    table: {
      columns: [
        { title: words.node, width: 14 },
        { title: { en: "Role", ja: "役割" }, width: 14 },
        { title: { en: "Address", ja: "アドレス" }, width: 18 },
        { title: { en: "Failure domain", ja: "障害ドメイン" }, width: 16 },
        { title: { en: "Parameter file", ja: "パラメーターファイル" }, width: 26 },
        { title: { en: "Shutdown strategy", ja: "シャットダウンストラテジー" }, width: 18 },
        { title: { en: "Confirms a failover of", ja: "フェイルオーバー確認の対象" }, width: 18 },
        { title: { en: "Resource failover blocked", ja: "リソースのフェイルオーバー抑止" }, width: 16 },
        { title: same("STONITH"), width: 10 },
      ],
      rows: cluster.nodes.map((node) => {
        const here = { lines: at(node.place) };
        const inside = cluster.domains.filter(({ members }) => members.some(({ name }) => name === node.name));
        return [
          cell(node.name, here),
          cell(node.role === "witness" ? { en: "witness only", ja: "Witness 専用" } : words.node, here),
          cell(node.address, { ...here, tone: "code" }),
          cell(or(series(inside.map(({ name }) => name)), words.none), {
            lines: [...here.lines, ...inside.flatMap(({ place }) => at(place))],
          }),
          cell(node.remoteFile, { ...here, tone: "code" }),
          cell(
            node.shutdownStrategy === "switchover"
              ? { en: "switchover", ja: "switchover（切り替える）" }
              : { en: "do not switch over", ja: "Do Not Switch Over（切り替えない）" },
            here,
          ),
          cell(or(series(node.confirmsFailoverOf), words.none), here),
          cell(node.blockResourceFailover ? words.yes : words.no, here),
          cell(node.stonith ? words.yes : words.no, here),
        ];
      }),
    },
  };
}

function pathSection({ cluster, at }: Material): Section {
  return {
    title: { en: "Communication paths", ja: "コミュニケーションパス" },
    notes: [],
    table: {
      columns: [
        { title: { en: "Between", ja: "ノード間" }, width: 22 },
        { title: { en: "Kind", ja: "種類" }, width: 8 },
        { title: { en: "First end", ja: "端点 1" }, width: 26 },
        { title: { en: "Second end", ja: "端点 2" }, width: 26 },
        { title: { en: "Network", ja: "ネットワーク" }, width: 16 },
        { title: { en: "Priority", ja: "優先順位" }, width: 10 },
      ],
      rows: cluster.paths.flatMap(({ nodes, links }) =>
        links.map((link): Row => {
          const here = { lines: at(link.place) };
          const code = { ...here, tone: "code" } as const;
          return [
            cell(nodes.join(" - "), here),
            cell(link.kind.toUpperCase(), here),
            cell(`${nodes[0]} ${link.ends[0]}`, code),
            cell(`${nodes[1]} ${link.ends[1]}`, code),
            cell(link.network === undefined ? words.notSaid : same(link.network), here),
            cell(link.priority === undefined ? words.notSaid : same(String(link.priority)), here),
          ];
        }),
      ),
    },
  };
}

function quorumSections({ cluster, at }: Material): readonly Section[] {
  const rows: Row[] = [
    ...cluster.storages.map(({ name, reachedBy, networks, place }): Row => {
      const here = { lines: at(place) };
      return [
        cell({ en: "Quorum storage", ja: "Quorum ストレージ" }, here),
        cell(name, here),
        cell(series(reachedBy), here),
        cell(or(series(networks), words.notSaid), here),
      ];
    }),
    ...cluster.hosts.map(({ name, network, place }): Row => {
      const here = { lines: at(place) };
      return [
        cell({ en: "Quorum host", ja: "Quorum ホスト" }, here),
        cell(name, { ...here, tone: "code" }),
        cell({ en: "every node that names it in QUORUM_HOSTS", ja: "QUORUM_HOSTS に指定した各ノード" }, here),
        cell(network === undefined ? words.notSaid : same(network), here),
      ];
    }),
  ];
  if (rows.length === 0) return [];
  const columns: readonly Column[] = [
    { title: { en: "Kind", ja: "種類" }, width: 18 },
    { title: { en: "Name", ja: "名前" }, width: 24 },
    { title: { en: "Reached by", ja: "到達するノード" }, width: 30 },
    { title: { en: "Over network", ja: "経由するネットワーク" }, width: 22 },
  ];
  return [{ title: { en: "Quorum devices", ja: "Quorum デバイス" }, notes: [], table: { columns, rows } }];
}

function resourceSection(material: Material): Section {
  const { cluster, at } = material;
  return {
    title: { en: "Resource hierarchies", ja: "リソース階層" },
    notes: [],
    table: {
      columns: [
        { title: { en: "Tag", ja: "タグ名" }, width: 26 },
        { title: { en: "Kind", ja: "種別" }, width: 26 },
        { title: same("ID"), width: 22 },
        { title: { en: "Servers and priorities", ja: "サーバーと優先順位" }, width: 24 },
        { title: { en: "Needs", ja: "依存先" }, width: 24 },
        { title: { en: "Switchback", ja: "スイッチバック" }, width: 16 },
        { title: { en: "Failover", ja: "フェイルオーバー" }, width: 14 },
        { title: { en: "Local recovery", ja: "ローカルリカバリー" }, width: 16 },
        { title: { en: "Further", ja: "その他" }, width: 30 },
      ],
      rows: cluster.resources.map((resource): Row => {
        const here = { lines: at(resource.place) };
        const { name, application, kind, id, servers, children, switchback, failover, localRecovery } = resource;
        const known = findResourceKind(`${application}/${kind}`);
        const where = switchback.node === undefined ? "" : ` (${switchback.node})`;
        return [
          cell(`${"  ".repeat(depthOf(cluster, resource))}${name}`, here),
          cell(
            known === undefined
              ? `${application}/${kind}`
              : {
                  en: `${application}/${kind}\n${known.name.en}`,
                  ja: `${application}/${kind}\n${known.name.ja}`,
                },
            { ...here, sources: known?.sources ?? [] },
          ),
          cell(id ?? "", { ...here, tone: "code" }),
          cell(servers.map((server) => `${server.node} ${server.priority}`).join("\n"), here),
          cell(or(series(children), words.none), here),
          cell(`${switchback.kind}${where}`, here),
          cell(onOff(failover), here),
          cell(onOff(localRecovery), here),
          cell(furtherOf(resource), here),
        ];
      }),
    },
  };
}

/** How many resources stand above it, by the shortest way. */
function depthOf({ resources }: Cluster, resource: Resource): number {
  let depth = 0;
  let above: readonly string[] = resource.parents;
  while (above.length > 0 && depth < resources.length) {
    depth++;
    const parents = resources.filter(({ name }) => above.includes(name));
    if (parents.some((parent) => parent.parents.length === 0)) return depth;
    above = parents.flatMap((parent) => parent.parents);
  }
  return depth;
}

function furtherOf({ mirrorMode, reserved, temporalRecovery, network, info }: Resource): Localized {
  const parts: readonly Localized[] = [
    ...(mirrorMode === undefined
      ? []
      : [
          mirrorMode === "synchronous"
            ? { en: "synchronous mirror", ja: "同期ミラー" }
            : { en: "asynchronous mirror", ja: "非同期ミラー" },
        ]),
    ...(reserved ? [{ en: "SCSI reservation", ja: "SCSI リザベーション" }] : []),
    ...(temporalRecovery === undefined
      ? []
      : [
          {
            en: `at most ${temporalRecovery.count} local recoveries in ${temporalRecovery.periodMs / 1000} s`,
            ja: `ローカルリカバリーは ${temporalRecovery.periodMs / 1000} 秒に ${temporalRecovery.count} 回まで`,
          },
        ]),
    ...(network === undefined
      ? []
      : [{ en: `clients' network ${network}`, ja: `クライアント側ネットワーク ${network}` }]),
    ...(info === undefined ? [] : [same(`info: ${info}`)]),
  ];
  return { en: parts.map(({ en }) => en).join("\n"), ja: parts.map(({ ja }) => ja).join("\n") };
}

function parameterSection(material: Material): Section {
  const { cluster } = material;
  return {
    title: { en: "Parameters", ja: "パラメーター" },
    notes: [
      cell(
        {
          en: "Marked values are set by a line of the files; all others are the defaults that the documents state for this version.",
          ja: "印の付いた値はファイルの行で設定したもの、それ以外は資料に記載されたこのバージョンのデフォルトです。",
        },
        { lines: material.at(cluster.place) },
      ),
    ],
    table: {
      columns: [
        { title: { en: "Group", ja: "分類" }, width: 16 },
        { title: { en: "Parameter", ja: "パラメーター" }, width: 28 },
        ...cluster.nodes.map(({ name }): Column => ({ title: same(name), width: 14 })),
        { title: { en: "Default", ja: "デフォルト" }, width: 12 },
        { title: { en: "Meaning", ja: "意味" }, width: 52 },
        { title: { en: "Takes effect", ja: "反映のタイミング" }, width: 20 },
        { title: { en: "Between nodes", ja: "ノード間" }, width: 16 },
      ],
      rows: namesOf(cluster).map((name) => parameterRow(material, name)),
    },
  };
}

/** Every parameter that counts on some node: those of the catalogue in its order, then the rest as written. */
export function namesOf({ nodes }: Cluster): readonly string[] {
  const given = new Set(nodes.flatMap(({ configuration }) => [...configuration.keys()]));
  const order = new Map(parameters.map((spec, at) => [spec, at]));
  const place = (name: string): number => order.get(findParameter(name)?.spec as ParameterSpec) ?? parameters.length;
  return [...given].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function parameterRow(material: Material, name: string): Row {
  const { cluster } = material;
  const spec = findParameter(name)?.spec;
  const sources = spec?.sources ?? [];
  const own = cluster.nodes.flatMap(({ configuration }) => material.at(configuration.get(name)?.place));
  const ground = { lines: own.length > 0 ? own : material.at(cluster.place), sources };
  if (spec === undefined) {
    const unknown = { en: "No public source that we know of names it.", ja: "既知の公開資料に記載がありません。" };
    return [
      cell(words.notSaid, ground),
      cell(name, { ...ground, tone: "code" }),
      ...cluster.nodes.map((node) => valueCell(material, node, name)),
      cell(words.notSaid, ground),
      cell(unknown, ground),
      cell(words.notDocumented, ground),
      cell(words.notDocumented, ground),
    ];
  }
  const byDefault = defaultOf(spec, cluster.version);
  const values = cluster.nodes.flatMap(({ configuration }) => configuration.get(name)?.value ?? []);
  return [
    cell(kitNames[spec.kit], ground),
    cell(spec.variableEnd === undefined ? name : `${name}\n(${displayName(spec)})`, { ...ground, tone: "code" }),
    ...cluster.nodes.map((node) => valueCell(material, node, name)),
    cell(byDefault === null ? words.notSet : valueText(spec, byDefault), { ...ground, tone: "quiet" }),
    cell(plain({ en: meaning(spec, values, "en"), ja: meaning(spec, values, "ja") }), ground),
    cell(plain(takesEffectTexts[spec.takesEffect]), ground),
    cell(mustAgreeTexts[spec.mustAgree], ground),
  ];
}

function valueCell(material: Material, node: ClusterNode, name: string): Cell {
  const value = node.configuration.get(name);
  const spec = findParameter(name)?.spec;
  // Nobody wrote a default: it follows from the version that the cluster file names.
  const lines = material.at(value?.place ?? material.cluster.place);
  if (value === undefined) return cell(words.notSet, { lines, sources: spec?.sources ?? [], tone: "quiet" });
  return cell(spec === undefined ? same(value.value) : valueText(spec, value.value), {
    lines,
    sources: spec?.sources ?? [],
    ...(isOwn(value) ? { tone: "own" } : {}),
  });
}

function isOwn({ origin }: EffectiveValue): boolean {
  return origin !== "default";
}

function valueText(spec: ParameterSpec, value: string): Localized {
  if (value === "") return words.empty;
  return { en: withUnit(value, spec.type, "en"), ja: withUnit(value, spec.type, "ja") };
}

/** What it is for, and for a word or a switch what the values in force mean. */
function meaning(spec: ParameterSpec, values: readonly string[], locale: "en" | "ja"): string {
  const explained = spec.type.kind === "choice" || spec.type.kind === "flag" ? [...new Set(values)] : [];
  return [
    spec.summary[locale],
    ...explained.flatMap((value) => {
      const said = meaningOf(spec, value, locale);
      return said === undefined ? [] : [`${or(same(value), words.empty)[locale]}: ${said}`];
    }),
  ].join("\n");
}

/** Code marks are for Markdown; a cell of a sheet shows them as they are. */
export function plain({ en, ja }: Localized): Localized {
  return { en: en.replaceAll("`", ""), ja: ja.replaceAll("`", "") };
}
