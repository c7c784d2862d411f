// Sets of moments. What waits in a state has a time left until it happens; a zone is the set of those times that some
// schedule leads to, as a matrix of the greatest differences between any two of them (difference bounds; Dill 1989,
// Berthomieu and Diaz 1991, Bengtsson and Yi 2004). With closed bounds that is exact: nothing is rounded or joined.
//
// Row and column 0 are now: [i][0] is the most that is left for i, -[0][i] the least. Rows are always closed: no
// difference can be made smaller by going through a third.

/** More than any sum of differences. */
export const unbounded = 0x3fffffff;

/** Longer waits count as so long: six days. */
export const longestMs = 0x1fffffff;

/** A square matrix with room for so many times, used over and over. */
export class Zone {
  /** How many times; the matrix has one row more. */
  size = 0;
  values: Int32Array;
  #room: number;

  constructor(room = 8) {
    this.#room = room;
    this.values = new Int32Array((room + 1) * (room + 1));
  }

  /** Forgets everything. */
  begin(size: number): void {
    if (size > this.#room) {
      this.#room = Math.max(size, this.#room * 2);
      this.values = new Int32Array((this.#room + 1) * (this.#room + 1));
    }
    this.size = size;
  }

  at(row: number, column: number): number {
    return this.values[row * (this.size + 1) + column] as number;
  }

  put(row: number, column: number, value: number): void {
    this.values[row * (this.size + 1) + column] = value;
  }
}

/**
 * Makes the zone after one of `from` has happened. `event`: the place of the time that runs out, from 1; 0 when
 * something comes from outside, at any moment before the first of them. `kept`: for each time of the new zone its
 * place in the old one, or 0 when it begins now with `least` and `most`. The last `marks` times of the old zone are
 * moments of the past that nothing waits for. `first` is what `firstOf` made.
 */
export function follow(
  from: Zone,
  event: number,
  first: Int32Array,
  kept: Int32Array,
  least: Int32Array,
  most: Int32Array,
  into: Zone,
): void {
  const { size } = into;
  const width = size + 1;
  const oldWidth = from.size + 1;
  const old = from.values;
  const { values } = into;
  values[0] = 0;
  for (let i = 1; i <= size; i++) {
    const place = kept[i - 1] as number;
    if (place === 0) {
      values[i * width] = most[i - 1] as number;
      values[i] = -(least[i - 1] as number);
    } else {
      values[i * width] = old[place * oldWidth + event] as number;
      values[i] = first[place] as number;
    }
  }
  for (let i = 1; i <= size; i++) {
    const placeOfI = kept[i - 1] as number;
    const mostOfI = values[i * width] as number;
    for (let j = 1; j <= size; j++) {
      const placeOfJ = kept[j - 1] as number;
      if (i === j) values[i * width + j] = 0;
      else {
        // Whatever else is known of the two, each of them lies within its own bounds.
        const leastOfJ = values[j] as number;
        const bound = mostOfI >= unbounded || leastOfJ >= unbounded ? unbounded : mostOfI + leastOfJ;
        const known = placeOfI === 0 || placeOfJ === 0 ? bound : (old[placeOfI * oldWidth + placeOfJ] as number);
        values[i * width + j] = known < bound ? known : bound;
      }
    }
  }
}

/** For each time, minus the least that is left of it once the first of all has run out. */
export function firstOf(zone: Zone, marks: number, out: Int32Array): void {
  const { size, values } = zone;
  const width = size + 1;
  const waiting = size - marks;
  for (let column = 1; column <= size; column++) {
    // Where nothing waits any time may pass.
    let least = column > waiting ? unbounded : 0;
    for (let row = 1; row <= waiting; row++) {
      const value = values[row * width + column] as number;
      if (value < least) least = value;
    }
    out[column] = least;
  }
}

/** Whether this one can be the first to run out. */
export function canBeFirst(zone: Zone, marks: number, place: number): boolean {
  const { size, values } = zone;
  const width = size + 1;
  for (let row = 1; row <= size - marks; row++) {
    if ((values[row * width + place] as number) < 0) return false;
  }
  return true;
}

/** Demands a greatest difference; false when nothing is left. */
export function limit(zone: Zone, row: number, column: number, most: number): boolean {
  const { size, values } = zone;
  const width = size + 1;
  if (most >= (values[row * width + column] as number)) return true;
  if (most + (values[column * width + row] as number) < 0) return false;
  for (let i = 0; i <= size; i++) {
    const toRow = values[i * width + row] as number;
    if (toRow >= unbounded) continue;
    for (let j = 0; j <= size; j++) {
      const fromColumn = values[column * width + j] as number;
      if (fromColumn >= unbounded) continue;
      const sum = toRow + most + fromColumn;
      if (sum < (values[i * width + j] as number)) values[i * width + j] = sum;
    }
  }
  return true;
}

/** Keeps the first of the times. */
export function shrink(zone: Zone, size: number): void {
  const { values } = zone;
  const oldWidth = zone.size + 1;
  const width = size + 1;
  if (width === oldWidth) return;
  for (let row = 1; row < width; row++) {
    for (let column = 0; column < width; column++) {
      values[row * width + column] = values[row * oldWidth + column] as number;
    }
  }
  zone.size = size;
}

/**
 * Of the times from the first to before the last place nobody ever asks more than whether they have run out. How long
 * ago that was is forgotten: a difference that only a time in the past can reach is no demand any more. What is left is
 * the zone of all moments that nobody can tell from those of the old one (extrapolation; Bouyer 2004, Behrmann et al. 2006).
 */
export function forgetPast(zone: Zone, first: number, last: number): void {
  const { size, values } = zone;
  const width = size + 1;
  let forgot = false;
  for (let column = first + 1; column <= last; column++) {
    for (let row = 0; row <= size; row++) {
      if (row === column) continue;
      const place = row * width + column;
      const value = values[place] as number;
      if (value < unbounded && value > (values[row * width] as number)) {
        values[place] = unbounded;
        forgot = true;
      }
    }
  }
  if (!forgot) return;
  for (let by = 0; by <= size; by++) {
    for (let row = 0; row <= size; row++) {
      const toBy = values[row * width + by] as number;
      if (toBy >= unbounded || row === by) continue;
      for (let column = first + 1; column <= last; column++) {
        const fromBy = values[by * width + column] as number;
        if (fromBy >= unbounded) continue;
        const sum = toBy + fromBy;
        if (sum < (values[row * width + column] as number)) values[row * width + column] = sum;
      }
    }
  }
}
