// Lines of LifeKeeper's log, and the order of lines whose years nobody wrote.

import assert from "node:assert/strict";
import { type LogLine, orderLog, readLogLine, stampOf } from "@lkcluster/core/actual/logLine.ts";
import fc from "fast-check";

describe("a line of the log", () => {
  it("has a level, a module, an action, a tag and a code, some of them empty", () => {
    const read = readLogLine(
      "Nov  1 00:00:09 n1 flg_create[17]: ERROR:lcd.mes:::004217:Communication failure: n2 is out.",
    );
    assert.deepEqual(read, {
      month: 10,
      day: 1,
      second: 9,
      host: "n1",
      level: "ERROR",
      module: "lcd.mes",
      action: "",
      tag: "",
      code: "004217",
      text: "Communication failure: n2 is out.",
    });
    const tagged = readLogLine(
      "Aug 25 13:25:19 n1 quickCheck[4974]: NOTIFY:RKActionHandler:quickCheck:受注:001047:END",
    );
    assert.equal(tagged?.tag, "受注");
  });

  for (const line of [
    "",
    "Aug 25 13:25:19 n1 kernel: something else",
    "Foo 25 13:25:19 n1 quickCheck[1]: ERROR:a:b:c:134607:x",
    "Aug 32 13:25:19 n1 quickCheck[1]: ERROR:a:b:c:134607:x",
    "Aug 25 24:00:00 n1 quickCheck[1]: ERROR:a:b:c:134607:x",
    "Aug 25 13:25:19 n1 quickCheck[1]: ERROR:a:b:c:13460:x",
    `Aug 25 13:25:19 ${"n".repeat(8000)}`,
  ]) {
    it(`is not ${JSON.stringify(line.slice(0, 60))}`, () => assert.equal(readLogLine(line), undefined));
  }

  it("is written again with the time it had", () => {
    const arbitrary = fc.record({
      hour: fc.nat(23),
      minute: fc.nat(59),
      second: fc.nat(60),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ hour, minute, second, day }) => {
        const two = (value: number): string => String(value).padStart(2, "0");
        // 23:59:60 is the one leap second; another minute's 60th second is the next minute.
        fc.pre(second < 60 || (hour === 23 && minute === 59));
        const stamp = `Jul ${String(day).padStart(2)} ${two(hour)}:${two(minute)}:${two(second)}`;
        const read = readLogLine(`${stamp} n1 lcd[1]: INFO:lcd:::000001:x`);
        assert.equal(read === undefined ? undefined : stampOf(read), stamp);
      }),
    );
  });
});

describe("the order of a log", () => {
  const at = (month: number, day: number, second: number, host = "n1"): LogLine => {
    return { month, day, second, host, level: "INFO", module: "", action: "", tag: "", code: "000001", text: "" };
  };

  it("keeps a night from December to January one night", () => {
    const { lines, isYearKnown } = orderLog([at(0, 1, 5), at(11, 31, 86_399, "n2"), at(10, 2, 0)]);
    assert.deepEqual(
      lines.map(({ month }) => month),
      [10, 11, 0],
    );
    assert.equal(isYearKnown, true);
  });

  it("is that of the calendar where nothing says otherwise", () => {
    assert.deepEqual(
      orderLog([at(7, 1, 0), at(6, 1, 0)]).lines.map(({ month }) => month),
      [6, 7],
    );
    assert.deepEqual(
      orderLog([at(6, 1, 0), at(0, 1, 0)]).lines.map(({ month }) => month),
      [0, 6],
    );
    assert.deepEqual(orderLog([]).lines, []);
  });

  it("keeps what was written in one second as it was given, and loses nothing", () => {
    const line = fc.record({ month: fc.nat(11), day: fc.integer({ min: 1, max: 31 }), second: fc.nat(86_400) });
    fc.assert(
      fc.property(fc.array(line), (given) => {
        const all = given.map(({ month, day, second }, index) => at(month, day, second, `n${index}`));
        const { lines } = orderLog(all);
        assert.deepEqual(new Set(lines), new Set(all));
        for (const [index, each] of lines.entries()) {
          const next = lines[index + 1];
          if (next === undefined || next.month !== each.month) continue;
          assert.ok(each.day < next.day || (each.day === next.day && each.second <= next.second));
        }
      }),
    );
  });

  it("says when lines of all twelve months leave the year unknown", () => {
    assert.equal(orderLog(Array.from({ length: 12 }, (_, month) => at(month, 1, 0))).isYearKnown, false);
  });
});
