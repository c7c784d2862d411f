// What a reader gets to see of a parameter and of a value, with and without a cluster around it.

import assert from "node:assert/strict";
import {
  type DescribeContext,
  describe as describeParameter,
  describeValue,
  meaningOf,
} from "@lkcluster/core/catalogue/describe.ts";
import { explain } from "@lkcluster/core/catalogue/explain.ts";
import { findParameter } from "@lkcluster/core/catalogue/parameters.ts";
import type { ParameterSpec } from "@lkcluster/core/catalogue/spec.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";

function get(name: string): ParameterSpec {
  const found = findParameter(name);
  assert.ok(found, name);
  return found.spec;
}

function shows(name: string, locale: Locale, expected: readonly string[], context?: DescribeContext): void {
  const text = describeParameter(get(name), locale, context);
  for (const part of expected) assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
}

describe("the description of a parameter", () => {
  it("has title, summary, facts, values, details, example, relations, sources and evidence", () => {
    const text = describeParameter(get("QUORUM_MODE"), "en");
    const order = [
      "**`QUORUM_MODE`** · Quorum and witness",
      "How a node decides whether it holds quorum.",
      "- **Default**: `majority`",
      "- **Takes effect**: as soon as the file is saved",
      "- **Between nodes**: the same value on every node",
      "- **Needs**: the Quorum/Witness package",
      "**Values**",
      "- `none` / `off`: No quorum check is made",
      "`COMM_DOWN`",
      "**Example**",
      "```lifekeeper-defaults\nQUORUM_MODE=majority",
      "**See also**: `WITNESS_MODE`",
      "**Sources**: [LifeKeeper for Linux 10.0, quorum parameters](https://docs.us.sios.com/",
      "**Evidence**: inferred",
    ];
    const places = order.map((part) => text.indexOf(part));
    assert.deepEqual(
      order.filter((_, at) => places[at] === -1),
      [],
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it("has the same in Japanese", () => {
    shows("QUORUM_MODE", "ja", [
      "**`QUORUM_MODE`** · Quorum/Witness",
      "- **デフォルト**: `majority`",
      "- **反映の時期**: ファイルを保存した時点（ノードごと）",
      "- **ノード間**: 全ノードで同じ値にする",
      "- `none` / `off`: Quorum チェックを行わず、常に成功とみなします。",
      "**出典**: ",
      "**確かさ**: 資料からの推論",
    ]);
  });

  it("gives ranges with holes, units and older defaults", () => {
    shows("LCMPORT", "en", ["- **Range**: 0, or 1024 to 65535"]);
    shows("QWK_STORAGE_HBEATTIME", "ja", ["- **範囲**: 5 ～ 10", "- **デフォルト**: `6` 秒"]);
    shows("LCMNUMHBEATS", "en", ["- **Range**: 2 or more", "- **Form**: a count"]);
    shows("QUORUM_LOSS_ACTION", "en", ["- **Default**: `fastkill` (`fastboot` before 9.0)"]);
    shows("QUORUM_HOSTS", "en", [
      "`host:port` entries separated by `,`, without spaces",
      "- **Versions**: before 10.0",
    ]);
    shows("INITTIMEOUT", "en", ["- **Default**: not known"]);
    shows("QWK_STORAGE_TYPE", "en", ["- **Default**: none (not set)", "- **Versions**: since 9.3"]);
    shows("QUORUM_DEBUG", "ja", ["- **デフォルト**: （空）"]);
  });

  it("says what does not belong here, and what is not certain", () => {
    shows("QUORUM_QUARANTINE_SECS", "en", ["> Not a parameter of LifeKeeper for Linux"]);
    shows("SKIP_REMOVE_share", "ja", ["> 製品のパラメーターではありません。", "`SKIP_REMOVE_<tag>`"]);
    shows("RESERVATIONS", "en", ["- There may be more values; sources show only these.", "unsure (sources are silent"]);
    assert.ok(describeParameter(get("LCMPORT"), "en").endsWith("**Evidence**: documented"));
  });

  it("shows what a cluster makes of it", () => {
    const context: DescribeContext = {
      version: { major: 10, minor: 0, patch: 0, text: "10.0" },
      nodes: 2,
      value: { text: "majority", origin: "default" },
      verdicts: [
        { value: "majority", verdict: "unsupported", reason: { en: "It needs 3 nodes.", ja: "3 ノードが必要です。" } },
        { value: "storage", verdict: "supported" },
      ],
    };
    shows(
      "QUORUM_MODE",
      "en",
      [
        "**In force here**: `majority`, the default, since no line sets it",
        "✗ Not possible here. It needs 3 nodes.",
        "✓ Possible here.",
        "- ~~`tcp_remote`~~",
      ],
      context,
    );
    shows("QUORUM_MODE", "ja", ["✗ このクラスターでは使えません。3 ノードが必要です。"], context);
  });

  it("names as many sources as it is told", () => {
    shows("QUORUM_MODE", "en", ["; and 8 more"], { sourcesMax: 2 });
    shows("QUORUM_MODE", "ja", ["、ほか 8 件"], { sourcesMax: 2 });
  });

  it("links no copy on a bare address", () => {
    for (const name of ["QUORUM_MODE", "SCSIERROR", "LKSYSLOGTAG"]) {
      assert.doesNotMatch(describeParameter(get(name), "en"), /\(http:\/\/\d/);
    }
  });
});

describe("the description of a value", () => {
  it("says what it means, and what the cluster makes of it", () => {
    const context: DescribeContext = { verdicts: [{ value: "none", verdict: "supported" }] };
    const text = describeValue(get("QUORUM_MODE"), "off", "en", context);
    assert.match(text ?? "", /\*\*`QUORUM_MODE=off`\*\*[\s\S]*No quorum check[\s\S]*✓ Possible here/);
  });

  it("knows switches and numbers, and nothing about a wrong value", () => {
    assert.equal(meaningOf(get("NOBCASTPING"), "1", "en"), "The broadcast ping is switched off.");
    assert.equal(meaningOf(get("LCMHBEATTIME"), "5", "ja"), "5 秒");
    assert.equal(meaningOf(get("QUORUM_MODE"), "sometimes", "en"), undefined);
    assert.equal(describeValue(get("QUORUM_MODE"), "sometimes", "en"), undefined);
    // Asked for alone, it says where it is known from, as a parameter does.
    for (const asked of ["fastkill", "QUORUM_LOSS_ACTION=fastkill"]) {
      assert.match(explain(asked, "en") ?? "", /\*\*Sources\*\*[\s\S]*\]\(https?:/);
    }
  });
});
