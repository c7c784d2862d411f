// The first twenty seconds: one line that says what is seen and why, and a key that leads on. It ends when the user
// does something of his own.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { html, type TemplateResult } from "lit";
import type { ShownMoment } from "../derive.ts";
import { toolView } from "../shell/toolView.ts";
import type { ViewProps } from "../viewProps.ts";
import { outcomeSentences } from "../words/outcomeWords.ts";
import { timeText } from "../words/panelWords.ts";
import { nextStop, stopsOf } from "./stops.ts";

export function tourView({ state, dispatch }: ViewProps, shown: ShownMoment): TemplateResult {
  const { locale } = state;
  const { moments } = shown.played;
  const stops = stopsOf(moments);
  const place = stops.findLastIndex((stop) => stop <= shown.index);
  const next = nextStop(moments, shown.index, 1);
  const go = (): void => dispatch({ kind: "tour", by: 1, moments });
  return html`<aside class="tour" aria-label=${words.tour[locale]}>
    <span class="tour-place">${place + 1}/${stops.length}</span>
    <p aria-live="polite">${textOf(shown, next === undefined)[locale]}</p>
    ${
      next === undefined
        ? html`<button type="button" class="tour-next" data-key="tour-next" @click=${() => dispatch({ kind: "end-tour" })}>${words.done[locale]}</button>`
        : html`<button type="button" class="tour-next" data-key="tour-next" @click=${go}>${words.next[locale]}</button>`
    }
    ${toolView({ icon: "close", label: words.end[locale], press: () => dispatch({ kind: "end-tour" }) })}
  </aside>`;
}

function textOf({ moment, played, outcome }: ShownMoment, isLast: boolean): Localized {
  const { entry } = moment;
  if (entry === undefined) {
    const first = played.moments[1]?.entry?.why.text;
    return {
      en: `Everything runs. In a moment something breaks: ${first?.en ?? ""} Press → to see why what happens then.`,
      ja: `正常な状態です。これから障害が起きます: ${first?.ja ?? ""} → キーで、何がなぜ起きるかを順に見られます。`,
    };
  }
  if (isLast) {
    const said = outcomeSentences(outcome);
    return {
      en: `${said.map(({ en }) => en).join(" ")} Now break it yourself: click a node, a path or a disk.`,
      ja: `${said.map(({ ja }) => ja).join("")}今度は、ノード、パス、ディスクをクリックして、障害を起こしてみてください。`,
    };
  }
  const who = entry.node === undefined ? "" : `${entry.node}: `;
  const time = timeText(moment.timeMs);
  return { en: `${time} ${who}${entry.why.text.en}`, ja: `${time} ${who}${entry.why.text.ja}` };
}

const words = {
  tour: { en: "Tour", ja: "ツアー" },
  next: { en: "Next →", ja: "次へ →" },
  done: { en: "Break it yourself", ja: "自分で試す" },
  end: { en: "End the tour", ja: "ツアーを終了" },
} as const satisfies Record<string, Localized>;
