// What `lcdstatus -q` would print on a node at this moment. The widths follow the longest entry, as the command does.

import { largest } from "@lkcluster/core/many.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { Picture } from "../picture.ts";
import { type HierarchyRow, hierarchyRows, priorityOn } from "./hierarchyRows.ts";

export function lcdstatusText(cluster: Cluster, picture: Picture, node: string): string {
  const condition = picture.nodes.get(node)?.condition;
  if (condition === "off" || condition === "halted" || condition === "restarting") return "";
  if (condition !== "up" && condition !== "frozen") return "LifeKeeper does not appear to be running.\n";
  const rows = hierarchyRows(cluster).filter(({ resource }) => priorityOn(resource, node) !== undefined);
  const resources = table(
    ["LOCAL", "TAG", "ID", "STATE", "PRIO", "PRIMARY"],
    rows.map((row) => resourceLine(row, picture, node)),
    rows.map(({ depth }, index) => index > 0 && depth === 0),
  );
  const paths = table(
    ["MACHINE", "NETWORK", "ADDRESSES/DEVICE", "STATE", "PRIO"],
    pathLines(cluster, picture, node),
    [],
  );
  return `${resources}\n${paths}`;
}

function resourceLine({ resource, depth }: HierarchyRow, picture: Picture, node: string): readonly string[] {
  const state = picture.resources.get(resource.name)?.states.find((entry) => entry.node === node)?.state ?? "";
  return [
    node,
    `${"  ".repeat(depth)}${resource.name}`,
    resource.id ?? resource.name,
    state,
    String(priorityOn(resource, node) ?? ""),
    resource.servers[0]?.node ?? "",
  ];
}

function pathLines(cluster: Cluster, picture: Picture, node: string): readonly (readonly string[])[] {
  return cluster.paths.flatMap((path, index) => {
    const side = path.nodes.indexOf(node);
    if (side < 0) return [];
    return path.links.map((link, position) => {
      const [own, other] = side === 0 ? link.ends : [link.ends[1], link.ends[0]];
      const dead = picture.links[index]?.[position] === "dead";
      return [
        path.nodes[1 - side] ?? "",
        link.kind.toUpperCase(),
        link.kind === "tty" ? own : `${own}/${other}`,
        dead ? "DEAD" : "ALIVE",
        link.kind === "tty" ? "--" : String(link.priority ?? position + 1),
      ];
    });
  });
}

function table(head: readonly string[], lines: readonly (readonly string[])[], gapBefore: readonly boolean[]): string {
  const widths = head.map((title, column) =>
    largest([title.length, ...lines.map((line) => (line[column] ?? "").length)]),
  );
  const numeric = head.map((title) => title === "PRIO");
  const print = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  const body = lines.map((line, index) => `${gapBefore[index] === true ? "\n" : ""}${print(line)}\n`);
  return `${print(head)}\n${body.join("")}`;
}
