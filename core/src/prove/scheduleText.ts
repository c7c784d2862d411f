// When everything of a counterexample happens, one line for each moment at which something does.

import type { Localized } from "../locale/localized.ts";
import type { Event } from "../simulate/event.ts";
import { eventWords } from "../simulate/scenario/eventWords.ts";
import type { Counterexample } from "./counterexample.ts";

export interface DatedText {
  readonly atMs: number;
  readonly text: Localized;
}

/** Without the single paths of a pair, and without the handlers that follow in the same moment. */
export function scheduleText({ events, moments }: Counterexample): readonly DatedText[] {
  return events.flatMap((event, index) => {
    const atMs = moments[index] ?? 0;
    return isDetail(event, moments[index - 1] === atMs) ? [] : [{ atMs, text: withNode(event) }];
  });
}

function isDetail({ kind }: Event, atTheSameMoment: boolean): boolean {
  if (kind === "path-dead" || kind === "path-alive") return true;
  return atTheSameMoment && (kind === "handle-comm-down" || kind === "handle-comm-up");
}

function withNode(event: Event): Localized {
  const words = eventWords(event);
  switch (event.kind) {
    case "comm-down":
    case "comm-up":
    case "handle-comm-down":
    case "handle-comm-up":
    case "witness-check":
    case "confirm-timeout":
    case "booted":
    case "lcm-avail":
    case "stopped":
    case "quick-check":
    case "standby-check":
    case "disk-check":
    case "reservation-won":
    case "reservation-lost":
    case "resync-done":
      return { en: `${event.node}: ${words.en}`, ja: `${event.node}: ${words.ja}` };
    default:
      return words;
  }
}
