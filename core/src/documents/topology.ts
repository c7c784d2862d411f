// 構成図: nodes, paths, quorum devices and hierarchies as a drawing, and the same as a table for whoever cannot see it.

import { series } from "../locale/enumeration.ts";
import { type Locale, type Localized, same } from "../locale/localized.ts";
import { largest } from "../many.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import { displayWidth } from "../text/displayWidth.ts";
import { visibleLine } from "../text/shown.ts";
import { cell, type Document, type Ladder, type LadderBox, type LadderRung, type Row } from "./document.ts";
import type { Material } from "./material.ts";
import { escaped } from "./renderHtml.ts";
import { documentTitles } from "./titles.ts";
import { words } from "./words.ts";

export function topologyDocument(material: Material): Document {
  const { cluster, at } = material;
  return {
    id: "topology",
    title: documentTitles.topology,
    purpose: {
      en: "Nodes, communication paths, quorum devices, and what runs where at best priority.",
      ja: "ノード、コミュニケーションパス、Quorum デバイスと、優先順位に従った稼働ノードを示します。",
    },
    subject: material.subject,
    sections: [
      {
        title: { en: "Diagram", ja: "構成図" },
        notes: [],
        drawing: {
          svg: { en: svgOf(cluster, "en"), ja: svgOf(cluster, "ja") },
          mermaid: mermaidOf(cluster),
          ladder: ladderOf(cluster),
        },
        table: {
          columns: [
            { title: words.node, width: 18 },
            { title: { en: "Address", ja: "アドレス" }, width: 20 },
            { title: { en: "Failure domain", ja: "障害ドメイン" }, width: 20 },
            { title: { en: "Hierarchies (priority)", ja: "リソース階層（優先順位）" }, width: 40 },
            { title: { en: "Paths to", ja: "パスの相手" }, width: 40 },
          ],
          rows: cluster.nodes.map((node): Row => {
            const paths = cluster.paths.filter(({ nodes }) => nodes.includes(node.name));
            const lines = [...at(node.place), ...paths.flatMap(({ place }) => at(place))];
            const ground = { lines };
            return [
              cell(node.name, ground),
              cell(node.address, { ...ground, tone: "code" }),
              cell(series(domainsOf(cluster, node)), ground),
              cell(series(rootsOn(cluster, node)), ground),
              cell(
                series(
                  paths.map(
                    ({ nodes, links }) => `${nodes.find((name) => name !== node.name) ?? ""} × ${links.length}`,
                  ),
                ),
                ground,
              ),
            ];
          }),
        },
      },
    ],
  };
}

function domainsOf({ domains }: Cluster, { name }: ClusterNode): readonly string[] {
  return domains.filter(({ members }) => members.some((member) => member.name === name)).map((domain) => domain.name);
}

function rootsOn({ resources }: Cluster, { name }: ClusterNode): readonly string[] {
  return resources
    .filter(({ parents }) => parents.length === 0)
    .flatMap(({ name: tag, servers }) =>
      servers.filter(({ node }) => node === name).map(({ priority }) => `${tag} (${priority})`),
    );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly kind: "node" | "witness" | "device";
}

const lineHeight = 18;
const gap = 130;

