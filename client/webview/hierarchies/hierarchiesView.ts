// The hierarchies of all nodes side by side: one row a resource, one column a node, the states of lcdstatus.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Cluster, Resource } from "@lkcluster/core/model/cluster.ts";
import { nodeConditionWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { ResourceState } from "@lkcluster/core/simulate/trace.ts";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Message } from "../message.ts";
import type { Picture } from "../picture.ts";
import { keyOf, type Thing } from "../thing.ts";
import { panelWords, hierarchyWords as words } from "../words/panelWords.ts";
import { type HierarchyRow, hierarchyRows, priorityOn } from "./hierarchyRows.ts";
import { lcdstatusText } from "./lcdstatusText.ts";

export interface HierarchiesProps {
  readonly cluster: Cluster;
  readonly picture: Picture;
  readonly as: "table" | "lcdstatus";
  readonly marked: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly locale: Locale;
  readonly dispatch: (message: Message) => void;
}

export function hierarchiesView(props: HierarchiesProps): TemplateResult {
  const { cluster, locale } = props;
  if (cluster.resources.length === 0) return html`<p class="empty">${words.none[locale]}</p>`;
  return props.as === "table" ? stateTable(props) : lcdstatusOfAll(props);
}

/** Nodes that could run anything; a witness-only node has no hierarchy. */
function servers(cluster: Cluster): readonly string[] {
  const used = new Set(cluster.resources.flatMap((resource) => resource.servers.map(({ node }) => node)));
  return cluster.nodes.map(({ name }) => name).filter((name) => used.has(name));
}

function stateTable(props: HierarchiesProps): TemplateResult {
  const { cluster, picture, locale } = props;
  const nodes = servers(cluster);
  return html`<table class="hierarchies" aria-label=${panelWords.hierarchies[locale]}>
    <thead>
      <tr>
        <th scope="col">${words.tag[locale]}</th>
        <th scope="col">${words.id[locale]}</th>
        ${nodes.map((node) => {
          const condition = picture.nodes.get(node)?.condition ?? "up";
          return html`<th scope="col" class="node-column">
            ${node}${condition === "up" ? nothing : html`<div class="condition">${nodeConditionWords[condition][locale]}</div>`}
          </th>`;
        })}
      </tr>
    </thead>
    <tbody>
      ${repeat(
        hierarchyRows(cluster),
        ({ key }) => key,
        (row) => guard(appearanceOf(props, row, nodes), () => resourceRow(props, row, nodes)),
      )}
    </tbody>
  </table>`;
}

/** Everything a row shows, in short: a row is made anew only when this differs. */
function appearanceOf(
  { picture, marked, changed, locale }: HierarchiesProps,
  { resource, key }: HierarchyRow,
  nodes: readonly string[],
): unknown[] {
  const view = picture.resources.get(resource.name);
  const lit = nodes.map((node) => keyOf({ kind: "resource", tag: resource.name, node }));
  return [
    key,
    resource,
    locale,
    view?.states.map(({ state }) => state).join(" "),
    view?.activeOn.length,
    JSON.stringify([view?.mirror, view?.reservation]),
    lit.map((cell) => (changed.has(cell) ? 1 : 0) + (marked.has(cell) ? 2 : 0)).join(""),
  ];
}

function resourceRow(
  props: HierarchiesProps,
  { resource, depth, key }: HierarchyRow,
  nodes: readonly string[],
): TemplateResult {
  const { locale, dispatch } = props;
  const parent = key.split("\n").at(-2);
  return html`<tr class=${depth === 0 ? "root" : ""}>
    <th scope="row" class="tag depth-${Math.min(depth, 8)}">
      <button type="button" class="plain" title=${resource.name}
        @click=${() => dispatch({ kind: "reveal", place: resource.place })}>${resource.name}</button>
      <span class="type">${resource.application}/${resource.kind}</span>
      ${depth === 0 ? nothing : html`<span class="hidden-but-read">${words.under[locale]} ${parent}</span>`}
    </th>
    <td class="id">${resource.id ?? ""}</td>
    ${nodes.map((node) => stateCell(props, resource, node))}
  </tr>`;
}

const stateClasses: Readonly<Record<ResourceState, string>> = { ISP: "isp", ISU: "isu", OSU: "osu", OSF: "osf" };

function stateCell(props: HierarchiesProps, resource: Resource, node: string): TemplateResult {
  const { picture, locale, dispatch, marked, changed } = props;
  const priority = priorityOn(resource, node);
  const view = picture.resources.get(resource.name);
  const state = view?.states.find((entry) => entry.node === node)?.state;
  if (priority === undefined || state === undefined) {
    return html`<td class="no-server" aria-label=${words.notServer[locale]}>–</td>`;
  }
  const thing: Thing = { kind: "resource", tag: resource.name, node };
  const key = keyOf(thing);
  const split = (view?.activeOn.length ?? 0) > 1 && view?.activeOn.includes(node) === true;
  const notes = notesOf(props, resource.name, node);
  const onClick = (event: MouseEvent): void =>
    dispatch(
      event.ctrlKey || event.metaKey || event.shiftKey
        ? { kind: "mark", thing }
        : { kind: "open-menu", menu: { kind: "thing", thing } },
    );
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== " ") return;
    event.preventDefault();
    dispatch({ kind: "mark", thing });
  };
  return html`<td class="cell ${changed.has(key) ? "changed" : ""} ${marked.has(key) ? "marked" : ""}">
    <button type="button" class="state ${stateClasses[state]} ${split ? "split" : ""}" data-key=${key} aria-haspopup="menu"
      aria-label="${resource.name}, ${node}: ${state}${notes === "" ? "" : `, ${notes}`}, ${words.priority[locale]} ${priority}"
      @click=${onClick} @keydown=${onKey}
    ><span class="letters">${state}</span><span class="priority">${priority}</span></button>
    ${notes === "" ? nothing : html`<span class="note">${notes}</span>`}
  </td>`;
}

/** What a mirror or a reservation adds to the state. */
function notesOf({ picture, locale }: HierarchiesProps, tag: string, node: string): string {
  const view = picture.resources.get(tag);
  const notes: string[] = [];
  const mirror = view?.mirror;
  if (mirror !== undefined) {
    if (mirror.source === node) notes.push(words.mirrorSource[locale]);
    else if (mirror.inSync.includes(node)) notes.push(words.mirrorTarget[locale]);
    else if (mirror.resyncingTo.includes(node)) notes.push(words.mirrorResync[locale]);
    else notes.push(words.mirrorOut[locale]);
    if (mirror.corruptOn.includes(node)) notes.push(words.corrupt[locale]);
  }
  if (view?.reservation === node) notes.push(words.reservation[locale]);
  return notes.join(", ");
}

function lcdstatusOfAll({ cluster, picture, locale }: HierarchiesProps): TemplateResult {
  return html`<div class="lcdstatus">
    ${cluster.nodes.map(({ name }) => {
      const text = lcdstatusText(cluster, picture, name);
      const condition = picture.nodes.get(name)?.condition ?? "up";
      return html`<section aria-label="${name}: lcdstatus -q">
        <h3>${name}${condition === "up" ? nothing : html` <span class="condition">${nodeConditionWords[condition][locale]}</span>`}</h3>
        ${text === "" ? nothing : html`<pre tabindex="0"><span class="prompt"># lcdstatus -q</span>\n${text}</pre>`}
      </section>`;
    })}
  </div>`;
}
