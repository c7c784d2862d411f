// One node of the drawing: name, condition, quorum, and what is in service on it.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { smallest } from "@lkcluster/core/many.ts";
import { nodeConditionWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import { nothing, type SVGTemplateResult, svg } from "lit";
import type { NodeBox } from "../layout/arrangement.ts";
import { fitText, textWidth } from "../layout/geometry.ts";
import { distinctTexts } from "../layout/names.ts";
import type { NodePicture, Picture } from "../picture.ts";
import { quorumWords, topologyWords as words } from "../words/topologyWords.ts";
import { type IconName, icon } from "./icons.ts";
import type { ThingFrame } from "./thingFrame.ts";

/** One word for the whole node; the colour follows it, and the text says it too. */
type Mood = "serving" | "ready" | "watching" | "warning" | "down";

function moodOf(box: NodeBox, node: NodePicture): Mood {
  if (node.condition === "off" || node.condition === "halted" || node.condition === "restarting") return "down";
  if (node.condition !== "up" || node.quorum === "lost" || node.failed.length > 0 || node.isolated) return "warning";
  if (node.inService.length > 0) return "serving";
  return box.role === "witness" ? "watching" : "ready";
}

const moodIcons: Readonly<Record<Mood, IconName>> = {
  serving: "check",
  ready: "dot",
  watching: "dot",
  warning: "warning",
  down: "cross",
};

/** How much wider a name is in bold. */
const boldness = 1.08;

/** What is drawn of each name: different names stay different. One kind of room for all, so that they are cut alike. */
export function nodeNames(boxes: readonly NodeBox[]): ReadonlyMap<string, string> {
  const names = boxes.map(({ name }) => name);
  const rooms = boxes.map((box) => box.x + box.width - nameRight - nameX(box));
  return distinctTexts(names, smallest(rooms), 13 * boldness);
}

/** Room for the mark of its condition, at the right of a name. */
const nameRight = 28;

function nameX(box: NodeBox): number {
  return box.x + (box.height < 70 && box.role === "node" ? 13 : 37);
}

export function nodeCard(box: NodeBox, name: string, picture: Picture, locale: Locale): ThingFrame {
  const thing = { kind: "node", name: box.name } as const;
  const node = picture.nodes.get(box.name);
  if (node === undefined) return { thing, label: box.name, className: "node", content: svg`` };
  const mood = moodOf(box, node);
  const split = node.inService.some((tag) => picture.splitBrain.includes(tag));
  const compact = box.height < 70;
  const x = nameX(box);
  return {
    thing,
    label: labelOf(box, node, locale, split),
    className: `node ${box.role} ${mood}${split ? " split" : ""}`,
    content: svg`
      <rect class="card" x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="4" />
      <path class="accent" d="M${box.x + 4} ${box.y}h-1a3 3 0 0 0-3 3v${box.height - 6}a3 3 0 0 0 3 3h1z" />
      ${compact && box.role === "node" ? nothing : icon(box.role === "witness" ? "eye" : "server", { x: box.x + 13, y: box.y + 9 })}
      <text class="name" x=${x} y=${box.y + 21.5}>${node.condition === "frozen" ? fitText(name, box.x + box.width - 50 - x, 13 * boldness) : name}</text>
      ${icon(split ? "warning" : moodIcons[mood], { x: box.x + box.width - 22, y: box.y + 9 }, 15, "mood")}
      ${compact ? compactLine(box, node, locale) : fullLines(box, node, locale)}
      ${node.condition === "frozen" ? icon("snow", { x: box.x + box.width - 44, y: box.y + 9 }) : nothing}
      <rect class="ring" x=${box.x - 3} y=${box.y - 3} width=${box.width + 6} height=${box.height + 6} rx="6" />`,
  };
}

function fullLines(box: NodeBox, node: NodePicture, locale: Locale): SVGTemplateResult {
  const x = box.x + 14;
  const width = box.width - 28;
  const condition =
    node.isolated && node.condition === "up"
      ? (node.inService.length > 0 ? words.unreachable : words.upIsolated)[locale]
      : nodeConditionWords[node.condition][locale];
  const quorum = isRunning(node) ? quorumWords(node)?.[locale] : undefined;
  return svg`
    <text class="small" x=${x} y=${box.y + 41}>${fitText(condition, width, 11)}</text>
    <text class="small ${node.quorum === "lost" ? "bad" : ""}" x=${x} y=${box.y + 57}>${fitText(quorum ?? "", width, 11)}</text>
    ${serviceLine(box, node, locale)}`;
}

/** The tags in service as chips, or the word for waiting. */
function serviceLine(box: NodeBox, node: NodePicture, locale: Locale): SVGTemplateResult {
  const x = box.x + 14;
  const y = box.y + 66;
  const tags = [
    ...node.failed.map((tag) => ({ tag, className: "failed" })),
    ...node.inService.map((tag) => ({ tag, className: "" })),
  ];
  if (tags.length === 0) {
    const idle = box.role === "witness" ? words.witnessShort : words.standby;
    return svg`<text class="small" x=${x} y=${y + 7.5}>${isRunning(node) ? idle[locale] : ""}</text>`;
  }
  const chips: SVGTemplateResult[] = [];
  let at = x;
  const right = box.x + box.width - 12;
  for (const [index, { tag, className }] of tags.entries()) {
    const rest = tags.length - index;
    const room = right - at - (rest > 1 ? 26 : 0);
    const text = fitText(tag, Math.min(room - 14, 110), 11);
    const width = textWidth(text, 11) + 14;
    if (room < 34) {
      chips.push(svg`<text class="small" x=${at} y=${y + 7.5}>+${rest}</text>`);
      break;
    }
    chips.push(svg`<g class="chip ${className}"><rect x=${at} y=${y - 4} width=${width} height="17" rx="8.5" />
      <text x=${at + width / 2} y=${y + 8.2}>${text}</text></g>`);
    at += width + 5;
  }
  return svg`${chips}`;
}

function compactLine(box: NodeBox, node: NodePicture, locale: Locale): SVGTemplateResult {
  const tags = [...node.failed, ...node.inService];
  const idle = box.role === "witness" ? words.witnessShort[locale] : words.standby[locale];
  const running = tags.length > 0 ? tags.join(", ") : idle;
  const line = isRunning(node) ? running : nodeConditionWords[node.condition][locale];
  return svg`<text class="small" x=${box.x + 14} y=${box.y + 40}>${fitText(line, box.width - 24, 11)}</text>`;
}

function isRunning(node: NodePicture): boolean {
  return node.condition === "up" || node.condition === "frozen" || node.condition === "stopped-keeping-applications";
}

function labelOf(box: NodeBox, node: NodePicture, locale: Locale, split: boolean): string {
  const parts = [
    `${(box.role === "witness" ? words.witness : words.node)[locale]} ${box.name}`,
    nodeConditionWords[node.condition][locale],
    node.isolated ? (node.inService.length > 0 ? words.unreachable : words.isolated)[locale] : "",
    quorumWords(node)?.[locale] ?? "",
    node.inService.length > 0 ? `${words.inService[locale]}: ${node.inService.join(", ")}` : "",
    node.failed.length > 0 ? `${words.failed[locale]}: ${node.failed.join(", ")}` : "",
    split ? words.splitBrain[locale] : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
