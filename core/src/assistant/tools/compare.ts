// compare: two versions of a cluster file, what gets better and what worse.

import type { Localized } from "../../locale/localized.ts";
import { disasterText } from "../../prove/availabilityText.ts";
import { type Behaviour, behaviourChanges } from "../../prove/behaviour.ts";
import { headlines, timeChangeText, unfinishedText } from "../../prove/behaviourText.ts";
import { type Comparison, compare, type Version } from "../../prove/compare.ts";
import { scoreChangeText } from "../../prove/scorecard.ts";
import { fenced, type ToolAnswer } from "../fence.ts";
import { isAnswer, readSound, type SoundGiven, source } from "../given.ts";
import { count, isRecord, list, object, oneOf, text } from "../schema.ts";
import { secondsOf, secondsTaken } from "../searching.ts";
import { at, type Tool, type ToolCall, type ToolWork } from "../tool.ts";

const faultsMax = 2;
const statesMax = 100_000;
const transitionsMax = 2_000_000;

export const compareTool: Tool = {
  name: "compare",
  title: { en: "Compare two versions of a cluster", ja: "クラスターの 2 つの版の比較" },
  description: {
    en: "Compares two versions of a LifeKeeper cluster file by what they do: how much later or sooner services come back, which sets of faults split, lose or stop something in one version alone, verdicts of scenarios and proofs, changed parameters. Call it before you propose a change.",
    ja: "LifeKeeper クラスターファイルの 2 つの版を動作で比べます。復帰がどれだけ遅く、または早くなるか、片方の版だけでスプリットブレイン、データ損失、停止に至る障害の組み合わせ、シナリオと証明の判定、変わったパラメーターを示します。変更を提案する前に呼び出してください。",
  },
  takes: object({
    old: object(source, "The version before"),
    new: object(source, "The version after"),
    "faults?": count(1, faultsMax, "Sets of up to so many faults; usually 2"),
    "seconds?": secondsTaken,
  }),
  gives: object({
    complete: { type: "boolean" },
    headlines: list(object({ change: oneOf(["better", "worse"]), text: text() })),
    verdicts: list(
      object({ title: text(), before: text(), after: text(), change: oneOf(["better", "worse", "same"]) }),
    ),
    times: list(object({ hierarchy: text(), fault: text(), change: text() })),
    appeared: list(object({ what: text(), faults: text() })),
    gone: list(object({ what: text(), faults: text() })),
    settings: list(object({ name: text(), nodes: list(text()), "before?": text(), "after?": text() })),
  }),
  begin(call) {
    const [old, now] = [readVersion(call, "old"), readVersion(call, "new")];
    if (isAnswer(old)) return at(old);
    return isAnswer(now) ? at(now) : work(call, old, now);
  },
};

function readVersion(call: ToolCall, name: "old" | "new"): SoundGiven | ToolAnswer {
  const from = call.args[name];
  return readSound(call, isRecord(from) ? from : {});
}

function* work(call: ToolCall, old: SoundGiven, now: SoundGiven): ToolWork {
  const seconds = secondsOf(call);
  const isEnough = (): boolean => call.isEnough(seconds);
  const behaviour = behaviourChanges(old.check.sound, now.check.sound, {
    faultsMax: typeof call.args["faults"] === "number" ? call.args["faults"] : faultsMax,
    transitionsMax,
    isEnough,
  });
  let found: Behaviour;
  for (;;) {
    const turn = behaviour.next();
    if (turn.done === true) {
      found = turn.value;
      break;
    }
    yield { done: turn.value.followed, total: turn.value.known };
  }
  const comparison = compare(versionOf(old), versionOf(now), { statesMax, isEnough });
  for (;;) {
    const turn = comparison.next();
    if (turn.done === true) return answer(call, found, turn.value);
    yield { done: turn.value.states };
  }
}

function versionOf({ check }: SoundGiven): Version {
  return { cluster: check.sound, parsed: check.parsed };
}

function answer({ locale }: ToolCall, behaviour: Behaviour, comparison: Comparison): ToolAnswer {
  const told = headlines(behaviour, comparison, (name) => name);
  const unfinished = unfinishedText(behaviour);
  const verdicts = [...comparison.scenarios, ...comparison.proofs].filter(({ change }) => change !== "same");
  const disasters = (all: Behaviour["gone"]) =>
    all.map(({ one, faults }) => ({ what: disasterText(one)[locale], faults: faults[locale] }));
  const data = {
    complete: unfinished === undefined,
    headlines: told.map(({ change, text: sentence }) => ({ change, text: sentence[locale] })),
    verdicts: verdicts.map(({ title, before, after, change }) => ({ title, before, after, change })),
    times: behaviour.times.map((one) => ({
      hierarchy: one.hierarchy,
      fault: one.fault[locale],
      change: timeChangeText(one)[locale],
    })),
    appeared: disasters(behaviour.appeared),
    gone: disasters(behaviour.gone),
    settings: behaviour.settings.map(({ name, nodes, before, after }) => ({
      name: name[locale],
      nodes,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })),
  };
  const lines = [
    ...data.headlines.map(({ change, text: sentence }) => `${words.marks[change]} ${sentence}`),
    ...comparison.changes.map((one) => scoreChangeText(one)[locale]),
    ...data.verdicts.map(({ title, before, after }) => `${title}: ${before} → ${after}`),
    ...data.times.map(({ hierarchy, fault, change }) => `${hierarchy}: ${fault}: ${change}`),
    ...data.appeared.map(({ what, faults }) => `${words.appeared[locale]} ${what}: ${faults}`),
    ...data.gone.map(({ what, faults }) => `${words.gone[locale]} ${what}: ${faults}`),
    ...data.settings.map(
      ({ name, nodes, before = "-", after = "-" }) => `${[name, ...nodes].join(" ")}: ${before} → ${after}`,
    ),
  ];
  const count = (change: "better" | "worse"): number => told.filter((one) => one.change === change).length;
  const lead = [words.total(count("better"), count("worse")), ...(unfinished === undefined ? [] : [unfinished])];
  return fenced(lead, lines, data, locale);
}

const words = {
  marks: { better: "+", worse: "-" },
  appeared: { en: "only now:", ja: "新しい版だけ:" },
  gone: { en: "only before:", ja: "前の版だけ:" },
  total: (better: number, worse: number): Localized => ({
    en: `Changes for the better: ${better}, for the worse: ${worse}.`,
    ja: `良くなる点は ${better} 件、悪くなる点は ${worse} 件です。`,
  }),
} as const;
