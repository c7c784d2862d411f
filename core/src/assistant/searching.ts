// How long an assistant lets a search go on.

import { count } from "./schema.ts";
import type { ToolCall } from "./tool.ts";

const usualSeconds = 20;
const secondsMax = 60;

export const secondsTaken = count(
  1,
  secondsMax,
  `A search ends after so many seconds and is then incomplete; usually ${usualSeconds}`,
);

export function secondsOf({ args }: ToolCall): number {
  return typeof args["seconds"] === "number" ? args["seconds"] : usualSeconds;
}
