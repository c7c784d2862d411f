// What is neither node nor path: the quorum storage, quorum hosts, networks and failure domains.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { svg } from "lit";
import type { DomainOutline } from "../layout/domains.ts";
import { centerOf, fitText, type NamedBox, textWidth } from "../layout/geometry.ts";
import { isReached, type Picture } from "../picture.ts";
import { topologyWords as words } from "../words/topologyWords.ts";
import { icon } from "./icons.ts";
import type { ThingFrame } from "./thingFrame.ts";

export function storageCylinder(box: NamedBox, picture: Picture, cluster: Cluster, locale: Locale): ThingFrame {
  const reachedBy = cluster.storages.find(({ name }) => name === box.name)?.reachedBy ?? [];
  const lost = reachedBy.filter((node) => !isReached(picture, box.name, node));
  const { x, y, width, height } = box;
  const cap = 8;
  const middle = centerOf(box).x;
  const body = `M${x} ${y + cap}v${height - cap * 2}a${width / 2} ${cap} 0 0 0 ${width} 0v${-(height - cap * 2)}`;
  return {
    thing: { kind: "storage", name: box.name },
    label: [
      `${words.storage[locale]} ${box.name}`,
      lost.length > 0 ? `${words.notReached[locale]}: ${lost.join(", ")}` : words.reached[locale],
    ].join(", "),
    className: `storage ${lost.length === 0 ? "alive" : lost.length === reachedBy.length ? "dead" : "cut"}`,
    content: svg`<path class="card" d=${body} />
      <ellipse class="card" cx=${middle} cy=${y + cap} rx=${width / 2} ry=${cap} />
      <text class="name centered" x=${middle} y=${y + 34}>${fitText(box.name, width - 12, 12)}</text>
      <text class="small centered" x=${middle} y=${y + 48}>${fitText(words.storage[locale], width - 10, 10)}</text>
      <rect class="ring" x=${x - 4} y=${y - 4} width=${width + 8} height=${height + 8} rx="6" />`,
  };
}

type PillThing = { readonly kind: "network" | "host" | "domain"; readonly name: string };

const pillIcons = { network: "network", host: "globe", domain: "warning" } as const;

export function pill(box: NamedBox, thing: PillThing, picture: Picture, locale: Locale): ThingFrame {
  const lostBy =
    thing.kind === "host"
      ? [...picture.nodes].filter(([, node]) => node.hostsReached.get(thing.name) === false).map(([name]) => name)
      : [];
  const down = thing.kind === "network" ? picture.networksDown.has(thing.name) : lostBy.length > 0;
  const state =
    thing.kind === "host"
      ? down
        ? `${words.notReached[locale]}: ${lostBy.join(", ")}`
        : words.reached[locale]
      : down
        ? words.down[locale]
        : "";
  const { x, y, width, height } = box;
  return {
    thing,
    label: [`${words[thing.kind][locale]} ${thing.name}`, state].filter((part) => part !== "").join(", "),
    className: `pill ${thing.kind} ${down ? "dead" : "alive"}`,
    content: svg`<rect class="card" x=${x} y=${y} width=${width} height=${height} rx=${height / 2} />
      ${icon(down ? "cross" : pillIcons[thing.kind], { x: x + 10, y: y + 5 }, 14)}
      <text class="pill-text" x=${x + 29} y=${y + 16}>${fitText(box.name, width - 38, 12)}</text>
      <rect class="ring" x=${x - 3} y=${y - 3} width=${width + 6} height=${height + 6} rx=${height / 2 + 3} />`,
  };
}

export function domainOutline(outline: DomainOutline, locale: Locale): ThingFrame {
  const also = outline.also.length > 0 ? ` · ${outline.also.join(", ")}` : "";
  const text = fitText(`${outline.name}${also}`, outline.width - 16, 11);
  const { x, y, width, height } = outline;
  return {
    thing: { kind: "domain", name: outline.name },
    label: `${words.domain[locale]} ${outline.name}${also}`,
    className: "domain",
    content: svg`<rect class="outline" x=${x} y=${y} width=${width} height=${height} rx="6" />
      <rect class="caption-back" x=${x + 5} y=${y + 3} width=${textWidth(text, 11) + 8} height="16" rx="3" />
      <rect class="touch-area" x=${x} y=${y} width=${textWidth(text, 11) + 18} height="20" />
      <text class="caption" x=${x + 9} y=${y + 14.5}>${text}</text>
      <rect class="ring" x=${x - 3} y=${y - 3} width=${width + 6} height=${height + 6} rx="8" />`,
  };
}
