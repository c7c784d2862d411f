// One row of the time line in a few words: what fits into a box of the sequence diagram.

import { type Localized, same } from "@lkcluster/core/locale/localized.ts";
import { eventWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";

export function shortWords(entry: TimelineEntry): Localized {
  const { facts, rule } = entry.why;
  const fact = (name: string): string => {
    const value = facts[name];
    return typeof value === "object" ? value.join(", ") : value === undefined ? "" : String(value);
  };
  const count =
    typeof facts["total"] === "number" && facts["mode"] !== "storage" ? ` ${fact("reached")}/${fact("total")}` : "";
  switch (rule) {
    case "path-dead":
      return { en: `path ${fact("index")} DEAD`, ja: `パス ${fact("index")} DEAD` };
    case "path-alive":
      return { en: `path ${fact("index")} ALIVE`, ja: `パス ${fact("index")} ALIVE` };
    case "quorum-held":
      return { en: `quorum held${count}`, ja: `Quorum あり${count}` };
    case "quorum-lost":
      return { en: `quorum lost${count}`, ja: `Quorum 喪失${count}` };
    case "witness-alive":
      return { en: `${fact("about")} lives`, ja: `${fact("about")} は稼働中` };
    case "witness-dead":
    case "witness-off":
      return { en: `${fact("about")} is dead`, ja: `${fact("about")} は停止` };
    case "witness-watch":
      return { en: `watches ${fact("about")}`, ja: `${fact("about")} を監視` };
    case "no-failover-flag":
      return { en: "no failover (flag)", ja: "フラグによりフェイルオーバーなし" };
    case "loss-fastkill":
      return same("fastkill");
    case "loss-fastboot":
      return same("fastboot");
    case "loss-osu":
      return same("osu");
    case "take-over":
      return { en: `takes over ${fact("tag")}`, ja: `${fact("tag")} を引き継ぎ` };
    case "take-over-none":
      return { en: "nothing to take over", ja: "引き継ぎなし" };
    case "power-off":
      return { en: `STONITH ${fact("peer")}`, ja: `STONITH ${fact("peer")}` };
    case "mirror-source":
      return { en: `${fact("tag")} source`, ja: `${fact("tag")} ソース` };
    default:
      return resourceWords(entry) ?? eventWords(entry.event);
  }
}

/** `hulft ISP`: the one resource that changed. */
function resourceWords({ changes, why }: TimelineEntry): Localized | undefined {
  if (why.rule === "outside") return undefined;
  const moved = changes.filter((change) => change.kind === "resource");
  const last = moved.at(-1);
  return last === undefined ? undefined : same(`${last.tag} ${last.to}`);
}
