// What a run comes to, in a sentence and in a few words.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import {
  endOf,
  type Gravity,
  gravityOf,
  hasLostStandby,
  type Outcome,
  type Service,
  sameNodes,
  startOf,
} from "../outcome/outcome.ts";

export const gravityWords: Readonly<Record<Gravity, Localized>> = {
  split: { en: "Split brain", ja: "スプリットブレイン" },
  "data-loss": { en: "Data loss", ja: "データ損失" },
  nowhere: { en: "Out of service", ja: "サービス停止" },
  unreached: { en: "Nobody reaches it", ja: "到達不能" },
  "two-active": { en: "On two nodes for a time", ja: "一時的な二重稼働" },
  moved: { en: "Moves", ja: "移動" },
  interrupted: { en: "Interrupted", ja: "一時的な停止" },
  waits: { en: "Waits for a decision", ja: "判断待ち" },
  alone: { en: "Goes on, no standby left", ja: "継続（スタンバイノードなし）" },
  "still-out": { en: "Nothing changes", ja: "変化なし" },
  same: { en: "Goes on", ja: "継続" },
};

/** Codicons: a shape of its own for every gravity, because colour alone says nothing to some. */
export const gravityIcons: Readonly<Record<Gravity, string>> = {
  split: "error",
  "data-loss": "flame",
  nowhere: "circle-slash",
  unreached: "debug-disconnect",
  "two-active": "warning",
  moved: "arrow-swap",
  interrupted: "debug-pause",
  waits: "question",
  alone: "info",
  "still-out": "dash",
  same: "pass",
};

export const serviceWords = {
  title: { en: "In service over time", ja: "サービスの推移" },
  nowhere: { en: "nowhere", ja: "なし" },
  noService: { en: "no service", ja: "サービスなし" },
  unreached: { en: "nobody reaches it", ja: "到達不能" },
  both: { en: "on two nodes", ja: "二重稼働" },
  end: { en: "end", ja: "終了" },
  times: {
    en: "Times run until LifeKeeper acts; how long applications take to start and stop is not part of the model.",
    ja: "時間は LifeKeeper が動作するまでの値です。アプリケーションの起動と停止に要する時間は含みません。",
  },
} as const satisfies Record<string, Localized>;

/** `15 s`, `2 min 5 s`, `0.5 s`: how long something takes. */
export function durationWords(ms: number, locale: Locale): string {
  const tenths = Math.round(ms / 100);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor((tenths - hours * 36_000) / 600);
  const seconds = (tenths - hours * 36_000 - minutes * 600) / 10;
  const units = locale === "ja" ? [" 時間", " 分", " 秒"] : [" h", " min", " s"];
  const parts = [hours, minutes, seconds].flatMap((count, index) => (count === 0 ? [] : [`${count}${units[index]}`]));
  return parts.length === 0 ? `0${units[2]}` : parts.join(" ");
}

/** `hulft moves from prim to sec, 15 s without service.` */
export function serviceSentence(service: Service): Localized {
  const { tag, downMs, twoActiveMs } = service;
  const start = { en: startOf(service).join(" and "), ja: startOf(service).join(" と ") };
  const end = { en: endOf(service).join(" and "), ja: endOf(service).join(" と ") };
  const starts = !sameNodes(startOf(service), endOf(service)) || service.spans.some(({ on }) => on.length === 0);
  const down = {
    en:
      downMs === 0
        ? ""
        : `, without service for ${durationWords(downMs, "en")}${starts ? " + the start of its applications" : ""}`,
    ja:
      downMs === 0
        ? ""
        : `（サービスなし ${durationWords(downMs, "ja")}${starts ? " ＋ アプリケーションの起動時間" : ""}）`,
  };
  const left = hasLostStandby(service)
    ? { en: " No standby is left.", ja: "引き継げるノードは残っていません。" }
    : { en: "", ja: "" };
  switch (gravityOf(service)) {
    case "split":
      return {
        en: `${tag} ends in service on ${end.en} at the same time.`,
        ja: `${tag} は ${end.ja} で同時にサービス中になります。`,
      };
    case "unreached":
      return {
        en: `${tag} stays in service on ${end.en}, where no client reaches it.`,
        ja: `${tag} は ${end.ja} でサービス中のままですが、クライアントから到達できません。`,
      };
    case "nowhere":
      return {
        en: `${tag} leaves ${start.en} and runs nowhere.`,
        ja: `${tag} は ${start.ja} で停止し、どのノードでもサービス中になりません。`,
      };
    case "two-active":
      return {
        en: `${tag} is on two nodes for ${durationWords(twoActiveMs, "en")} and ends ${end.en === "" ? "nowhere" : `on ${end.en}`}.`,
        ja: `${tag} は ${durationWords(twoActiveMs, "ja")}間、2 台のノードで同時に稼働し、最後は ${end.ja === "" ? "どこでも稼働しません" : `${end.ja} で稼働します`}。`,
      };
    case "moved":
      return start.en === ""
        ? {
            en: `${tag} comes in service on ${end.en}.${left.en}`,
            ja: `${tag} が ${end.ja} でサービス中になります。${left.ja}`,
          }
        : {
            en: `${tag} moves from ${start.en} to ${end.en}${down.en}.${left.en}`,
            ja: `${tag} は ${start.ja} から ${end.ja} に移ります${down.ja}。${left.ja}`,
          };
    case "interrupted":
      return {
        en: `${tag} comes back on ${end.en}${down.en}.${left.en}`,
        ja: `${tag} は ${end.ja} で再開します${down.ja}。${left.ja}`,
      };
    case "still-out":
      return end.en === ""
        ? { en: `${tag} stays out of service.`, ja: `${tag} は停止したままです。` }
        : {
            en: `${tag} stays on ${end.en}, where no client reaches it.`,
            ja: `${tag} は ${end.ja} にあり、クライアントから到達できないままです。`,
          };
    default:
      return {
        en: `${tag} stays on ${end.en}.${left.en}`,
        ja: `${tag} は ${end.ja} で稼働を続けます。${left.ja}`,
      };
  }
}

/** Of hierarchies that are only counted. `isAll`: nothing else is told. */
export function restSentences(rest: ReadonlyMap<Gravity, number>, isAll: boolean): readonly Localized[] {
  return [...rest].map(([gravity, count]) => {
    const many = { en: count === 1 ? "1 hierarchy" : `${count} hierarchies`, ja: `${count} 個のリソース階層` };
    const s = count === 1 ? "s" : "";
    switch (gravity) {
      case "alone":
        return {
          en: `${many.en} go${s === "" ? "" : "es"} on, and no standby is left.`,
          ja: `${many.ja}は継続しますが、引き継げるノードは残っていません。`,
        };
      case "still-out":
        return { en: `${many.en} stay${s} out of service.`, ja: `${many.ja}は停止したままです。` };
      default:
        return isAll && rest.size === 1
          ? { en: "Everything goes on.", ja: "すべて継続します。" }
          : { en: `${many.en} go${s === "" ? "" : "es"} on.`, ja: `${many.ja}は継続します。` };
    }
  });
}

export function outcomeSentences({ services, damaged }: Outcome): readonly Localized[] {
  const lost = damaged.join(", ");
  return [
    ...services.map(serviceSentence),
    ...(damaged.length === 0
      ? []
      : [
          {
            en: `Data of ${lost} is lost or in doubt.`,
            ja: `${damaged.join("、")} のデータが失われたか、疑わしい状態です。`,
          },
        ]),
  ];
}
