// Reads whatever somebody saved of LifeKeeper's commands on a node: any of the documented displays, lists, several of
// them, of several nodes, with prompts between. Never throws, and says what it could not read.

import { findResourceKind } from "../catalogue/resourceKinds.ts";
import { append } from "../many.ts";
import { type ActualType, nothingKnown, type Part } from "./actual.ts";
import { readDetailedDisplay } from "./detailedDisplay.ts";
import { readList } from "./lists.ts";
import { outputLines } from "./outputLines.ts";
import { cutSections } from "./sections.ts";
import { readShortDisplay, resourcesOfRows, type ShortRow } from "./shortDisplay.ts";

export interface Output {
  readonly parts: readonly Part[];
  /** It holds something that we know, if only a heading. */
  readonly recognised: boolean;
  readonly notRunning: boolean;
  readonly windows: boolean;
  /** Lines of a table or a list that are not as they should be. */
  readonly notUnderstood: readonly string[];
  /** Tags that stand below one that is not there. */
  readonly orphans: readonly string[];
  /** The text ends within a line. */
  readonly cut: boolean;
}

export function readOutput(text: string): Output {
  const { lines, cut } = outputLines(text);
  const { sections, notRunning, windows, stray } = cutSections(lines);
  const parts: Part[] = [];
  const notUnderstood: string[] = [...stray];
  const orphans: string[] = [];
  for (const section of sections) {
    if (section.form === "lcdstatus") {
      const { part, repeated } = readDetailedDisplay(section.lines);
      parts.push(namedByMachines(part));
      for (const line of repeated) notUnderstood.push(line);
    } else if (section.form === "lcdstatus -q" || section.form === "lcdstatus -e") {
      const display = readShortDisplay(section.lines);
      append(parts, partsOfShort(section.form, display));
      for (const line of display.notUnderstood) notUnderstood.push(line);
      for (const tag of display.orphans) orphans.push(tag);
    }
  }
  const tags = new Map(parts.flatMap(({ resources }) => (resources ?? []).map(({ tag, id }) => [tag, id] as const)));
  const fromInstances = new Map(tags);
  // The instances first: where no display was saved, they tell which words are tags.
  const lists = sections.filter(({ form }) => form.endsWith("_list"));
  const instances = lists.filter(({ form }) => form === "ins_list");
  for (const section of [...instances, ...lists.filter(({ form }) => form !== "ins_list")]) {
    const beside = { tags: section.form === "ins_list" ? tags : fromInstances, isType };
    const { part, notUnderstood: strange } = readList(section, beside);
    for (const { tag } of part.resources ?? []) if (!fromInstances.has(tag)) fromInstances.set(tag, undefined);
    parts.push(part);
    for (const line of strange) notUnderstood.push(line);
  }
  const recognised = sections.length > 0;
  return { parts: parts.filter(saysSomething), recognised, notRunning, windows, notUnderstood, orphans, cut };
}

function isType({ application, kind }: ActualType): boolean {
  return findResourceKind(`${application}/${kind}`) !== undefined;
}

function saysSomething({ paths, resources, machines, related, flags, shutdown }: Part): boolean {
  return [paths, resources, machines, related, flags].some((list) => list !== undefined) || shutdown !== undefined;
}

/** One part a node: rows of two nodes in one table are two nodes' rows. */
function partsOfShort(
  from: "lcdstatus -q" | "lcdstatus -e",
  { rows, paths }: ReturnType<typeof readShortDisplay>,
): readonly Part[] {
  const part = { ...nothingKnown, from };
  if (from === "lcdstatus -e") {
    const next = new Map(rows.map(({ tag, first }) => [tag, first ?? null]));
    const resources = resourcesOfRows(rows).map((each) => ({ ...each, next: next.get(each.tag) }));
    return [{ ...part, name: nameByPriority(rows), resources, paths }];
  }
  const byName = new Map<string | undefined, ShortRow[]>();
  for (const row of rows) {
    const own = byName.get(row.first);
    if (own === undefined) byName.set(row.first, [row]);
    else own.push(row);
  }
  if (byName.size === 0) return [{ ...part, resources: [], paths }];
  return [...byName].map(([name, own], at) => {
    return { ...part, name, resources: resourcesOfRows(own), paths: at === 0 ? paths : undefined };
  });
}

/** No priority is better than 1, so whoever prints 1 as its own is the primary. */
function nameByPriority(rows: readonly ShortRow[]): string | undefined {
  const own = rows.filter(({ priority, first, primary }) => priority === 1 && primary !== first);
  const names = new Set(own.map(({ primary }) => primary));
  return names.size === 1 ? [...names][0] : undefined;
}

/** A node lists the machines it knows with itself among them; the others are at the far ends of its paths. */
function namedByMachines(part: Part): Part {
  const others = new Set([
    ...(part.paths ?? []).map(({ peer }) => peer),
    ...(part.resources ?? []).flatMap(({ partners }) => (partners ?? []).map(({ node }) => node)),
  ]);
  const left = (part.machines ?? []).filter((machine) => !others.has(machine));
  return { ...part, name: left.length === 1 && others.size > 0 ? left[0] : undefined };
}
