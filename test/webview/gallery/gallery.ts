// Browser script that draws invented clusters of every size side by side, to be looked at.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { html, render } from "lit";
import type { TopologyShape } from "../../../client/webview/layout/shape.ts";
import { layoutTopology } from "../../../client/webview/layout/topology.ts";
import type { NodePicture, Picture } from "../../../client/webview/picture.ts";
import { baseStyles } from "../../../client/webview/styles/baseStyles.ts";
import { topologyStyles } from "../../../client/webview/styles/topologyStyles.ts";
import { topologyView } from "../../../client/webview/topology/topologyView.ts";

function shape(count: number, more: Partial<TopologyShape> & { links?: readonly string[]; witnesses?: number }) {
  const witnesses = more.witnesses ?? 0;
  const nodes = Array.from({ length: count + witnesses }, (_, index) => ({
    name: index < count ? `lknode${String(index + 1).padStart(2, "0")}` : `witness${index - count + 1}`,
    role: index < count ? ("node" as const) : ("witness" as const),
  }));
  const links = (more.links ?? [""]).map((network) => ({
    kind: "tcp" as const,
    network: network === "" ? undefined : network,
  }));
  const paths = nodes.flatMap((a, index) =>
    nodes.slice(index + 1).map((b) => ({ nodes: [a.name, b.name] as const, links })),
  );
  const result: TopologyShape = {
    nodes,
    paths,
    networks: [],
    storages: [],
    hosts: [],
    mirrors: [],
    domains: [],
    ...more,
  };
  return result;
}

const node: NodePicture = {
  condition: "up",
  isolated: false,
  isDeceived: false,
  quorum: "held",
  reached: "2/3",
  inService: [],
  failed: [],
  storageReached: true,
  hostsReached: new Map(),
  deadPeers: [],
  flags: [],
  asksAbout: [],
};

function draw(title: string, drawn: TopologyShape) {
  const picture: Picture = {
    timeMs: 0,
    nodes: new Map(
      drawn.nodes.map(({ name, role }, index) => [
        name,
        index === 0
          ? { ...node, inService: ["hulft", "postgres-main", "nfs"] }
          : index === 1 && drawn.nodes.length > 2
            ? { ...node, condition: "halted", quorum: "unchecked" }
            : index === 2 && role === "node"
              ? { ...node, quorum: "lost", reached: "1/3", failed: ["app"] }
              : { ...node, storageReached: index !== 1 },
      ]),
    ),
    links: drawn.paths.map(({ links }, path) =>
      links.map((_, link) => (path === 0 && link === 0 ? "dead" : path === 1 ? "cut" : "alive")),
    ),
    networksDown: new Set(),
    resources: new Map(),
    splitBrain: [],
  };
  // The drawing reads names of paths and storages only.
  const cluster = { name: title, paths: drawn.paths, storages: drawn.storages } as unknown as Cluster;
  const layout = layoutTopology(drawn);
  return html`<h4>${title} ${layout.width}×${layout.height}</h4><div class="frame">${topologyView({
    cluster,
    layout,
    picture,
    locale: "en",
    marked: new Set(["node:lknode01"]),
    current: undefined,
    changed: new Set(),
    lit: undefined,
    on: { open() {}, mark() {}, focus() {}, light() {}, move() {} },
  })}</div>`;
}

const nets = ["office", "private"];
const domain = (name: string, members: readonly string[]) => ({
  name,
  members: members.map((member) => ({
    kind: member.startsWith("net") ? ("network" as const) : ("node" as const),
    name: member,
  })),
});

document.adoptedStyleSheets = [baseStyles, topologyStyles].flatMap((style) =>
  style.styleSheet === undefined ? [] : [style.styleSheet],
);
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  "html,body{overflow:visible;height:auto} .frame{width:700px;max-height:560px;display:flex;justify-content:center} svg.topology{width:100%;height:auto;max-height:560px} main{display:grid;grid-template-columns:700px 700px;gap:16px;padding:8px}",
);
document.adoptedStyleSheets.push(sheet);
const content = html`<main>
  <div>${draw("2 nodes, storage", shape(2, { links: nets, networks: nets, storages: [{ name: "quorum-disk", reachedBy: ["lknode01", "lknode02"] }] }))}</div>
  <div>${draw("2 nodes + witness, domains", shape(2, { witnesses: 1, links: nets, networks: nets, domains: [domain("az-a", ["lknode01", "net-a"]), domain("az-b", ["lknode02"]), domain("az-c", ["witness1"])] }))}</div>
  <div>${draw("2 nodes, hosts", shape(2, { hosts: ["10.0.0.1:80", "dns.example.com:53", "192.168.1.254:80"] }))}</div>
  <div>${draw("3 nodes, storage, nested domains", shape(3, { links: ["a", "b"], storages: [{ name: "qwk", reachedBy: ["lknode01", "lknode02", "lknode03"] }], domains: [domain("rack-1", ["lknode01"]), domain("tokyo", ["lknode01", "lknode02"])] }))}</div>
  <div>${draw("3 + witness", shape(3, { witnesses: 1, links: nets, networks: nets }))}</div>
  <div>${draw("4 nodes, storage", shape(4, { links: nets, networks: nets, storages: [{ name: "qwk", reachedBy: ["lknode01", "lknode02", "lknode03", "lknode04"] }] }))}</div>
  <div>${draw("8 nodes", shape(7, { witnesses: 1, links: nets, networks: nets, hosts: ["10.0.0.1:80", "dns.example.com:53"], domains: [domain("az-a", ["lknode01", "lknode02", "lknode03"]), domain("az-b", ["lknode04", "lknode05"])] }))}</div>
  <div>${draw("32 nodes", shape(32, { links: nets, networks: nets }))}</div>
</main>`;
render(content, document.body);
