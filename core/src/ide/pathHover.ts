// Hover on a path between two nodes: its links, and when each end notices that it is dead.

import type { Locale } from "../locale/localized.ts";
import type { CommPath, Link } from "../model/cluster.ts";
import { quorumConfiguration } from "../model/quorumConfiguration.ts";
import type { PathItem } from "../syntax/cluster/tree.ts";
import { code } from "../text/shown.ts";
import { type Span, touches } from "../text/span.ts";
import type { ClusterModel } from "./snapshot.ts";

export interface PathHover {
  readonly span: Span;
  readonly markdown: string;
  /** True on the word `path` itself, whose own meaning comes behind. */
  readonly onKeyword: boolean;
}

/** On `path` or on the arrow behind it; the names of the nodes speak for themselves. */
export function hoverPath({ parsed, cluster }: ClusterModel, offset: number, locale: Locale): PathHover | undefined {
  for (const item of parsed.tree.cluster?.items ?? []) {
    if (item.kind !== "path") continue;
    const onKeyword = touches(item.keyword, offset);
    const span = onKeyword ? item.keyword : arrowOf(item);
    if (span === undefined || !touches(span, offset)) continue;
    const path =
      cluster?.paths.find(({ place }) => place.span.start === item.span.start) ?? pathOf(item, cluster?.paths);
    if (path === undefined || cluster === undefined) return undefined;
    const ends = path.nodes.flatMap((name) => cluster.nodes.find((node) => node.name === name) ?? []);
    const notices = ends.map((node) => ({ name: node.name, ...quorumConfiguration(node) }));
    const lines = [
      ...path.links.map((link) => `- ${linkText(link, locale)}`),
      ...noticeTexts(notices, locale).map((text) => `- ${text}`),
    ];
    const what = locale === "ja" ? "コミュニケーションパス" : "communication path";
    return { span, markdown: `**${code(path.nodes.join(" ↔ "))}** · ${what}\n\n${lines.join("\n")}`, onKeyword };
  }
  return undefined;
}

function arrowOf({ left, right }: PathItem): Span | undefined {
  if (left === undefined || right === undefined) return undefined;
  return { start: left.span.end + 1, end: right.span.start - 1 };
}

function pathOf({ left, right }: PathItem, paths: readonly CommPath[] = []): CommPath | undefined {
  const names = [left?.value, right?.value];
  return paths.find(({ nodes }) => nodes.every((name) => names.includes(name)));
}

function linkText({ kind, ends, network, priority }: Link, locale: Locale): string {
  const isJapanese = locale === "ja";
  const more = [
    ...(network === undefined ? [] : [isJapanese ? `ネットワーク ${code(network)}` : `on ${code(network)}`]),
    ...(priority === undefined ? [] : [isJapanese ? `優先順位 ${priority}` : `priority ${priority}`]),
  ];
  const between = `${kind} ${code(ends[0])} ↔ ${code(ends[1])}`;
  if (more.length === 0) return between;
  return isJapanese ? `${between}（${more.join("、")}）` : `${between} ${more.join(", ")}`;
}

interface Notice {
  readonly name: string;
  readonly heartbeatMs: number;
  readonly heartbeatCount: number;
}

/** One line where both ends have the same heartbeat, as they must. */
function noticeTexts(ends: readonly Notice[], locale: Locale): readonly string[] {
  const product = ({ heartbeatMs, heartbeatCount }: Notice): string => {
    const unit = locale === "ja" ? "秒" : "s";
    const step = heartbeatMs / 1000;
    return `${step} ${unit} × ${heartbeatCount} = ${step * heartbeatCount} ${unit}`;
  };
  const isSame = new Set(ends.map(product)).size === 1;
  return (isSame ? ends.slice(0, 1) : ends).map((end) => {
    const where = isSame ? "" : locale === "ja" ? `\`${end.name}\` では、` : ` on \`${end.name}\``;
    return locale === "ja"
      ? `${where}切断を検知するまで ${product(end)}`
      : `a dead link is noticed${where} after ${product(end)}`;
  });
}
