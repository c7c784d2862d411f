// A replicated disk in the drawing: where it is written, where it is copied to, and whether the copy is whole.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import type { MirrorView } from "@lkcluster/core/simulate/read.ts";
import { svg } from "lit";
import { fitText, type NamedBox, textWidth } from "../layout/geometry.ts";
import type { Picture } from "../picture.ts";
import { hierarchyWords } from "../words/panelWords.ts";
import { topologyWords as words } from "../words/topologyWords.ts";
import { icon } from "./icons.ts";
import type { ThingFrame } from "./thingFrame.ts";

/** `cut`: a copy is behind; `dead`: data_corrupt is set, or data was lost. */
type Mood = "alive" | "cut" | "dead";

export function mirrorWords(picture: Picture, tag: string, locale: Locale): string {
  const { mirror, targets } = endsOf(picture, tag);
  return `${endsText(mirror, targets)}, ${statesText(mirror, targets, locale)}`;
}

function endsOf(picture: Picture, tag: string) {
  const resource = picture.resources.get(tag);
  const mirror = resource?.mirror;
  const targets = (resource?.states ?? []).map(({ node }) => node).filter((node) => node !== mirror?.source);
  return { mirror, targets };
}

export function mirrorPill(box: NamedBox, picture: Picture, locale: Locale): ThingFrame {
  const { mirror, targets } = endsOf(picture, box.name);
  const mood = moodOf(mirror, targets);
  const ends = [endsText(mirror, targets), worstState(mirror, targets)?.[locale]].filter(Boolean).join(" · ");
  const { x, y, width, height } = box;
  const nameWidth = Math.min(textWidth(box.name, 12), width - 150);
  return {
    thing: { kind: "mirror", name: box.name },
    label: `${words.mirror[locale]} ${box.name}: ${mirrorWords(picture, box.name, locale)}`,
    className: `pill mirror ${mood}`,
    content: svg`<rect class="card" x=${x} y=${y} width=${width} height=${height} rx="4" />
      ${icon(mood === "dead" ? "cross" : "disk", { x: x + 10, y: y + 5 }, 14)}
      <text class="pill-text" x=${x + 29} y=${y + 16}>${fitText(box.name, nameWidth, 12)}</text>
      <text class="small" x=${x + 39 + nameWidth} y=${y + 16}>${fitText(ends, width - nameWidth - 46, 11)}</text>
      <rect class="ring" x=${x - 3} y=${y - 3} width=${width + 6} height=${height + 6} rx="6" />`,
  };
}

/** How many mirrors have every copy in sync, and how many do not. */
export function countMirrors(
  picture: Picture,
  tags: readonly string[],
): { readonly whole: number; readonly other: number } {
  const whole = tags.filter((tag) => {
    const { mirror, targets } = endsOf(picture, tag);
    return moodOf(mirror, targets) === "alive";
  }).length;
  return { whole, other: tags.length - whole };
}

function moodOf(mirror: MirrorView | undefined, targets: readonly string[]): Mood {
  if (mirror === undefined) return "alive";
  if (mirror.corruptOn.length > 0 || mirror.dataLost) return "dead";
  return targets.every((node) => mirror.inSync.includes(node)) ? "alive" : "cut";
}

/** `⇒` copies, `→` is bringing up to date, `×` does neither. */
function endsText(mirror: MirrorView | undefined, targets: readonly string[]): string {
  if (mirror?.source === undefined) return targets.join(", ");
  const signs = targets.map((node) => {
    const sign = mirror.inSync.includes(node) ? "⇒" : mirror.resyncingTo.includes(node) ? "→" : "×";
    return `${sign} ${node}`;
  });
  return `${mirror.source} ${signs.join(" ")}`;
}

/** One word for the whole disk: that of the copy that is worst off. */
function worstState(mirror: MirrorView | undefined, targets: readonly string[]): Localized | undefined {
  if (mirror?.source === undefined || targets.length === 0) return undefined;
  if (mirror.corruptOn.length > 0) return hierarchyWords.corrupt;
  const behind = targets.filter((node) => !mirror.inSync.includes(node));
  if (behind.length === 0) return hierarchyWords.mirrorTarget;
  return behind.every((node) => mirror.resyncingTo.includes(node))
    ? hierarchyWords.mirrorResync
    : hierarchyWords.mirrorOut;
}

function statesText(mirror: MirrorView | undefined, targets: readonly string[], locale: Locale): string {
  return targets
    .map((node) => {
      if (mirror?.corruptOn.includes(node) === true) return `${node} ${hierarchyWords.corrupt[locale]}`;
      if (mirror?.inSync.includes(node) === true) return `${node} ${hierarchyWords.mirrorTarget[locale]}`;
      const resyncing = mirror?.resyncingTo.includes(node) === true;
      return `${node} ${(resyncing ? hierarchyWords.mirrorResync : hierarchyWords.mirrorOut)[locale]}`;
    })
    .join(", ");
}
