// 運用手順書: what operators do with this cluster, with the names that it has. Commands only where a source shows them.

import type { SourceKey } from "../catalogue/sources.ts";
import { series } from "../locale/enumeration.ts";
import type { Localized } from "../locale/localized.ts";
import { orderUnread } from "../plan/nodeOrder.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { operationsFor, stoppedTwin, waitForMirror } from "../testplan/operations.ts";
import type { Operation } from "../testplan/plan.ts";
import { type Column, cell, type Document, type Row, type Section } from "./document.ts";
import type { Material } from "./material.ts";
import { plain } from "./parameters.ts";
import { placesNamed } from "./placesNamed.ts";
import { documentTitles } from "./titles.ts";

export function operationManual(material: Material): Document {
  const { cluster } = material;
  const order = orderUnread(cluster);
  const roots = cluster.resources.filter(({ parents }) => parents.length === 0);
  const mirrors = cluster.resources.filter(({ application, kind }) => `${application}/${kind}` === "scsi/netraid");
  const doing = (events: readonly OutsideEvent[]): readonly Operation[] =>
    events.flatMap((event) => operationsFor(cluster, event) ?? []);
  return {
    id: "operations",
    title: documentTitles.operations,
    purpose: {
      en: "Start, stop, switchover, maintenance of a node and recovery, in the order in which each is done. Run commands as root.",
      ja: "起動、停止、スイッチオーバー、ノードの保守、復旧の手順です。番号順に実施し、コマンドは root で実行してください。",
    },
    subject: material.subject,
    sections: [
      steps(material, { en: "Look at the cluster", ja: "状態の確認" }, [
        ...cluster.nodes.map(({ name }) => typed(name, look, "lcdstatus -q", "BLOG2012")),
        ...mirrors.flatMap(({ name, servers }) => [waitForMirror(name, servers[0]?.node)]),
      ]),
      steps(
        material,
        { en: "Start the whole cluster", ja: "クラスター全体の起動" },
        doing(order.start.map((node): OutsideEvent => ({ kind: "start", node }))),
      ),
      steps(
        material,
        { en: "Stop the whole cluster", ja: "クラスター全体の停止" },
        doing(
          order.stop.map(
            (node): OutsideEvent => ({ kind: "stop", node, keepingApplications: false, allowingFailover: false }),
          ),
        ),
      ),
      ...roots.flatMap(({ name: tag, servers }) =>
        servers.map(({ node }) =>
          steps(material, { en: `Switchover of ${tag} to ${node}`, ja: `${tag} の ${node} へのスイッチオーバー` }, [
            ...mirrors.map((mirror) => waitForMirror(mirror.name, servers.find((one) => one.node !== node)?.node)),
            ...doing([{ kind: "in-service", tag, node }]),
            typed(node, look, "lcdstatus -q", "BLOG2012"),
          ]),
        ),
      ),
      ...cluster.nodes.map(({ name: node }) => maintenance(material, node, doing)),
      ...splitBrain(
        material,
        mirrors.map(({ name }) => name),
      ),
    ],
  };
}

const look: Localized = {
  en: "States of resources and paths are as expected.",
  ja: "リソースとパスの状態を確認する。",
};

function typed(node: string, text: Localized, command: string, ...sources: readonly SourceKey[]): Operation {
  return { node, text, command, sources };
}

/** What runs there goes elsewhere first; then the node may be repaired, replaced or restarted. */
function maintenance(
  material: Material,
  node: string,
  doing: (events: readonly OutsideEvent[]) => readonly Operation[],
): Section {
  const { cluster } = material;
  const moves = cluster.resources
    .filter(({ parents, servers }) => parents.length === 0 && servers.some((server) => server.node === node))
    .flatMap(({ name: tag, servers }): readonly OutsideEvent[] => {
      const other = servers.find((server) => server.node !== node);
      return other === undefined ? [] : [{ kind: "in-service", tag, node: other.node }];
    });
  const mirrors = cluster.resources.filter(
    ({ application, kind, servers }) =>
      `${application}/${kind}` === "scsi/netraid" && servers.some((server) => server.node === node),
  );
  return steps(material, { en: `Maintenance or repair of ${node}`, ja: `${node} の保守・修理` }, [
    ...doing(moves),
    ...doing([{ kind: "stop", node, keepingApplications: false, allowingFailover: false }]),
    {
      node,
      text: {
        en: "Do the work, and restart the machine if it needs that.",
        ja: "作業を行う。必要ならマシンを再起動する。",
      },
      command: undefined,
      sources: ["BLOG2012"],
    },
    ...doing([{ kind: "start", node }]),
    ...mirrors.map(({ name, servers }) => waitForMirror(name, servers.find((server) => server.node !== node)?.node)),
    typed(node, look, "lcdstatus -q", "BLOG2012"),
  ]);
}

/** The side that is given up is stopped before the two can meet again. */
function splitBrain(material: Material, mirrors: readonly string[]): readonly Section[] {
  const { cluster } = material;
  const lowest = cluster.resources.filter(({ children, servers }) => children.length === 0 && servers.length > 1);
  if (lowest.length === 0) return [];
  const gives = lowest.flatMap(({ name, servers }) => {
    const [, second] = servers;
    return second === undefined ? [] : [stoppedTwin(cluster, second.node, name, mirrors.includes(name))];
  });
  return [
    steps(material, { en: "Recovery from a split brain", ja: "スプリットブレインからの復旧" }, [
      {
        node: undefined,
        text: {
          en: "Decide which side keeps its data. The steps below keep the side of the best priority; swap the nodes where the other side is kept.",
          ja: "どちらのデータを残すかを決める。以下は優先順位が最も高い側を残す手順で、逆の場合はノードを読み替える。",
        },
        command: undefined,
        sources: ["BLOG2012"],
      },
      ...gives,
      {
        node: undefined,
        text: { en: "Restore the communication paths.", ja: "コミュニケーションパスを復旧する。" },
        command: undefined,
        sources: ["BLOG2012"],
      },
      ...cluster.nodes.map(({ name }) =>
        typed(
          name,
          { en: "All paths are ALIVE.", ja: "全パスが ALIVE であることを確認する。" },
          "lcdstatus -q",
          "BLOG2012",
        ),
      ),
      ...mirrors.map((tag) => waitForMirror(tag, cluster.resources.find(({ name }) => name === tag)?.servers[0]?.node)),
    ]),
  ];
}

const columns: readonly Column[] = [
  { title: { en: "Step", ja: "手順" }, width: 6 },
  { title: { en: "Where", ja: "実施場所" }, width: 16 },
  { title: { en: "What to do", ja: "作業内容" }, width: 60 },
  { title: { en: "Command", ja: "コマンド" }, width: 44 },
  { title: { en: "Caution", ja: "注意" }, width: 40 },
];

export function steps(material: Material, title: Localized, operations: readonly Operation[]): Section {
  return {
    title,
    notes: [],
    table: {
      columns,
      rows: operations.map(({ node, text, command, caution, sources }, at): Row => {
        const named = placesNamed(material, `${node ?? ""} ${text.en} ${command ?? ""}`);
        const ground = { lines: named.length > 0 ? named : material.at(material.cluster.place), sources };
        return [
          cell(String(at + 1), ground),
          cell(node ?? series([]), ground),
          cell(plain(text), ground),
          cell(command ?? "", { ...ground, tone: "code" }),
          cell(caution === undefined ? "" : plain(caution), ground),
        ];
      }),
    },
  };
}
