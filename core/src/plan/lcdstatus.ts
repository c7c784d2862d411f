// Reads what `lcdstatus -q` prints: the resources of the node it ran on, and its communication paths. Never throws;
// a line it does not understand is skipped. Depth comes from the indent in the TAG column, of one blank or two a level.

export interface ShortStatus {
  readonly resources: readonly StatusResource[];
  readonly paths: readonly StatusPath[];
}

export interface StatusResource {
  readonly node: string;
  readonly tag: string;
  readonly id: string;
  readonly state: string;
  readonly priority: number | undefined;
  readonly primary: string;
  /** 0 for the root of a hierarchy. */
  readonly depth: number;
}

export interface StatusPath {
  readonly node: string;
  readonly network: string;
  /** `local/remote`, or a device. */
  readonly addresses: string;
  readonly state: string;
  readonly priority: number | undefined;
}

export function parseShortStatus(output: string): ShortStatus {
  const rows: (Omit<StatusResource, "depth"> & { readonly indent: number; readonly root: boolean })[] = [];
  const paths: StatusPath[] = [];
  let table: "resources" | "paths" | undefined;
  let tagColumn = 0;
  let afterBlank = true;
  for (const line of output.split(/\r?\n/)) {
    if (/^LOCAL\s+TAG\s+ID\s+STATE/.test(line)) {
      table = "resources";
      tagColumn = line.indexOf("TAG");
    } else if (/^MACHINE\s+NETWORK\s/.test(line)) table = "paths";
    else if (line.trim() === "") {
      afterBlank = true;
      continue;
    } else if (table === "resources") {
      const row = resourceRow(line, tagColumn);
      if (row !== undefined) rows.push({ ...row, root: afterBlank });
    } else if (table === "paths") {
      const row = pathRow(line);
      if (row !== undefined) paths.push(row);
    }
    afterBlank = false;
  }
  return { resources: withDepth(rows), paths };
}

function resourceRow(
  line: string,
  tagColumn: number,
): (Omit<StatusResource, "depth"> & { readonly indent: number }) | undefined {
  const words = line.trim().split(/\s+/);
  const [node, tag] = words;
  const primary = words.at(-1);
  const priority = words.at(-2);
  const state = words.at(-3);
  if (node === undefined || tag === undefined || primary === undefined || words.length < 5) return undefined;
  if (state === undefined || !/^(ISP|ISU|OSU|OSF|ILLSTATE|UNKNOWN)$/.test(state)) return undefined;
  const at = line.indexOf(tag, line.indexOf(node) + node.length);
  return {
    node,
    tag,
    id: words.slice(2, -3).join(" "),
    state,
    priority: numberOf(priority),
    primary,
    indent: Math.max(0, at - tagColumn),
  };
}

function pathRow(line: string): StatusPath | undefined {
  const [node, network, addresses, state, priority] = line.trim().split(/\s+/);
  if (node === undefined || network === undefined || addresses === undefined || state === undefined) return undefined;
  return { node, network, addresses, state, priority: numberOf(priority) };
}

function numberOf(word: string | undefined): number | undefined {
  return word !== undefined && /^\d+$/.test(word) ? Number(word) : undefined;
}

/** Indents become levels: each deeper indent than the one above is one level down. */
function withDepth(
  rows: readonly (Omit<StatusResource, "depth"> & { readonly indent: number; readonly root: boolean })[],
): readonly StatusResource[] {
  const open: number[] = [];
  return rows.map(({ indent, root, ...row }) => {
    if (root) open.length = 0;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    return { ...row, depth: open.length - 1 };
  });
}

/** What must still hold after a deployment: living paths stay alive, resources keep their states. */
export function findWorsened(before: ShortStatus, after: ShortStatus): readonly string[] {
  const dead = before.paths
    .filter(({ state }) => state === "ALIVE")
    .filter((path) => !after.paths.some((now) => samePath(path, now) && now.state === "ALIVE"))
    .map((path) => `${path.node} ${path.addresses}`);
  const moved = before.resources
    .filter((resource) => !after.resources.some(({ tag, state }) => tag === resource.tag && state === resource.state))
    .map(({ tag, state }) => {
      const now = after.resources.find((resource) => resource.tag === tag)?.state ?? "—";
      return `${tag} ${state} → ${now}`;
    });
  return [...dead, ...moved];
}

function samePath(a: StatusPath, b: StatusPath): boolean {
  return a.node === b.node && a.network === b.network && a.addresses === b.addresses;
}
