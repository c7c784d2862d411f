// Communication paths: links between two nodes that exist, the blocks of one pair joined into one path.

import type { Problem } from "../problem.ts";
import type { LinkItem, PathItem } from "../syntax/cluster/tree.ts";
import { bounds, tooMany } from "./bounds.ts";
import type { ClusterNode, CommPath, Link, Named } from "./cluster.ts";
import type { Names } from "./names.ts";
import { structuralProblem } from "./structure.ts";

interface Around {
  readonly file: string;
  readonly nodes: Names<ClusterNode>;
  readonly networks: Names<Named>;
  readonly problems: Problem[];
}

export function lowerPaths(items: readonly PathItem[], around: Around): readonly CommPath[] {
  const { file, nodes, problems } = around;
  const paths = new Map<string, CommPath & { readonly links: Link[] }>();
  for (const item of items) {
    const left = nodes.resolve(item.left, file, problems);
    const right = nodes.resolve(item.right, file, problems);
    const links = item.links.flatMap((link) => lowerLink(link, around));
    if (left === undefined || right === undefined) continue;
    const place = { file, span: { start: item.keyword.start, end: item.right?.span.end ?? item.keyword.end } };
    if (left === right) {
      problems.push(
        structuralProblem("path-to-itself", place, {
          en: `This path leads from \`${left.name}\` to itself. Name the other node.`,
          ja: `\`${left.name}\` から自分自身へのパスになっています。相手のノードを指定してください。`,
        }),
      );
      continue;
    }
    // A pair has one path whichever way round it is written, because COMM_DOWN is raised per pair.
    const key = [left.name, right.name].sort().join("\n");
    const first = paths.get(key);
    const path = first ?? { nodes: [left.name, right.name], links: [], place };
    paths.set(key, path);
    for (const link of links) {
      if (path.links.length === bounds.link) problems.push(tooMany("link", link.place));
      if (path.links.length > bounds.link) break;
      path.links.push(turned(link, path, left.name));
    }
  }
  for (const { links } of paths.values()) links.splice(bounds.link);
  return [...paths.values()];
}

function lowerLink(item: LinkItem, { file, networks, problems }: Around): readonly Link[] {
  const network = networks.resolve(item.network, file, problems);
  if (item.left === undefined || item.right === undefined) return [];
  return [
    {
      kind: item.kind,
      ends: [item.left.value, item.right.value],
      network: network?.name,
      priority: item.priority?.value,
      place: { file, span: item.span },
    },
  ];
}

function turned(link: Link, path: CommPath, leftName: string): Link {
  return path.nodes[0] === leftName ? link : { ...link, ends: [link.ends[1], link.ends[0]] };
}
