// availability: for each fault how long clients miss what, and the smallest sets of faults that stop, split or lose it.

import { faultKinds, usualFaultKinds } from "../../language/actions.ts";
import type { Localized } from "../../locale/localized.ts";
import { type Availability, availability } from "../../prove/availability.ts";
import {
  afterwardsText,
  disasterText,
  leastText,
  mostText,
  restsOn,
  toldDisasters,
  toldRows,
} from "../../prove/availabilityText.ts";
import { fenced, type ToolAnswer } from "../fence.ts";
import { isAnswer, readSound, type SoundGiven, source } from "../given.ts";
import { count, list, object, oneOf, text } from "../schema.ts";
import { secondsOf, secondsTaken } from "../searching.ts";
import { at, type Tool, type ToolCall, type ToolWork } from "../tool.ts";

const faultsMax = 3;
const transitionsMax = 3_000_000;

export const availabilityTool: Tool = {
  name: "availability",
  title: { en: "Times of faults and single points of failure", ja: "障害ごとの停止時間と単一障害点" },
  description: {
    en: "For each fault of a LifeKeeper cluster: how long clients miss each resource hierarchy at least and at most, and where it runs then; and the smallest sets of faults that stop a hierarchy for good, split the brain or lose data. Sets of one are single points of failure.",
    ja: "LifeKeeper クラスターの障害ごとに、リソース階層の停止時間の最小と最大、その後の稼働ノードを求めます。サービスが停止したままになる、スプリットブレインになる、またはデータを失う、最小の障害の組み合わせも示します。1 件だけの組み合わせは単一障害点です。",
  },
  takes: object({
    ...source,
    "faults?": count(1, faultsMax, "Sets of up to so many faults; usually 1"),
    "kinds?": list(oneOf(faultKinds), faultKinds.length, "Kinds of fault"),
    "seconds?": secondsTaken,
  }),
  gives: object({
    complete: { type: "boolean" },
    away: list(object({ hierarchy: text(), faults: text(), least: text(), most: text(), afterwards: text() })),
    disasters: list(object({ faultCount: count(1), what: text(), faults: text() })),
    restsOn: list(text()),
  }),
  begin(call) {
    const given = readSound(call, call.args);
    return isAnswer(given) ? at(given) : study(call, given);
  },
};

function* study(call: ToolCall, given: SoundGiven): ToolWork {
  const { args } = call;
  const named = args["kinds"];
  const kinds = Array.isArray(named) ? faultKinds.filter((kind) => named.includes(kind)) : usualFaultKinds;
  const seconds = secondsOf(call);
  const search = availability(given.check.sound, kinds, {
    faultsMax: typeof args["faults"] === "number" ? args["faults"] : 1,
    transitionsMax,
    isEnough: () => call.isEnough(seconds),
  });
  for (;;) {
    const turn = search.next();
    if (turn.done === true) return answer(call, given, turn.value);
    yield { done: turn.value.followed, total: turn.value.known };
  }
}

function answer({ locale }: ToolCall, given: SoundGiven, found: Availability): ToolAnswer {
  const cluster = given.check.sound;
  const data = {
    complete: found.sets.isAll,
    away: toldRows(cluster, found.rows, found.alike).map(({ one, faults }) => ({
      hierarchy: one.hierarchy,
      faults: faults[locale],
      least: leastText(one)[locale],
      most: mostText(one)[locale],
      afterwards: afterwardsText(one)[locale],
    })),
    disasters: toldDisasters(cluster, found.disasters, found.alike).map(({ one, faults }) => ({
      faultCount: one.faults.length,
      what: disasterText(one)[locale],
      faults: faults[locale],
    })),
    restsOn: restsOn(found).map((sentence) => sentence[locale]),
  };
  const lines = [
    ...data.disasters.map(({ what, faults }) => `${what}: ${faults}`),
    ...data.away.map(
      ({ hierarchy, faults, least, most, afterwards }) =>
        words.away({ hierarchy, faults, least, most, afterwards })[locale],
    ),
    ...data.restsOn,
  ];
  const singles = data.disasters.filter(({ faultCount }) => faultCount === 1).length;
  const lead = [words.total(singles, data.disasters.length - singles), ...(data.complete ? [] : [words.unfinished])];
  return fenced(lead, lines, data, locale);
}

const words = {
  total: (singles: number, others: number): Localized => ({
    en: `Single faults that stop a hierarchy for good, split it or lose data: ${singles}; larger sets that do: ${others}.`,
    ja: `停止したまま、スプリットブレイン、データ損失のいずれかになる単一の障害は ${singles} 件、複数の障害の組み合わせは ${others} 件です。`,
  }),
  unfinished: {
    en: "Not everything was followed, and nothing is claimed about the rest.",
    ja: "すべては調べていません。残りについては何も主張しません。",
  },
  away: (row: Readonly<Record<"hierarchy" | "faults" | "least" | "most" | "afterwards", string>>): Localized => ({
    en: `${row.hierarchy} is away for ${row.least} at least, ${row.most} at most: ${row.faults}. Afterwards: ${row.afterwards}`,
    ja: `${row.hierarchy} の停止時間は最小 ${row.least}、最大 ${row.most}: ${row.faults}。その後: ${row.afterwards}`,
  }),
} as const;