/** Servers above, witnesses and quorum devices below; every name of the file is only text. */
function svgOf(cluster: Cluster, locale: Locale): string {
  const upper = cluster.nodes.filter(({ role }) => role === "node").map((node) => nodeLines(cluster, node));
  const lower = [
    ...cluster.nodes.filter(({ role }) => role === "witness").map((node) => nodeLines(cluster, node)),
    ...cluster.storages.map(({ name }) => [name, locale === "ja" ? "Quorum ストレージ" : "quorum storage"]),
    ...cluster.hosts.map(({ name }) => [name, locale === "ja" ? "Quorum ホスト" : "quorum host"]),
  ];
  const heightOfUpper = 28 + lineHeight * Math.max(1, largest(upper.map(({ length }) => length)));
  const top = rowOf(upper, 70, "node");
  const below = rowOf(lower, 70 + heightOfUpper + gap, "witness").map(
    (box, at): Box =>
      at < cluster.nodes.filter(({ role }) => role === "witness").length ? box : { ...box, kind: "device" },
  );
  const boxes = [...top, ...below];
  const width = Math.max(420, largest(boxes.map((box) => box.x + box.width)) + 40);
  const height = largest(boxes.map((box) => box.y + box.height)) + 40;
  const boxOf = new Map(boxes.map((box) => [box.lines[0] ?? "", box]));
  const title = `${cluster.name} (LifeKeeper ${cluster.version.text})`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="40" y="38" font-size="17" font-weight="bold" fill="#14334d">${escaped(title)}</text>`,
    ...cluster.paths.map(({ nodes, links }) => {
      const [one, other] = [boxOf.get(nodes[0]), boxOf.get(nodes[1])];
      const label = links.map(({ kind, ends }) => `${kind} ${ends.join(" - ")}`);
      return one === undefined || other === undefined ? "" : line(one, other, label, "solid");
    }),
    ...cluster.storages.flatMap(({ name, reachedBy }) =>
      reachedBy.map((node) => {
        const [one, other] = [boxOf.get(node), boxOf.get(name)];
        return one === undefined || other === undefined ? "" : line(one, other, [], "dashed");
      }),
    ),
    ...boxes.map(boxSvg),
    "</svg>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function nodeLines(cluster: Cluster, node: ClusterNode): readonly string[] {
  return [node.name, node.address, ...domainsOf(cluster, node), ...rootsOn(cluster, node)];
}

function rowOf(all: readonly (readonly string[])[], y: number, kind: Box["kind"]): readonly Box[] {
  let x = 40;
  return all.map((lines): Box => {
    const width = Math.max(150, 24 + 8 * largest(lines.map(displayWidth)));
    const box = { x, y, width, height: 28 + lineHeight * lines.length, lines, kind };
    // Room for the label of a path between neighbours.
    x += width + 250;
    return box;
  });
}

const colours: Readonly<Record<Box["kind"], readonly [fill: string, stroke: string]>> = {
  node: ["#e8f1fa", "#14334d"],
  witness: ["#f3f4f6", "#57606a"],
  device: ["#fff3c4", "#9a6700"],
};

function boxSvg({ x, y, width, height, lines, kind }: Box): string {
  const [fill, stroke] = colours[kind];
  const texts = lines.map(
    (text, at) =>
      `<text x="${x + 12}" y="${y + 24 + at * lineHeight}"${at === 0 ? ' font-weight="bold"' : ' fill="#57606a"'}>${escaped(visibleLine(text))}</text>`,
  );
  const dashes = kind === "witness" ? ' stroke-dasharray="6 3"' : "";
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${stroke}"${dashes}/>\n${texts.join("\n")}`;
}

/** Neighbours by a straight line; boxes of one row that have others between them by an arc above. */
function line(one: Box, other: Box, label: readonly string[], kind: "solid" | "dashed"): string {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  const sameRow = one.y === other.y;
  const from = sameRow
    ? { x: left.x + left.width, y: left.y + 30 }
    : { x: one.x + one.width / 2, y: one.y + (one.y < other.y ? one.height : 0) };
  const to = sameRow
    ? { x: right.x, y: right.y + 30 }
    : { x: other.x + other.width / 2, y: other.y + (one.y < other.y ? 0 : other.height) };
  const isFar = sameRow && to.x - from.x > 260;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - (isFar ? 26 : 0) };
  const path = isFar
    ? `M ${left.x + left.width / 2} ${left.y} Q ${middle.x} ${left.y - 40} ${right.x + right.width / 2} ${right.y}`
    : `M ${from.x} ${from.y} L ${to.x} ${to.y}`;
  const dashes = kind === "dashed" ? ' stroke-dasharray="3 4"' : "";
  const texts = label.map(
    (text, at) =>
      `<text x="${middle.x}" y="${(isFar ? left.y - 24 : middle.y - 6) - at * 14}" text-anchor="middle" font-size="11" fill="#57606a" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(visibleLine(text))}</text>`,
  );
  return `<path d="${path}" fill="none" stroke="#57606a" stroke-width="1.5"${dashes}/>\n${texts.join("\n")}`;
}

