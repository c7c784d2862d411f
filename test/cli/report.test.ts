// How a deployment that ended is told on a terminal: words in the user's language, the names themselves in JSON.

import assert from "node:assert/strict";
import type { Run } from "../../cli/src/command.ts";
import { writeReport } from "../../cli/src/deployment.ts";
import { painter } from "../../cli/src/output/paint.ts";
import type { DeployReport } from "../../deploy/src/report.ts";

const report: DeployReport = {
  outcome: "mixed",
  transaction: "t",
  message: { en: "The nodes may not agree.", ja: "一致していない可能性があります。" },
  advice: [],
  nodes: [
    {
      node: "alpha",
      state: "unknown",
      before: undefined,
      after: undefined,
      detail: { en: "could not be read", ja: "読み取れませんでした" },
    },
  ],
  plan: undefined,
  healed: [],
  declined: false,
};

function told(locale: Run["locale"], format: Run["format"], given: DeployReport): { output: string; code: number } {
  let output = "";
  const io: Run["io"] = {
    write: (text) => {
      output += text;
    },
    writeError: () => {},
    readInput: async () => new Uint8Array(),
    inputChunks: async function* () {},
    environment: {},
    directory: "",
    columns: 100,
    interactive: false,
    passOn: () => undefined,
  };
  const code = writeReport(
    { io, locale, format, quiet: false, paint: painter(false), config: undefined, input: undefined },
    given,
  );
  return { output, code };
}

describe("the report of a deployment", () => {
  it("is Japanese for who reads Japanese", () => {
    const mixed = told("ja", "text", report);
    assert.deepEqual(
      [mixed.code, mixed.output],
      [5, "alpha  不明  読み取れませんでした\n要確認: 一致していない可能性があります。\n"],
    );
    const refused = told("ja", "text", { ...report, outcome: "refused", nodes: [] });
    assert.deepEqual([refused.code, refused.output], [3, "拒否: 一致していない可能性があります。\n"]);
  });

  it("keeps the documented names in English and in JSON", () => {
    assert.match(told("en", "text", report).output, /^alpha {2}unknown .*\nmixed: /);
    const json = JSON.parse(told("ja", "json", report).output);
    assert.deepEqual([json.outcome, json.nodes[0].state], ["mixed", "unknown"]);
  });
});
