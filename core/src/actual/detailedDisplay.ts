// Reads the detailed display, `lcdstatus` without -q and -e: the only one that prints types and the priorities of the
// other nodes. Of a long display we know a part; a line that we do not know is passed over.

import {
  type ActualPath,
  type ActualResource,
  nothingKnown,
  type Part,
  type Partner,
  resourceCalled,
} from "./actual.ts";
import { isName, wholeNumber } from "./outputLines.ts";
import { isResourceHead } from "./sections.ts";

type Draft = { -readonly [Field in keyof ActualResource]: ActualResource[Field] } & { partners: Partner[] };

export interface DetailedDisplay {
  readonly part: Part;
  /** Lines that say a second time what a resource has once: the head of the next one is not there. */
  readonly repeated: readonly string[];
}

export function readDetailedDisplay(lines: readonly string[]): DetailedDisplay {
  const drafts: Draft[] = [];
  const parents = new Map<string, string[]>();
  const machines: string[] = [];
  const paths: ActualPath[] = [];
  const repeated: string[] = [];
  let flags: string[] | undefined;
  let strategy: string | undefined;
  let resource: Draft | undefined;
  let list: "machines" | "flags" | undefined;
  let path: string | undefined;
  for (const given of lines) {
    const line = given.trim();
    if (path !== undefined) {
      const whole = `${path} ${line}`;
      path = undefined;
      const read = pathOf(whole);
      if (read !== undefined) paths.push(read);
      if (!/\bto machine=/.test(line)) continue;
    }
    const machine = /^machine=(\S+)\s/.exec(`${line} `)?.[1];
    if (isResourceHead(line)) {
      resource = headOf(line);
      list = undefined;
      if (resource !== undefined) drafts.push(resource);
    } else if (/(?:^|\s)to machine=/.test(line)) {
      resource = undefined;
      const read = /\bstate=/.test(line) ? pathOf(line) : undefined;
      if (read === undefined) path = line;
      else paths.push(read);
    } else if (/^The following LifeKeeper machines/i.test(line)) {
      list = "machines";
      resource = undefined;
    } else if (/^The following LifeKeeper flags/i.test(line)) {
      list = "flags";
      resource = undefined;
      flags ??= [];
    } else if (/^The shutdown strategy is set to:/i.test(line)) {
      strategy = line
        .slice(line.indexOf(":") + 1)
        .trim()
        .replace(/\.$/, "");
      list = undefined;
    } else if (/^ROOT OF RESOURCE HIERARCHY/i.test(line)) list = undefined;
    else if (machine !== undefined && resource === undefined && isName(machine)) machines.push(machine);
    else if (list === "flags" && line !== "" && !/\s/.test(line) && isName(line)) flags?.push(line);
    else if (resource !== undefined && !readField(line, resource, parents)) repeated.push(line);
  }
  if (path !== undefined) {
    const read = pathOf(path);
    if (read !== undefined) paths.push(read);
  }
  const part: Part = {
    ...nothingKnown,
    from: "lcdstatus",
    machines: machines.length > 0 ? [...new Set(machines)] : undefined,
    paths: paths.length > 0 || machines.length > 0 ? paths : undefined,
    resources: drafts.length > 0 ? withChildren(drafts, parents) : undefined,
    // The flags are printed right before the strategy, and only when there are any.
    flags: flags ?? (strategy === undefined ? undefined : []),
    shutdown: strategy === undefined ? undefined : strategy === "switchover" ? "switchover" : "stay",
  };
  return { part, repeated };
}

function headOf(line: string): Draft | undefined {
  const colon = line.indexOf(": id=");
  const app = line.lastIndexOf(" app=");
  const rest = /^ app=(\S+) type=(\S+) state=(\S+)$/.exec(line.slice(app));
  const tag = line.slice(0, colon);
  if (rest === null || app < colon || !isName(tag) || /\s/.test(tag)) return undefined;
  const [, application = "", kind = "", state] = rest;
  return { ...resourceCalled(tag), id: line.slice(colon + 5, app), type: { application, kind }, state, partners: [] };
}

/** False: the resource has said this already. */
function readField(line: string, resource: Draft, parents: Map<string, string[]>): boolean {
  const needs = /^depends on resources:(.*)$/.exec(line)?.[1];
  const needed = /^these resources are dependent:(.*)$/.exec(line)?.[1];
  const priority = /^Local priority = (\d+)/.exec(line)?.[1];
  const partner = /^SHARED equivalency with "([^"]+)" on "([^"]+)"(?:, priority = (\d+))?/.exec(line);
  if (needs !== undefined) {
    if (resource.children !== undefined) return false;
    resource.children = tagsIn(needs);
  } else if (needed !== undefined) {
    if (parents.has(resource.tag)) return false;
    parents.set(resource.tag, [...tagsIn(needed)]);
  } else if (priority !== undefined) {
    if (resource.priority !== undefined) return false;
    resource.priority = wholeNumber(priority);
  } else if (partner !== null) {
    const [, tag = "", node = "", theirs] = partner;
    if (resource.partners.some((each) => each.node === node)) return false;
    if (isName(tag) && isName(node)) resource.partners.push({ tag, node, priority: wholeNumber(theirs) });
  } else if (line.startsWith("info=")) {
    if (resource.info !== undefined) return false;
    resource.info = line.slice("info=".length);
  }
  return true;
}

function tagsIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((tag) => tag !== "" && isName(tag));
}

/** What a child says of its parents counts as much as what they say of it. */
function withChildren(
  drafts: readonly Draft[],
  parents: ReadonlyMap<string, readonly string[]>,
): readonly ActualResource[] {
  const byTag = new Map<string, Draft>();
  for (const draft of drafts) {
    const first = byTag.get(draft.tag);
    if (first === undefined) byTag.set(draft.tag, { ...draft, children: [...(draft.children ?? [])] });
    else first.children = [...(first.children ?? []), ...(draft.children ?? [])];
  }
  for (const [child, above] of parents) {
    for (const parent of above) {
      const found = byTag.get(parent);
      if (found !== undefined) found.children = [...(found.children ?? []), child];
    }
  }
  return [...byTag.values()].map((draft) => ({ ...draft, children: [...new Set(draft.children)] }));
}

function pathOf(text: string): ActualPath | undefined {
  const peer = /\bto machine=(\S+)/.exec(text)?.[1];
  const network = /\btype=(\S+)/.exec(text)?.[1];
  const ends = /\b(?:addresses|device)=(\S+)/.exec(text)?.[1];
  const state = /\bstate="?([A-Z]+)/.exec(text)?.[1];
  const priority = wholeNumber(/\bpriority=(\d+)/.exec(text)?.[1]);
  if (peer === undefined || ends === undefined || !isName(peer) || !isName(ends)) return undefined;
  if (network === "TTY") return { peer, network, local: ends, remote: undefined, state, priority };
  const [local, remote] = ends.split("/");
  if (network !== "TCP" || local === undefined || remote === undefined) return undefined;
  return { peer, network, local, remote, state, priority };
}