/** Nodes, then what they ask; a rung for each link, and for each node that reaches a storage. */
function ladderOf(cluster: Cluster): Ladder {
  const { nodes, storages, hosts, paths } = cluster;
  const device = (name: string, what: Localized): LadderBox => ({ lines: [same(name), what], kind: "device" });
  const boxes: readonly LadderBox[] = [
    ...nodes.map((node): LadderBox => {
      const lines = nodeLines(cluster, node).map((text) => same(text));
      return node.role === "witness"
        ? { lines: [...lines, { en: "Witness only", ja: "Witness 専用" }], kind: "witness" }
        : { lines, kind: "node" };
    }),
    ...storages.map(({ name }) => device(name, { en: "quorum storage", ja: "Quorum ストレージ" })),
    ...hosts.map(({ name }) => device(name, { en: "quorum host", ja: "Quorum ホスト" })),
  ];
  const placeOf = new Map(boxes.map(({ lines }, at) => [lines[0]?.en ?? "", at]));
  const rung = (one: string, other: string, text: string, kind: LadderRung["kind"]): readonly LadderRung[] => {
    const [from, to] = [placeOf.get(one), placeOf.get(other)];
    return from === undefined || to === undefined ? [] : [{ between: [from, to], text, kind }];
  };
  return {
    boxes,
    rungs: [
      ...paths.flatMap(({ nodes: [one, other], links }) =>
        links.flatMap(({ kind, ends, network }) =>
          rung(one, other, `${kind} ${ends.join(" - ")}${network === undefined ? "" : ` (${network})`}`, "path"),
        ),
      ),
      ...storages.flatMap(({ name, reachedBy }) => reachedBy.flatMap((node) => rung(node, name, "", "reach"))),
    ],
  };
}

/** Names stand in quotes, where Mermaid takes its own marks only as entities. */
function mermaidOf(cluster: Cluster): string {
  const ids = new Map(
    [...cluster.nodes, ...cluster.storages, ...cluster.hosts].map(({ name }, at) => [name, `n${at}`] as const),
  );
  const text = (parts: readonly string[]): string => parts.map(mermaidText).join("<br/>");
  const inDomain = new Set(cluster.domains.flatMap(({ members }) => members.map(({ name }) => name)));
  const node = (one: ClusterNode): string =>
    `${ids.get(one.name)}["${text([one.name, one.address, ...rootsOn(cluster, one)])}"]`;
  const lines = [
    "flowchart LR",
    ...cluster.domains.flatMap(({ name, members }, at) => [
      `  subgraph d${at}["${mermaidText(name)}"]`,
      ...cluster.nodes
        .filter((one) => members.some((member) => member.name === one.name))
        .filter((one) => domainsOf(cluster, one)[0] === name)
        .map((one) => `    ${node(one)}`),
      "  end",
    ]),
    ...cluster.nodes.filter(({ name }) => !inDomain.has(name)).map((one) => `  ${node(one)}`),
    ...cluster.storages.map(({ name }) => `  ${ids.get(name)}[("${mermaidText(name)}")]`),
    ...cluster.hosts.map(({ name }) => `  ${ids.get(name)}(["${mermaidText(name)}"])`),
    ...cluster.paths.map(({ nodes, links }) => {
      const label = text(links.map(({ kind, ends }) => `${kind} ${ends.join(" - ")}`));
      return `  ${ids.get(nodes[0])} ---|"${label}"| ${ids.get(nodes[1])}`;
    }),
    ...cluster.storages.flatMap(({ name, reachedBy }) =>
      reachedBy.map((one) => `  ${ids.get(one)} -.- ${ids.get(name)}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function mermaidText(text: string): string {
  return visibleLine(text).replace(/["#&<>`\\;]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
