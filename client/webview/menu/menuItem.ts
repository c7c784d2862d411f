// One entry of a menu: what the language calls the event, from where the menu is opened.

import type { MenuPlace, Role } from "@lkcluster/core/language/action.ts";
import { actions, type OutsideEvent } from "@lkcluster/core/language/actions.ts";
import { menuText } from "@lkcluster/core/language/tell.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { surroundingsOf } from "@lkcluster/core/model/surroundings.ts";

export type MenuGroup = "faults" | "operations" | "repairs";

export interface MenuItem {
  readonly group: MenuGroup;
  readonly label: Localized;
  readonly events: readonly OutsideEvent[];
}

const groups: Readonly<Record<Role, MenuGroup>> = {
  fault: "faults",
  operation: "operations",
  repair: "repairs",
  time: "operations",
};

/** Makes entries of what can happen. */
export function offering(
  cluster: Cluster,
): (events: readonly OutsideEvent[], place?: MenuPlace) => readonly MenuItem[] {
  const surroundings = surroundingsOf(cluster);
  return (events, place = "here") =>
    events.map((event) => ({
      group: groups[actions[event.kind].role],
      label: menuText(event, place, surroundings),
      events: [event],
    }));
}
