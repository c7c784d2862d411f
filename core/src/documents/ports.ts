// 通信要件一覧: what a firewall must let through, connection by connection.

import { isAtLeast } from "../catalogue/version.ts";
import { type Localized, same } from "../locale/localized.ts";
import type { ClusterNode, Resource } from "../model/cluster.ts";
import { quorumConfiguration } from "../model/quorumConfiguration.ts";
import { cell, type Document, type Row } from "./document.ts";
import { from, type Material } from "./material.ts";
import { documentTitles } from "./titles.ts";

interface Connection {
  readonly from: Localized;
  readonly to: Localized;
  readonly protocol: string;
  readonly port: Localized;
  readonly purpose: Localized;
}

export function portList(material: Material): Document {
  return {
    id: "ports",
    title: documentTitles.ports,
    purpose: {
      en: "Connections that a firewall between or on the nodes must let through. The side that begins a connection uses any port.",
      ja: "ノード間やノード上のファイアウォールで許可する通信です。接続元のポートは任意です。",
    },
    subject: material.subject,
    sections: [
      {
        title: { en: "Connections", ja: "通信一覧" },
        notes: [],
        table: {
          columns: [
            { title: { en: "From", ja: "接続元" }, width: 28 },
            { title: { en: "To", ja: "接続先" }, width: 28 },
            { title: { en: "Protocol", ja: "プロトコル" }, width: 10 },
            { title: { en: "Port", ja: "ポート" }, width: 26 },
            { title: { en: "For", ja: "用途" }, width: 50 },
          ],
          rows: [
            ...pathRows(material),
            ...quorumRows(material),
            ...mirrorRows(material),
            ...addressRows(material),
            ...administratorRows(material),
          ],
        },
      },
    ],
  };
}

function row({ from: source, to, protocol, port, purpose }: Connection, ground: Parameters<typeof cell>[1]): Row {
  return [cell(source, ground), cell(to, ground), cell(protocol, ground), cell(port, ground), cell(purpose, ground)];
}

function pathRows(material: Material): readonly Row[] {
  const { cluster, at } = material;
  return cluster.paths.flatMap(({ nodes, links }) =>
    links
      .filter(({ kind }) => kind === "tcp")
      .flatMap((link): readonly Row[] => {
        const both: readonly (readonly [number, number])[] = [
          [0, 1],
          [1, 0],
        ];
        return both.map(([one, other]) => {
          const receiver = cluster.nodes.find(({ name }) => name === nodes[other]);
          const set = receiver?.configuration.get("LCMPORT");
          return row(
            {
              from: same(`${nodes[one]} ${link.ends[one]}`),
              to: same(`${nodes[other]} ${link.ends[other]}`),
              protocol: "TCP",
              port: pathPort(set?.value),
              purpose: { en: "communication path (heartbeat)", ja: "コミュニケーションパス（ハートビート）" },
            },
            { lines: [...at(link.place), ...at(set?.place)], ...from("KB-PORTS", "FIREWALL990") },
          );
        });
      }),
  );
}

/** 0 leaves the choice to LifeKeeper, which takes 7365 by default. */
function pathPort(value: string | undefined): Localized {
  return same(value === undefined || value === "" || value === "0" ? "7365" : value);
}

function quorumRows({ cluster, at }: Material): readonly Row[] {
  if (!cluster.quorumPackage) return [];
  return cluster.nodes.flatMap((node) => {
    const { quorumMode, quorumHosts } = quorumConfiguration(node);
    if (quorumMode !== "tcp_remote") return [];
    const lines = at(node.configuration.get("QUORUM_HOSTS")?.place ?? node.place);
    return quorumHosts.map((host): Row => {
      const colon = host.lastIndexOf(":");
      return row(
        {
          from: same(`${node.name} ${node.address}`),
          to: same(colon < 0 ? host : host.slice(0, colon)),
          protocol: "TCP",
          port: colon < 0 ? { en: "not given", ja: "指定なし" } : same(host.slice(colon + 1)),
          purpose: { en: "quorum check (tcp_remote)", ja: "Quorum チェック（tcp_remote）" },
        },
        { lines, ...from("QP931", "TCP940J") },
      );
    });
  });
}

function isKind({ application, kind }: Resource, wanted: string): boolean {
  return `${application}/${kind}` === wanted;
}

function mirrorRows({ cluster, at }: Material): readonly Row[] {
  return cluster.resources
    .filter((resource) => isKind(resource, "scsi/netraid"))
    .flatMap(({ name, servers, place }) =>
      servers.flatMap((one) =>
        servers
          .filter((other) => other !== one)
          .map((other) =>
            row(
              {
                from: same(one.node),
                to: same(other.node),
                protocol: "TCP",
                port: {
                  en: "10001 + number of the mirror, and multiples of 256 above it",
                  ja: "10001 + ミラー番号（使用中なら 256 ずつ加算）",
                },
                purpose: { en: `replication of ${name}`, ja: `${name} の複製` },
              },
              { lines: at(place), ...from("KB-PORTS", "FIREWALL990", "BALA") },
            ),
          ),
      ),
    );
}

function addressRows({ cluster, at }: Material): readonly Row[] {
  const pings = cluster.resources.find((one) => isKind(one, "scsi/netraid") || isKind(one, "comm/ip"));
  return [
    ...cluster.resources
      .filter((resource) => isKind(resource, "comm/ip"))
      .map(({ name, id, place }) =>
        row(
          {
            from: { en: "clients", ja: "クライアント" },
            to: same(id ?? name),
            protocol: "",
            port: { en: "those of the application", ja: "アプリケーションのポート" },
            purpose: {
              en: "use of the service; allow it on every server, because the address moves",
              ja: "サービスの利用。IP アドレスは移動するため、全サーバーで許可",
            },
          },
          { lines: at(place), ...from("FIREWALL990") },
        ),
      ),
    ...(pings === undefined
      ? []
      : [
          row(
            {
              from: { en: "each node", ja: "各ノード" },
              to: { en: "each other node", ja: "ほかの各ノード" },
              protocol: "ICMP",
              port: same(""),
              purpose: { en: "lkping of the recovery kits", ja: "リカバリーキットの lkping による疎通確認" },
            },
            { lines: at(pings.place), ...from("KB-PORTS") },
          ),
        ]),
  ];
}

function administratorRows(material: Material): readonly Row[] {
  const { cluster, at } = material;
  const since = (text: "9.1.0" | "9.8.0"): boolean => isAtLeast(cluster.version, text);
  const services: readonly (readonly [port: (node: ClusterNode) => string, purpose: Localized])[] = [
    [() => "81, 82", { en: "GUI server", ja: "GUI サーバー" }],
    [
      (node) => node.configuration.get("API_SSL_PORT")?.value ?? "778",
      { en: "web GUI server, lkpolicy", ja: "WebGUI サーバー、lkpolicy" },
    ],
    ...(since("9.1.0")
      ? [[() => "779", { en: "LifeKeeper API for Monitoring", ja: "LifeKeeper API for Monitoring" }] as const]
      : []),
    ...(since("9.8.0")
      ? [[() => "5000, 5110", { en: "web management console (LKWMC)", ja: "Web 管理コンソール（LKWMC）" }] as const]
      : []),
  ];
  return cluster.nodes.flatMap((node) =>
    services.map(([port, purpose]) =>
      row(
        {
          from: { en: "administrators, and the other nodes", ja: "管理端末、ほかのノード" },
          to: same(`${node.name} ${node.address}`),
          protocol: "TCP",
          port: same(port(node)),
          purpose,
        },
        { lines: at(node.place), ...from("KB-PORTS") },
      ),
    ),
  );
}
