// The drawing as tables: everything it shows, with the same menus.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { nodeConditionWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { TopologyShape } from "../layout/shape.ts";
import { isReached, type Picture } from "../picture.ts";
import { keyOf, type Thing } from "../thing.ts";
import { linkConditionWords, quorumWords, topologyWords as words } from "../words/topologyWords.ts";
import { mirrorWords } from "./mirrorPill.ts";
import type { ThingEvents } from "./thingFrame.ts";

export interface TopologyTableProps {
  readonly cluster: Cluster;
  readonly shape: TopologyShape;
  readonly picture: Picture;
  readonly locale: Locale;
  readonly marked: ReadonlySet<string>;
  readonly on: ThingEvents;
}

export function topologyTable(props: TopologyTableProps): TemplateResult {
  const { cluster, shape, picture, locale } = props;
  const other: readonly Row[] = [
    ...shape.networks.map((name) => ({
      thing: { kind: "network", name } as const,
      kind: words.network[locale],
      name,
      state: picture.networksDown.has(name) ? words.down[locale] : "",
    })),
    ...shape.storages.map(({ name, reachedBy }) => ({
      thing: { kind: "storage", name } as const,
      kind: words.storage[locale],
      name,
      state: reachText(
        reachedBy.filter((node) => !isReached(picture, name, node)),
        locale,
      ),
    })),
    ...shape.hosts.map((name) => ({
      thing: { kind: "host", name } as const,
      kind: words.host[locale],
      name,
      state: reachText(
        [...picture.nodes].filter(([, node]) => node.hostsReached.get(name) === false).map(([node]) => node),
        locale,
      ),
    })),
    ...shape.mirrors.map(({ name }) => ({
      thing: { kind: "mirror", name } as const,
      kind: words.mirror[locale],
      name,
      state: mirrorWords(picture, name, locale),
    })),
    ...shape.domains.map(({ name, members }) => ({
      thing: { kind: "domain", name } as const,
      kind: words.domain[locale],
      name,
      state: members.map((member) => member.name).join(", "),
    })),
  ];
  return html`<div class="topology-tables">
    <table aria-label=${words.node[locale]}>
      <thead>
        <tr>
          <th scope="col">${words.node[locale]}</th>
          <th scope="col">${words.state[locale]}</th>
          <th scope="col">Quorum</th>
          <th scope="col">${words.inService[locale]}</th>
          <th scope="col">${words.failed[locale]}</th>
        </tr>
      </thead>
      <tbody>
        ${cluster.nodes.map(({ name, role }) => nodeRow(props, name, role))}
      </tbody>
    </table>
    <table aria-label=${words.paths[locale]}>
      <thead>
        <tr>
          <th scope="col">${words.path[locale]}</th>
          <th scope="col">${words.ends[locale]}</th>
          <th scope="col">${words.network[locale]}</th>
          <th scope="col">${words.state[locale]}</th>
        </tr>
      </thead>
      <tbody>
        ${cluster.paths.flatMap((path, pathIndex) =>
          path.links.map((link, linkIndex) => {
            const condition = picture.links[pathIndex]?.[linkIndex] ?? "alive";
            return html`<tr>
              <th scope="row">${button(props, { kind: "link", path: pathIndex, link: linkIndex }, `${path.nodes.join(" ↔ ")} ${linkIndex + 1}`)}</th>
              <td>${link.kind} ${link.ends.join(" ↔ ")}</td>
              <td>${link.network ?? ""}</td>
              <td class="condition ${condition}">${linkConditionWords[condition][locale]}</td>
            </tr>`;
          }),
        )}
      </tbody>
    </table>
    ${
      other.length === 0
        ? nothing
        : html`<table aria-label=${words.around[locale]}>
          <thead>
            <tr>
              <th scope="col">${words.around[locale]}</th>
              <th scope="col">${words.name[locale]}</th>
              <th scope="col">${words.state[locale]}</th>
            </tr>
          </thead>
          <tbody>
            ${other.map(
              ({ thing, kind, name, state }) => html`<tr>
                <td>${kind}</td>
                <th scope="row">${button(props, thing, name)}</th>
                <td>${state}</td>
              </tr>`,
            )}
          </tbody>
        </table>`
    }
  </div>`;
}

interface Row {
  readonly thing: Thing;
  readonly kind: string;
  readonly name: string;
  readonly state: string;
}

function reachText(lostBy: readonly string[], locale: Locale): string {
  return lostBy.length === 0 ? words.reached[locale] : `${words.notReached[locale]}: ${lostBy.join(", ")}`;
}

function nodeRow(props: TopologyTableProps, name: string, role: "node" | "witness"): TemplateResult {
  const { picture, locale } = props;
  const node = picture.nodes.get(name);
  if (node === undefined) return html``;
  const condition = `${nodeConditionWords[node.condition][locale]}${node.isolated ? `, ${words.isolated[locale]}` : ""}`;
  return html`<tr>
    <th scope="row">
      ${button(props, { kind: "node", name }, name)}
      ${role === "witness" ? html`<span class="type">${words.witnessShort[locale]}</span>` : nothing}
    </th>
    <td class="condition ${node.condition}">${condition}</td>
    <td class=${node.quorum === "lost" ? "bad" : ""}>${quorumWords(node)?.[locale] ?? ""}</td>
    <td>${node.inService.join(", ")}</td>
    <td>${node.failed.join(", ")}</td>
  </tr>`;
}

function button({ marked, on }: TopologyTableProps, thing: Thing, text: string): TemplateResult {
  const key = keyOf(thing);
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) on.mark(thing);
    else on.open(thing);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== " ") return;
    event.preventDefault();
    on.mark(thing);
  };
  return html`<button type="button" class="link ${marked.has(key) ? "marked" : ""}" data-key=${key} aria-haspopup="menu"
    aria-pressed=${marked.has(key)} @click=${onClick} @keydown=${onKey}>${text}</button>`;
}
