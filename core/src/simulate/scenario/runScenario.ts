// Runs one scenario: the givens make the first moment, each action is followed by everything that follows from it,
// each expectation is compared. Pure: the same scenario gives the same result, entry for entry.

import type { Localized } from "../../locale/localized.ts";
import { requirementsOf } from "../../model/requirements.ts";
import { type ScenarioCode, scenarioProblem } from "../../model/scenarioProblem.ts";
import type { Problem } from "../../problem.ts";
import type { ActionStep, Expectation, ScenarioBlock, Step } from "../../syntax/cluster/tree.ts";
import type { Span } from "../../text/span.ts";
import { initialState } from "../given.ts";
import type { Model } from "../model.ts";
import { hasQuorum } from "../quorum.ts";
import { activeNodes, readState, splitTags } from "../read.ts";
import { settle } from "../settle.ts";
import type { State } from "../state.ts";
import { step } from "../step.ts";
import type { TimelineEntry } from "../trace.ts";
import { conditionOfGiven } from "./conditionOfGiven.ts";
import { eventText } from "./eventText.ts";
import { unmet } from "./meets.ts";
import type { Moment } from "./moment.ts";
import { outcomeText } from "./outcomeText.ts";
import { outsideEvent } from "./outsideEvent.ts";
import type { ScenarioFailure, ScenarioResult, StepResult } from "./result.ts";

export interface RunOptions {
  /** How many inside events one step may lead to. */
  readonly stepsMax?: number;
}

/** `parsed` is the file that `scenario` stands in. */
export function runScenario(
  model: Model,
  parsed: { readonly file: string; readonly text: string },
  scenario: ScenarioBlock,
  options: RunOptions = {},
): ScenarioResult {
  const run = new ScenarioRun(model, parsed, scenario, options);
  for (const [index, one] of scenario.steps.entries()) {
    if (one.kind === "expect") run.expect(one);
    else run.act(one, isWait(scenario.steps[index + 1]));
    if (run.isOver) break;
  }
  return run.result();
}

function isWait(next: Step | undefined): boolean {
  return next?.kind === "actions" && next.actions[0]?.kind === "wait";
}

class ScenarioRun {
  readonly #model: Model;
  readonly #parsed: { readonly file: string; readonly text: string };
  readonly #scenario: ScenarioBlock;
  readonly #stepsMax: number;
  readonly #timeline: TimelineEntry[] = [];
  readonly #steps: StepResult[] = [];
  readonly #failures: ScenarioFailure[] = [];
  readonly #problems: Problem[] = [];
  #state: State;
  #lastActionMs = 0;
  #split: Moment["split"];
  #over = false;

