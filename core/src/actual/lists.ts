// Reads the lists of the LCDI commands: one record a line, fields between bytes 0x01. Vendor scripts show the meaning of
// a few fields: `net_list` 2, `ins_list` 6 and 7, `eqv_list` 3 and 4. Everything else is told by the filter with which
// the list was asked for, or by what a field alone can be; a position that nobody documents is never trusted.

import {
  type ActualPath,
  type ActualResource,
  type ActualType,
  nothingKnown,
  type Part,
  resourceCalled,
  resourceStates,
} from "./actual.ts";
import { isName } from "./outputLines.ts";
import { type Section, separator } from "./sections.ts";

/** What other outputs of the same node have told before its lists are read. */
export interface Beside {
  /** Every tag with its id, where that is known. */
  readonly tags: ReadonlyMap<string, string | undefined>;
  readonly isType: (type: ActualType) => boolean;
}

export interface ListRead {
  readonly part: Part;
  readonly notUnderstood: readonly string[];
}

export function readList({ form, words, lines }: Section, beside: Beside): ListRead {
  const records = lines.filter((line) => line.trim() !== "");
  const option = (letter: string): string | undefined => {
    const at = words.indexOf(letter);
    return at < 0 ? undefined : words[at + 1];
  };
  const notUnderstood: string[] = [];
  const each = <Item>(read: (fields: readonly string[], line: string) => Item | undefined): readonly Item[] =>
    records.flatMap((line) => {
      const item = read(line.split(separator), line);
      if (item === undefined) notUnderstood.push(line);
      return item ?? [];
    });
  const part = (): Part => {
    switch (form) {
      case "ins_list": {
        const [application, kind] = [option("-a"), option("-r")];
        const asked = application === undefined || kind === undefined ? undefined : { application, kind };
        return { ...nothingKnown, from: form, resources: each((fields) => instanceOf(fields, asked, beside)) };
      }
      case "dep_list":
        return dependencies(option("-c"), option("-p"), each, beside);
      case "eqv_list":
        return {
          ...nothingKnown,
          from: form,
          resources: joined(each((fields) => equivalenceOf(fields, option("-t"), beside))),
        };
      case "net_list":
        return { ...nothingKnown, from: form, paths: each((fields) => netOf(fields, option("-s"))) };
      case "sys_list":
        return { ...nothingKnown, from: form, machines: each((_, line) => nameIn(line)) };
      case "flg_list":
        return { ...nothingKnown, from: form, flags: each((_, line) => nameIn(line)) };
      default:
        return { ...nothingKnown, from: form };
    }
  };
  return { part: part(), notUnderstood };
}

function nameIn(line: string): string | undefined {
  const name = line.trim();
  return isName(name) && !/\s/.test(name) ? name : undefined;
}

/** The tag is the one field before the sixth that is a tag elsewhere, beside its own id where another id is a tag too. */
function instanceOf(
  fields: readonly string[],
  asked: ActualType | undefined,
  { tags, isType }: Beside,
): ActualResource | undefined {
  const before = fields.slice(0, 5);
  const state = fields[6];
  const known = [...new Set(before)].filter((field) => tags.has(field));
  const fitting = known.length < 2 ? known : known.filter((field) => holds(before, field, tags.get(field)));
  const tag = tags.size === 0 ? before[3] : fitting.length === 1 ? fitting[0] : undefined;
  if (tag === undefined || !isName(tag) || state === undefined || !resourceStates.has(state)) return undefined;
  const types = before.flatMap((application) => before.map((kind) => ({ application, kind }))).filter(isType);
  const info = fields[5];
  const switchbacks = fields.slice(7).flatMap((field) => switchbackWords.get(field) ?? []);
  return {
    ...resourceCalled(tag),
    type: asked ?? (types.length === 1 ? types[0] : undefined),
    state,
    info: info === "" ? undefined : info,
    switchback: switchbacks.length === 1 ? switchbacks[0] : undefined,
  };
}

/** A tag that equals its id stands there twice. */
function holds(fields: readonly string[], tag: string, id: string | undefined): boolean {
  return id === undefined || fields.filter((field) => field === id).length >= (tag === id ? 2 : 1);
}

const switchbackWords: ReadonlyMap<string, "intelligent" | "automatic"> = new Map([
  ["INTELLIGENT", "intelligent"],
  ["AUTOMATIC", "automatic"],
]);

function dependencies(
  parent: string | undefined,
  child: string | undefined,
  each: <Item>(read: (fields: readonly string[]) => Item | undefined) => readonly Item[],
  { tags }: Beside,
): Part {
  const others = (own: string | undefined) => (fields: readonly string[]) => {
    const named = [...new Set(fields.filter((field) => tags.has(field) && field !== own))];
    return named.length === 1 ? named[0] : undefined;
  };
  const from = "dep_list";
  if (parent !== undefined) {
    return { ...nothingKnown, from, resources: [{ ...resourceCalled(parent), children: each(others(parent)) }] };
  }
  if (child !== undefined) {
    const related = each(others(child)).map((above): readonly [string, string] => [above, child]);
    return { ...nothingKnown, from, related };
  }
  const related = each((fields): readonly [string, string] | undefined => {
    const named = [...new Set(fields.filter((field) => tags.has(field)))];
    const [first, second] = named;
    return named.length === 2 && first !== undefined && second !== undefined ? [first, second] : undefined;
  });
  return { ...nothingKnown, from, related };
}

function equivalenceOf(
  fields: readonly string[],
  asked: string | undefined,
  { tags }: Beside,
): ActualResource | undefined {
  const [, , node, theirs] = fields;
  const own = asked ?? fields.slice(0, 2).find((field) => tags.has(field));
  if (node === undefined || theirs === undefined || own === undefined || !isName(node) || !isName(theirs))
    return undefined;
  return { ...resourceCalled(own), partners: [{ node, tag: theirs, priority: undefined }] };
}

function joined(resources: readonly ActualResource[]): readonly ActualResource[] {
  const byTag = new Map<string, ActualResource>();
  for (const resource of resources) {
    const before = byTag.get(resource.tag)?.partners ?? [];
    byTag.set(resource.tag, { ...resource, partners: [...before, ...(resource.partners ?? [])] });
  }
  return [...byTag.values()];
}

function netOf(fields: readonly string[], peer: string | undefined): ActualPath | undefined {
  const ends = fields[1] ?? "";
  const [local, remote, more] = ends.split("/");
  if (!isName(ends) || local === undefined) return undefined;
  const known = { peer, state: undefined, priority: undefined };
  if (remote !== undefined && more === undefined && local !== "") return { ...known, network: "TCP", local, remote };
  return ends.startsWith("/") ? { ...known, network: "TTY", local: ends, remote: undefined } : undefined;
}
