// Reads /var/log/lifekeeper.log, line by line, and brings the lines of several nodes into one order. The format is the one
// that SIOS's portal shows; a line of another shape is nobody's guess: it is counted and left out.

export interface LogLine {
  readonly month: number;
  readonly day: number;
  /** Seconds of the day, by the clock of the node that wrote it. */
  readonly second: number;
  readonly host: string;
  readonly level: string;
  /** Part of LifeKeeper, action and tag; each may be empty. */
  readonly module: string;
  readonly action: string;
  readonly tag: string;
  /** Six digits. */
  readonly code: string;
  readonly text: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const shape =
  /^([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\S{1,255}) [^\s:[]{1,255}(?:\[\d{1,20}\])?: (EMERG|FATAL|NOTIFY|ERROR|WARN|INFO):([^:\s]*):([^:\s]*):([^:]*):(\d{6}):(.*)$/s;

export function readLogLine(line: string): LogLine | undefined {
  const found = shape.exec(line);
  if (found === null) return undefined;
  const [, monthName = "", day = "", hours = "", minutes = "", seconds = "", host = "", level = ""] = found;
  const [module = "", action = "", tag = "", code = "", text = ""] = found.slice(8);
  const month = months.indexOf(monthName);
  const second = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  // 60 is a leap second.
  const isTime = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) <= 60;
  if (month < 0 || !isTime || Number(day) < 1 || Number(day) > 31) return undefined;
  return { month, day: Number(day), second, host, level, module, action, tag, code, text: text.trim() };
}

export interface LogOrder {
  readonly lines: readonly LogLine[];
  /** False: lines stand in all twelve months, so that nothing tells where the year begins. */
  readonly isYearKnown: boolean;
}

/**
 * By the clocks of the nodes, and within a second in the order given. No line names its year: it begins behind the longest
 * run of months in which nothing was written, so that a night from December to January stays one night.
 */
export function orderLog(lines: readonly LogLine[]): LogOrder {
  const used = new Set(lines.map(({ month }) => month));
  let first = 0;
  let longest = 0;
  for (const start of used) {
    let empty = 0;
    while (empty < 12 && !used.has((start + 11 - empty) % 12)) empty += 1;
    // Of equal ones the one that leaves the months in the order of the calendar.
    if (empty > longest || (empty === longest && start < first)) {
      longest = empty;
      first = start;
    }
  }
  const at = ({ month, day, second }: LogLine): number => (((month - first + 12) % 12) * 31 + day) * 86_401 + second;
  return { lines: [...lines].sort((a, b) => at(a) - at(b)), isYearKnown: used.size < 12 };
}

export function stampOf({ month, day, second }: LogLine): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  // The leap second is written as it was.
  const rest = second - Math.min(Math.floor(second / 60), 1439) * 60;
  const minutes = Math.min(Math.floor(second / 60), 1439);
  return `${months[month] ?? ""} ${String(day).padStart(2)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(rest)}`;
}
