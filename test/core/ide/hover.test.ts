// Hover: what is shown for the thing under the cursor, in both languages.

import assert from "node:assert/strict";
import { hover } from "@lkcluster/core/ide/hover.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import { atCursor } from "./fixtureSnapshot.ts";
import { marked } from "./trio.ts";

function hoverAt(needle: string, locale: Locale = "en"): string {
  const { snapshot, place } = atCursor(marked(needle));
  return hover(snapshot, place, locale)?.markdown ?? "";
}

describe("hover", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["a { address", /`a`\*\* · node[\s\S]*10 s × 4 = 40 s[\s\S]*1 link to `b` over `lan`[\s\S]*`app` \(priority 1\)/],
    ["w { address", /witness-only node[\s\S]*witness `none`/],
    ["app gen/app", /root resource[\s\S]*servers `a` \(1\), `b` \(10\)[\s\S]*needs `data`, `ip`/],
    ["data gen", /inherited[\s\S]*needed by `app`/],
    ["lan\n", /network[\s\S]*`a` ↔ `b`[\s\S]*`disk`/],
    ["az {", /failure domain[\s\S]*`a`, `lan`/],
    ["disk {", /quorum storage[\s\S]*`a`, `b`/],
    ["gen/filesys", /`gen\/filesys`/],
    ["LCMNUMHBEATS", /`LCMNUMHBEATS`/],
    ["WITNESS_MODE", /supported on 3 nodes \(9\.9\.0\)\*\*: [^.]*\*\*`majority` \+ `none`\*\* ✓/],
    ["WITNESS_MODE", /`WITNESS_MODE`[\s\S]*In force here[\s\S]*`set` line/],
    ["none }", /WITNESS_MODE=none/],
    ["synchronous", /both sides/],
    ["crash a", /crash <node>/],
    ["witness w", /witness <name>/],
    ["servers a", /servers <node> <priority>/],
    ["LCMHBEATTIME", /`LCMHBEATTIME`/],
    ["heal lan", /heal all/],
    ["lan }\n//-", /network/],
    ["path a", /`a ↔ b`\*\* · communication path\n\n- tcp `10\.0\.0\.1` ↔ `10\.0\.0\.2` on `lan`, priority 1/],
    ["path a", /a dead link is noticed after 10 s × 4 = 40 s[\s\S]*path <node> <-> <node>/],
    ["<-> b { tcp", /^\*\*`a ↔ b`\*\* · communication path[\s\S]*40 s$/],
  ];
  for (const [needle, expected] of cases) it(`explains ${needle}`, () => assert.match(hoverAt(needle), expected));

  it("tells of a path what its links say and no more, and of each end what differs", () => {
    const at = (locale: Locale): string => {
      const { snapshot, place } = atCursor(
        "cluster c {\n  node a { set LCMHBEATTIME = 10 }\n  node b { }\n  pa<|>th a <-> b { tcp 1 <-> 2 tty /dev/x <-> /dev/y }\n}",
      );
      return hover(snapshot, place, locale)?.markdown.split("\n\n---")[0] ?? "";
    };
    assert.equal(
      at("en"),
      [
        "**`a ↔ b`** · communication path\n",
        "- tcp `1` ↔ `2`",
        "- tty `/dev/x` ↔ `/dev/y`",
        "- a dead link is noticed on `a` after 10 s × 3 = 30 s",
        "- a dead link is noticed on `b` after 5 s × 3 = 15 s",
      ].join("\n"),
    );
    assert.match(
      at("ja"),
      /コミュニケーションパス\n\n- tcp `1` ↔ `2`\n[\s\S]*- `b` では、切断を検知するまで 5 秒 × 3 = 15 秒$/,
    );
  });

  it("says something in both languages wherever it says something", () => {
    for (const [needle] of cases) for (const locale of locales) assert.notEqual(hoverAt(needle, locale), "", needle);
  });

  it("explains the code of a rule in the comment that holds it back", () => {
    const { snapshot, place } = atCursor(
      "cluster c {\n  # lkcluster-disable-next-line even-vo<|>ters - agreed\n  node a {}\n}",
    );
    const shown = hover(snapshot, place, "en");
    assert.match(shown?.markdown ?? "", /`even-voters`/);
    assert.equal(shown && snapshot.read("cluster.lk")?.text.slice(shown.span.start, shown.span.end), "even-voters");
    const other = atCursor("# lkcluster-disable-next-line no-such-r<|>ule\n");
    assert.equal(hover(other.snapshot, other.place, "en"), undefined);
  });

  it("shows nothing on white space and in the middle of nowhere", () => {
    const { snapshot, place } = atCursor("cluster c {\n  \n <|> \n}");
    assert.equal(hover(snapshot, place, "en"), undefined);
  });
});
