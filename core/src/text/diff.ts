// The difference of two files, line by line, as people read it.

export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Larger middles are shown as removed and added whole: the exact answer would cost their product. */
const cellsMax = 4_000_000;

export function diffLines(before: string, after: string): readonly DiffLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: "same", text }));
  return [
    ...same(a.slice(0, head)),
    ...diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(tail === 0 ? [] : a.slice(-tail)),
  ];
}

/** Unified, with three lines of context, without file names. Empty when nothing differs. */
export function formatDiff(before: string, after: string): string {
  const lines = diffLines(before, after);
  const near = new Set<number>();
  lines.forEach(({ kind }, at) => {
    if (kind !== "same") for (let next = at - 3; next <= at + 3; next++) near.add(next);
  });
  const marks = { same: " ", removed: "-", added: "+" } as const;
  let printed = "";
  let previous = -1;
  lines.forEach(({ kind, text }, at) => {
    if (!near.has(at)) return;
    if (at !== previous + 1) printed += "⋯\n";
    previous = at;
    printed += `${marks[kind]}${text}\n`;
  });
  return printed;
}

/** A missing last line end and a carriage return are differences, so they are made visible. */
function linesOf(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  const shown = lines.map((line) => line.replace(/\r$/, "␍"));
  return last === "" ? shown : [...shown, `${last}⏎̸`];
}

/** Longest common subsequence. */
function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const removed = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: "removed", text }));
  const added = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: "added", text }));
  if (a.length === 0 || b.length === 0 || a.length * b.length > cellsMax) return [...removed(a), ...added(b)];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const result: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      result.push({ kind: "same", text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      result.push({ kind: "removed", text: left });
      i++;
    } else if (right !== undefined) {
      result.push({ kind: "added", text: right });
      j++;
    }
  }
  return result;
}
