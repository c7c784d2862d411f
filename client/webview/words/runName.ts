// What a run is called: its number, the scenario it starts from, and the answers that are its own.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Run } from "../run/run.ts";
import { panelWords as words } from "./panelWords.ts";

export function runName({ number, scenario, readings = [] }: Run, locale: Locale): string {
  const answers = readings.map(({ id, answer }) => `${id} = ${answer}`);
  const said = [scenario, ...answers].filter((part) => part !== undefined).join(", ");
  return `${words.run[locale]} ${number}${said === "" ? "" : `: ${said}`}`;
}