  constructor(
    model: Model,
    parsed: { readonly file: string; readonly text: string },
    scenario: ScenarioBlock,
    options: RunOptions,
  ) {
    this.#model = model;
    this.#parsed = parsed;
    this.#scenario = scenario;
    this.#stepsMax = options.stepsMax ?? 10_000;
    this.#state = initialState(
      model,
      scenario.givens.flatMap((given) => conditionOfGiven(given) ?? []),
    );
    this.#lookForSplit();
  }

  /** Nothing sensible can follow: a step could not be carried out. */
  get isOver(): boolean {
    return this.#over;
  }

  act(one: ActionStep, waitFollows: boolean): void {
    const before = this.#problems.length;
    let waited: number | undefined;
    for (const action of one.actions) {
      if (action.kind === "wait") {
        waited = (waited ?? 0) + (action.duration?.ms ?? 0);
        continue;
      }
      const event = outsideEvent(this.#model.cluster, action);
      if (event === undefined) {
        this.#stop("scenario-impossible-step", action.span, notUnderstood);
        return;
      }
      this.#lastActionMs = this.#state.timeMs;
      const before = this.#state;
      this.#state = step(this.#model, before, event, (entry) => this.#timeline.push(entry));
      // A check that runs into its timeout changes nothing by its nature.
      if (event.kind !== "timeout-check" && isSame(before, this.#state)) {
        this.#problem("scenario-no-effect", action.span, idle(eventText(event)));
      }
    }
    if (waited !== undefined) this.#settle(one, this.#state.timeMs + waited);
    else if (!waitFollows) this.#settle(one, undefined);
    const passed = this.#problems.slice(before).every(({ severity }) => severity !== "error");
    this.#steps.push({ ...this.#told(one.span), kind: "action", passed });
  }

  expect(expectation: Expectation): void {
    const moment = this.#moment();
    const actual = unmet(expectation, moment);
    const told = this.#told(expectation.span);
    const found = outcomeText(expectation, moment);
    this.#steps.push({ ...told, kind: "expectation", passed: actual === undefined, found });
    if (actual === undefined) return;
    const text = told.text.replace(/^expect /, "");
    this.#failures.push({ span: expectation.span, expected: { en: text, ja: text }, actual });
  }

  result(): ScenarioResult {
    const title = this.#scenario.title;
    const view = readState(this.#model, this.#state);
    return {
      title: title?.value ?? "",
      span: title?.span ?? this.#scenario.keyword,
      requirements: requirementsOf(this.#scenario),
      passed: this.#failures.length === 0 && this.#problems.every(({ severity }) => severity !== "error"),
      steps: this.#steps,
      failures: this.#failures,
      problems: this.#problems,
      timeline: this.#timeline,
      simulatedMs: this.#state.timeMs,
      view,
    };
  }

  #settle(one: ActionStep, untilMs: number | undefined): void {
    const limits = { stepsMax: this.#stepsMax, ...(untilMs === undefined ? {} : { untilMs }) };
    const settled = settle(this.#model, this.#state, (entry) => this.#timeline.push(entry), limits);
    this.#state = settled.state;
    this.#lookForSplit();
    switch (settled.end) {
      case "settled":
      case "reached":
        return;
      case "contest":
        this.#stop("scenario-undecided", one.span, undecided(settled.contested ?? ""));
        return;
      case "steps-limit":
        this.#stop("scenario-endless", one.span, endless(this.#stepsMax));
    }
  }

  #lookForSplit(): void {
    if (this.#split !== undefined || this.#state.timers.length > 0) return;
    const tag = splitTags(this.#model, this.#state)[0];
    if (tag === undefined) return;
    this.#split = { tag, nodes: activeNodes(this.#model, this.#state, tag), timeMs: this.#state.timeMs };
  }

  #moment(): Moment {
    const model = this.#model;
    const state = this.#state;
    const timeline = this.#timeline;
    return {
      view: readState(model, state),
      lastActionMs: this.#lastActionMs,
      split: this.#split,
      activeSinceMs: (tag) => activeSince(timeline, tag) ?? this.#lastActionMs,
      holdsQuorumNow: (node) => hasQuorum({ model, cells: state.cells }, model.indexOfNode.get(node) ?? -1),
    };
  }

  #told(span: Span): Omit<StepResult, "kind" | "passed"> {
    const written = this.#parsed.text.slice(span.start, span.end);
    const text = written
      .replace(/(?<!\S)#.*$/gm, "")
      .replace(/\s+/g, " ")
      .trim();
    return { span, text, timeMs: this.#state.timeMs };
  }

  #problem(code: ScenarioCode, span: Span, message: Localized): void {
    this.#problems.push(scenarioProblem(code, { file: this.#parsed.file, span }, message));
  }

  #stop(code: ScenarioCode, span: Span, message: Localized): void {
    this.#problem(code, span, message);
    this.#over = true;
  }
}

function isSame(before: State, after: State): boolean {
  return before.cells.every((value, index) => value === after.cells[index]);
}

/** When the resource last came in or went out of service anywhere. */
function activeSince(timeline: readonly TimelineEntry[], tag: string): number | undefined {
  const isActive = (state: string): boolean => state === "ISP" || state === "ISU";
  return timeline.findLast(({ changes }) =>
    changes.some(
      (change) => change.kind === "resource" && change.tag === tag && isActive(change.from) !== isActive(change.to),
    ),
  )?.timeMs;
}

const notUnderstood: Localized = {
  en: "This step is incomplete or names something that does not exist, so the scenario ends here.",
  ja: "このステップは書きかけか、存在しないものを指しているため、シナリオはここで終わります。",
};

function idle(text: string): Localized {
  return {
    en: `At this moment \`${text}\` changes nothing. Remove it, or add what should come before it.`,
    ja: `この時点で \`${text}\` を行っても何も変わりません。削除するか、前に必要なステップを追加してください。`,
  };
}

function undecided(tag: string): Localized {
  return {
    en: `Two nodes contend for the reservation of ${tag}, but the scenario does not say which one wins. Write \`hold-reservation ${tag}\` or \`take-reservation ${tag} on NODE\` before this step.`,
    ja: `2 台のノードが ${tag} のリザベーションをめぐって競合しますが、どちらが取得するかが書かれていません。このステップの前に \`hold-reservation ${tag}\` か \`take-reservation ${tag} on NODE\` を書いてください。`,
  };
}

function endless(stepsMax: number): Localized {
  return {
    en: `After ${stepsMax} events the cluster has still not come to rest, so the scenario ends here.`,
    ja: `${stepsMax} 個のイベントの後もクラスターが落ち着かないため、シナリオはここで終わります。`,
  };
}
