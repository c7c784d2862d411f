// Events in one line, the same in every language of the user: outside events as the cluster language spells them, so that
// a counterexample can be pasted into a scenario; inside events in LifeKeeper's own words. In sentences: eventWords.ts.

import { unreachable } from "../../assert.ts";
import { actions } from "../../language/actions.ts";
import { type Piece, readForm } from "../../language/form.ts";
import { namedIn, type Slot } from "../../language/slots.ts";
import { writtenName } from "../../model/names.ts";
import { type Event, type InsideEvent, isOutside, type OutsideEvent } from "../event.ts";

export function eventText(event: Event): string {
  return isOutside(event) ? outsideText(event) : insideText(event);
}

/** As its form says. */
function outsideText(event: OutsideEvent): string {
  return written(readForm(actions[event.kind].form), event).join(" ");
}

function written(pieces: readonly Piece[], event: Readonly<Record<string, unknown>>): readonly string[] {
  return pieces.flatMap((piece): readonly string[] => {
    if (piece.kind === "word") return [piece.word];
    if (piece.kind === "slot") return [valueText(piece.slot, event[piece.field])];
    const isWritten =
      piece.flag === undefined
        ? piece.pieces.every((inner) => inner.kind !== "slot" || event[inner.field] !== undefined)
        : event[piece.flag] === true;
    return isWritten ? written(piece.pieces, event) : [];
  });
}

function valueText(slot: Slot, value: unknown): string {
  if (Array.isArray(value))
    return value.map((one) => writtenName(String(one))).join(slot === "between" ? " <-> " : ", ");
  // A name may equal a keyword; a number or one of two words may not.
  return namedIn(slot).length > 0 ? writtenName(String(value)) : String(value);
}

function insideText(event: InsideEvent): string {
  switch (event.kind) {
    case "path-dead":
      return `path ${event.peer}#${event.index} DEAD`;
    case "path-alive":
      return `path ${event.peer}#${event.index} ALIVE`;
    case "comm-down":
    case "handle-comm-down":
      return `COMM_DOWN(${event.peer})`;
    case "comm-up":
    case "handle-comm-up":
      return `COMM_UP(${event.peer})`;
    case "witness-check":
      return `witness check(${event.peer})`;
    case "confirm-timeout":
      return `CONFIRMSOTO(${event.peer})`;
    case "booted":
      return "boot";
    case "lcm-avail":
      return "LCM_AVAIL";
    case "stopped":
      return "lkstop";
    case "quick-check":
      return `quickCheck(${event.tag})`;
    case "standby-check":
      return `OSUquickCheck(${event.tag})`;
    case "disk-check":
      return `disk check(${event.tag})`;
    case "reservation-won":
    case "reservation-lost":
      return `RESERVE(${event.tag})`;
    case "resync-done":
      return `resync(${event.tag})`;
    default:
      return unreachable(event, "an inside event without a text");
  }
}
