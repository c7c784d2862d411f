// The menu that is open: of a thing, or of saving and copying.

import { same } from "@lkcluster/core/locale/localized.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { nothing, type TemplateResult } from "lit";
import type { ShownMoment } from "../derive.ts";
import { pointAt } from "../run/played.ts";
import { keyOf, type Thing } from "../thing.ts";
import type { ViewProps } from "../viewProps.ts";
import { menuGroups, menuWords, nothingToDo } from "../words/menuWords.ts";
import { timeText } from "../words/panelWords.ts";
import { thingName } from "../words/thingName.ts";
import { exportSections } from "./exportSections.ts";
import { menuItems, placeOf } from "./menuItems.ts";
import { type MenuSection, menuView } from "./menuView.ts";
import { whyMoments } from "./whyMoments.ts";

export function shownMenu(props: ViewProps, shown: ShownMoment): TemplateResult | typeof nothing {
  const { state, dispatch } = props;
  const { menu, locale } = state;
  if (menu === undefined) return nothing;
  const close = (): void => dispatch({ kind: "close-menu" });
  const anchorKey = menu.kind === "thing" ? keyOf(menu.thing) : "export";
  return menuView({
    title: menu.kind === "thing" ? thingName(shown.drawn.cluster, menu.thing) : "",
    sections: menu.kind === "thing" ? thingSections(props, shown, menu.thing) : exportSections(props, shown),
    empty: nothingToDo[locale],
    anchor: () => document.querySelector(`[data-key="${CSS.escape(anchorKey)}"]`),
    close,
    locale,
  });
}

function thingSections({ state, dispatch }: ViewProps, shown: ShownMoment, thing: Thing): readonly MenuSection[] {
  const { locale } = state;
  const { cluster } = shown.drawn;
  const items = menuItems(cluster, shown.picture, thing);
  const at = pointAt(shown.played, shown.index);
  const place = placeOf(cluster, thing);
  const file = same("");
  return [
    ...(["faults", "operations", "repairs"] as const).map((group) => ({
      title: menuGroups[group][locale],
      entries: items
        .filter((item) => item.group === group)
        .map(({ label, events }) => ({
          label: label[locale],
          hint: events.map(eventText).join(" and "),
          choose: () => dispatch({ kind: "act", events, at }),
        })),
    })),
    {
      title: menuWords.why[locale],
      entries: whyMoments(cluster, shown.played.moments, shown.index, thing).map(({ index, entry }) => ({
        label: entry.why.text[locale],
        hint: timeText(entry.timeMs),
        choose: () => {
          dispatch({ kind: "close-menu" });
          dispatch({ kind: "tab", tab: "timeline" });
          dispatch({ kind: "go", to: index, count: shown.played.moments.length });
        },
      })),
    },
    {
      title: file[locale],
      entries:
        place === undefined
          ? []
          : [
              {
                label: menuWords.showInFile[locale],
                hint: "",
                choose: () => {
                  dispatch({ kind: "close-menu" });
                  dispatch({ kind: "reveal", place });
                },
              },
            ],
    },
  ];
}
