// Every combination of answers to what the documents leave open, without exploring each of them. An exploration
// consults some readings; every combination that answers those alike has the same exploration, step by step. So only
// consulted readings are branched on, and the parts that come of it never overlap and leave nothing out. Parts with
// fewer answers that differ from the first choice come first: what is found first needs the fewest.

import { defaultReadings, type ReadingChoice, type ReadingId, readings, withAnswer } from "../simulate/readings.ts";

export interface ReadingUse {
  readonly id: ReadingId;
  readonly answer: string;
}

/** Some combinations of answers: those that agree with `choice` on `fixed`, and, once explored, on what was consulted. */
export interface Part {
  readonly choice: ReadingChoice;
  /** The answers that differ from the first choice. */
  readonly differing: readonly ReadingUse[];
  readonly fixed: ReadonlySet<ReadingId>;
}

export class ReadingTree {
  #waiting: readonly Part[];

  constructor(first: ReadingChoice) {
    this.#waiting = [{ choice: first, differing: [], fixed: new Set() }];
  }

  /** The next part to explore; undefined when every combination is covered. */
  get next(): Part | undefined {
    return this.#waiting[0];
  }

  /** What the exploration of the next part consulted. Returns how many combinations it stands for. */
  cover(consulted: readonly ReadingId[]): number {
    const [part, ...others] = this.#waiting;
    if (part === undefined) return 0;
    const open = consulted.filter((id) => !part.fixed.has(id));
    this.#waiting = [...others, ...open.flatMap((id, index) => branches(part, open.slice(0, index), id))];
    return combinationsWith(new Set([...part.fixed, ...consulted]));
  }
}

/** The combinations that agree with the part on `before` and differ from it in `id`. */
function branches(part: Part, before: readonly ReadingId[], id: ReadingId): readonly Part[] {
  const answers = readings.find((reading) => reading.id === id)?.answers ?? [];
  return answers.flatMap(({ id: answer }) => {
    const choice = answer === part.choice[id] ? undefined : withAnswer(part.choice, id, answer);
    if (choice === undefined) return [];
    return [{ choice, differing: [...part.differing, { id, answer }], fixed: new Set([...part.fixed, ...before, id]) }];
  });
}

/** The default answers with these in their place. */
export function choiceWith(uses: readonly ReadingUse[]): ReadingChoice {
  return uses.reduce((choice, { id, answer }) => withAnswer(choice, id, answer) ?? choice, defaultReadings);
}

/** Combinations of answers in which these readings have one answer each. */
export function combinationsWith(fixed: ReadonlySet<ReadingId>): number {
  return readings.reduce((product, { id, answers }) => (fixed.has(id) ? product : product * answers.length), 1);
}
