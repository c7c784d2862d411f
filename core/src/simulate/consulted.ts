// Readings that remember which of them were asked for. Whatever was done with them would be done again, step by step,
// under any other choice that gives the same answers to those: a proof needs no exploration for the rest.

import { type ReadingChoice, type ReadingId, readings } from "./readings.ts";

/** Answers like a plain choice. */
export interface ConsultedReadings {
  readonly readings: ReadingChoice;
  /** In the order of the list of readings. */
  consulted(): readonly ReadingId[];
}

export function recordingReadings(choice: ReadingChoice): ConsultedReadings {
  const book = new Book(choice);
  return {
    // The getters below give it every reading there is.
    readings: book as unknown as ReadingChoice,
    consulted: () => readings.flatMap(({ id }, index) => ((book.asked & (1 << index)) === 0 ? [] : [id])),
  };
}

class Book {
  readonly choice: ReadingChoice;
  /** A bit for each reading: a question in the inner loop of a search costs no more than that. */
  asked = 0;

  constructor(choice: ReadingChoice) {
    this.choice = choice;
  }
}

for (const [index, { id }] of readings.entries()) {
  const bit = 1 << index;
  Object.defineProperty(Book.prototype, id, {
    enumerable: true,
    get(this: Book) {
      this.asked |= bit;
      return this.choice[id];
    },
  });
}
