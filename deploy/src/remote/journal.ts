// Reads the journal of a node: the decisions it wrote down, so that a later run can say what became of an earlier one.

import type { JournalEvent, JournalLine } from "@lkcluster/core/plan/nodeFacts.ts";
import { type ByteText, textOfBytes } from "@lkcluster/core/text/byteText.ts";

/** A line that is cut off or not ours is left out. */
export function readJournal(bytes: ByteText | undefined): readonly JournalLine[] {
  if (bytes === undefined) return [];
  return textOfBytes(bytes)
    .split("\n")
    .flatMap((line): readonly JournalLine[] => {
      const [when = "", transaction = "", ...words] = line.split(" ");
      const event = eventOf(words);
      const ours = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(when) && /^[a-z0-9]{1,40}$/.test(transaction);
      return ours && event !== undefined ? [{ when, transaction, event }] : [];
    });
}

function eventOf([kind, by, file, put]: readonly string[]): JournalEvent | undefined {
  switch (kind) {
    case "confirmed":
    case "stopping":
      return { kind };
    case "starting":
    case "started":
      return by === "client" || by === "timer" ? { kind, by } : undefined;
    case "reverted":
    case "undone":
      if ((by !== "client" && by !== "timer") || (file !== "old" && file !== "foreign")) return undefined;
      return { kind, by, file, put: put === "put" };
    default:
      return undefined;
  }
}
