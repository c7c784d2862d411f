// One entry of a menu.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";

export type MenuGroup = "faults" | "operations" | "repairs";

export interface MenuItem {
  readonly group: MenuGroup;
  readonly label: Localized;
  readonly events: readonly OutsideEvent[];
}

export function fault(label: Localized, ...events: readonly OutsideEvent[]): MenuItem {
  return { group: "faults", label, events };
}

export function operation(label: Localized, ...events: readonly OutsideEvent[]): MenuItem {
  return { group: "operations", label, events };
}

export function repair(label: Localized, ...events: readonly OutsideEvent[]): MenuItem {
  return { group: "repairs", label, events };
}
