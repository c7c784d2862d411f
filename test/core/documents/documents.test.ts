// Documents made from the samples and from hostile clusters: every cell leads back to a line or a source, nothing is
// invented about a machine, nothing from a file is more than text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { nothingKnown } from "@lkcluster/core/actual/actual.ts";
import { makeDocument } from "@lkcluster/core/documents/all.ts";
import { type Cell, type Document, type DocumentId, groundOf } from "@lkcluster/core/documents/document.ts";
import { type FoundNode, type Material, materialOf } from "@lkcluster/core/documents/material.ts";
import { renderHtml } from "@lkcluster/core/documents/renderHtml.ts";
import { renderMarkdown } from "@lkcluster/core/documents/renderMarkdown.ts";
import { documentIds, documentTitles } from "@lkcluster/core/documents/titles.ts";
import { usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { availability } from "@lkcluster/core/prove/availability.ts";
import { mostText, toldRows } from "@lkcluster/core/prove/availabilityText.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { projectFolder } from "@lkcluster/office/projectFolder.ts";
import { linesOf } from "@lkcluster/office/wrappedLines.ts";
import { readXlsx } from "hucre/xlsx";

const samples: Readonly<Record<string, readonly [string, string]>> = {
  hulft: ["samples/aws-hulft/hulft.lk", "samples/aws-hulft/etc/default/LifeKeeper"],
  azure: ["samples/azure-storage-quorum/azure.lk", "samples/azure-storage-quorum/etc/default/LifeKeeper"],
  pair: ["samples/split-pair/pair.lk", "samples/split-pair/etc/default/LifeKeeper"],
  classic: ["samples/two-node-majority/classic.lk", "samples/two-node-majority/etc/default/LifeKeeper"],
};

function materialFrom(
  texts: Readonly<Record<string, string>>,
  found: ReadonlyMap<string, FoundNode> = new Map(),
): Material {
  const files = filesOf(texts);
  const [file = ""] = Object.keys(texts);
  const { sound, checked, parsed } = checkCluster(files, file);
  assert.ok(sound !== undefined);
  return materialOf({ cluster: sound, checked, parsed, files, found });
}

function sample(name: string, found?: ReadonlyMap<string, FoundNode>): Material {
  const [cluster = "", defaults = ""] = samples[name] ?? [];
  return materialFrom(
    { "c.lk": readFileSync(cluster, "utf8"), "etc/default/LifeKeeper": readFileSync(defaults, "utf8") },
    found,
  );
}

function cellsOf({ sections }: Document): readonly Cell[] {
  return sections.flatMap(({ notes, table }) => [...notes, ...(table?.rows.flat() ?? [])]);
}

/** A name that is a formula, a link, a tag of HTML and a column of Markdown at once. */
const hostile = '=HYPERLINK(\\"http://x\\")|<img src=x>[y](z)&#';

const hostileCluster = `cluster "${hostile}" {
  node "=1+1" { address 192.0.2.1 }
  node "@b" { address 192.0.2.2 }
  path "=1+1" <-> "@b" { tcp 192.0.2.1 <-> 192.0.2.2 priority 1 }
  resource "${hostile}" gen/app { servers "=1+1" 1, "@b" 10  info "-2+3" }
}
`;

describe("documents", () => {
  for (const name of Object.keys(samples)) {
    const material = sample(name);
    for (const id of documentIds) {
      it(`${id} of ${name}: every cell leads to a line or a source, in rows as wide as the table`, () => {
        const document = makeDocument(id, material);
        for (const { table } of document.sections) {
          for (const row of table?.rows ?? []) assert.equal(row.length, table?.columns.length);
        }
        for (const one of cellsOf(document)) {
          if (one.text.en === "") continue;
          const { lines, sources } = groundOf([one]);
          assert.ok(lines.length + sources.length > 0, `${id}: ${one.text.en}`);
          for (const { file, line } of lines) {
            const text = material.files.read(file)?.text.split("\n")[line - 1];
            assert.ok(text !== undefined && text.trim() !== "", `${file}:${line}`);
          }
        }
      });
    }
  }

  it("a value that somebody set leads to the very line that sets it", () => {
    const { sections } = makeDocument("parameters", sample("hulft"));
    const row = sections
      .flatMap(({ table }) => table?.rows ?? [])
      .find((cells) => cells[1]?.text.en === "WITNESS_MODE");
    const values = row?.slice(2, 5).map(({ text, lines, tone }) => [text.en, lines, tone]);
    assert.deepEqual(values, [
      ["remote_verify", [{ file: "etc/default/LifeKeeper", line: 2 }], "own"],
      ["remote_verify", [{ file: "etc/default/LifeKeeper", line: 2 }], "own"],
      ["none", [{ file: "c.lk", line: 12 }], "own"],
    ]);
  });

  it("without facts nothing is said of a machine but that it was not read", () => {
    const document = makeDocument("as-built", sample("hulft"));
    const results = document.sections.flatMap(({ table }) => table?.rows ?? []).map((row) => row.slice(-2));
    assert.ok(results.length > 20);
    for (const cells of results) for (const { text } of cells) assert.equal(text.en, "not read");
  });

  it("a fact that is there is compared, one that is missing is not read, and one of another node is nobody's", () => {
    const found = new Map<string, FoundNode>([
      [
        "prim",
        {
          readFrom: "LifeKeeper",
          parameters: { text: "QUORUM_MODE=majority\nWITNESS_MODE=none\nLCMHBEATTIME=9\n" },
          actual: undefined,
        },
      ],
      [
        "sec",
        { readFrom: "lcdstatus.txt", parameters: undefined, actual: { ...nothingKnown, resources: [], paths: [] } },
      ],
    ]);
    const rows = makeDocument("as-built", sample("hulft", found)).sections.flatMap(({ table }) => table?.rows ?? []);
    const said = (node: string, item: string): readonly (string | undefined)[] | undefined =>
      rows
        .find(([one, other]) => one?.text.en === node && other?.text.en === item)
        ?.slice(2)
        .map(({ text }) => text.en);
    assert.deepEqual(said("prim", "QUORUM_MODE"), ["majority", "majority", "same"]);
    assert.deepEqual(said("prim", "WITNESS_MODE"), ["remote_verify", "none", "differs"]);
    assert.deepEqual(said("prim", "NOBCASTPING"), ["1", "not set", "differs"]);
    assert.deepEqual(said("prim", "LCMHBEATTIME"), ["not set", "9", "differs"]);
    assert.deepEqual(said("sec", "QUORUM_MODE"), ["majority", "not read", "not read"]);
    assert.deepEqual(said("sec", "hulft: ID"), undefined);
    assert.deepEqual(said("sec", "hulft: kind"), ["gen/app", "there is no such", "differs"]);
    assert.deepEqual(said("wit", "prim")?.slice(1), ["not read", "not read"]);
  });

  it("a cluster whose single fault ends the service names it as a single point of failure", () => {
    const { sections } = makeDocument(
      "availability",
      materialFrom({
        "c.lk":
          "cluster c {\n  node a { address 192.0.2.1 }\n  node b { address 192.0.2.2 }\n  path a <-> b { tcp 192.0.2.1 <-> 192.0.2.2 }\n  resource app gen/app { servers a 1 }\n}\n",
      }),
    );
    const alone = sections[1]?.table?.rows.map((row) => row.map(({ text }) => text.en)) ?? [];
    assert.deepEqual(alone[0], ["app: stays out of service (no server is left)", "a crashes"]);
    // Nothing comes back by itself, so that there is no time to tell.
    assert.equal(sections[0]?.table, undefined);
  });

  it("the times away are those that the availability command finds", () => {
    const material = sample("hulft");
    const [away] = makeDocument("availability", material).sections;
    const { rows, alike } = pumped(availability(material.cluster, usualFaultKinds));
    const found = toldRows(material.cluster, rows, alike);
    assert.ok(found.length > 3);
    assert.deepEqual(
      away?.table?.rows.map((row) => [row[1]?.text.ja, row[3]?.text.ja]),
      found.map(({ one, faults }) => [faults.ja, mostText(one).ja]),
    );
  });

  it("the requirements of the file stand beside its tests and its times, and in a table of their own", () => {
    const tests = makeDocument("tests", sample("hulft"));
    const [, list, traced] = tests.sections;
    const titles = (section: typeof list): readonly (string | undefined)[] =>
      (section?.table?.columns ?? []).map(({ title }) => title.ja);
    assert.deepEqual(titles(list).slice(0, 3), ["項番", "要件番号", "分類"]);
    assert.deepEqual(titles(traced), ["要件番号", "確認方法", "シナリオ、証明、試験", "結果"]);
    const told = (traced?.table?.rows ?? []).map((row) => row.map(({ text }) => text.ja).join(" | "));
    assert.ok(told.includes("A-12 | シナリオ | an availability zone fails | 成功"), told.join("\n"));
    assert.ok(told.includes("B-1 | 証明 | two faults never split the brain | 成立"));
    const away = makeDocument("availability", sample("hulft")).sections[0]?.table;
    assert.equal(away?.columns.at(-1)?.title.ja, "要件番号");
    const row = away?.rows.find((cells) => cells[1]?.text.en.includes("az-a"));
    assert.equal(row?.at(-1)?.text.en, "A-11\nA-12");
    for (const id of ["tests", "availability"] as const) {
      const bare = makeDocument(id, sample("azure"));
      assert.ok(!JSON.stringify(bare).includes("要件"), id);
    }
  });

  it("a cluster with errors gets no work procedure", () => {
    const text = readFileSync("samples/aws-hulft/hulft.lk", "utf8");
    const parameters = "QUORUM_MODE=storage\nWITNESS_MODE=remote_verify\n";
    const document = makeDocument("procedure", materialFrom({ "c.lk": text, "etc/default/LifeKeeper": parameters }));
    assert.deepEqual(
      document.sections.map(({ title, table }) => [title.en, table]),
      [["Not to be carried out", undefined]],
    );
  });

  it("names from a stranger's file are text in Markdown, in HTML and in the drawing", () => {
    const material = materialFrom({ "c.lk": hostileCluster });
    for (const id of documentIds) {
      const document = makeDocument(id, material);
      const html = renderHtml(document, "en");
      assert.ok(!/<img|<script/i.test(html), id);
      const markdown = renderMarkdown(document, "ja");
      assert.ok(!/(?<!\\)<img|(?<!\\)\[y\]\(z\)/.test(markdown.replace(/`[^`]*`/g, "")), id);
      for (const { table } of document.sections) {
        const head = table?.columns.length ?? 0;
        const rows = markdown.split("\n").filter((line) => line.startsWith("| "));
        assert.ok(head === 0 || rows.length > 0);
      }
      for (const { drawing } of document.sections) {
        assert.ok(!/<img/i.test(drawing?.svg.en ?? ""), id);
        assert.ok(!/<img/i.test(drawing?.mermaid ?? ""), id);
      }
    }
  });

  it("docs/documents.md shows each document with its picture, in both languages", () => {
    for (const [page, suffix, locale] of [
      ["docs/documents.md", "", "en"],
      ["docs/documents.ja.md", ".ja", "ja"],
    ] as const) {
      const text = readFileSync(page, "utf8");
      let size = 0;
      for (const id of documentIds) {
        const title = documentTitles[id][locale];
        assert.ok(text.includes(`\n### ${title}\n`), title);
        assert.ok(text.includes(`![${title}](images/documents/${id}${suffix}.png)`), id);
        size += readFileSync(`docs/images/documents/${id}${suffix}.png`).length;
      }
      assert.ok(size < 300_000, `${size} bytes`);
    }
  });

  it("a page gives its columns the shares that a sheet gives them, and no table more than it needs", () => {
    const html = renderHtml(makeDocument("tests", sample("hulft")), "ja");
    const tables = [...html.matchAll(/<table style="max-width:(\d+)ch"><colgroup>(.*?)<\/colgroup>/g)];
    assert.equal(tables.length, 2);
    for (const [, most, columns = ""] of tables) {
      const shares = [...columns.matchAll(/width:([\d.]+)%/g)].map(([, share]) => Number(share));
      assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) < 1);
      assert.ok(Math.min(...shares) * Number(most) > 900, columns);
    }
  });

  it("a workbook has no page without content: like tables share one, and sources stand only where there are some", async () => {
    const sheetsOf = async (only: DocumentId) => {
      const wish = { formats: ["xlsx"], only: [only], locale: "ja", moment: new Date(0) } as const;
      const [file] = await projectFolder(sample("hulft"), wish);
      assert.ok(file !== undefined);
      return (await readXlsx(file.bytes)).sheets;
    };
    const names = async (only: DocumentId) => (await sheetsOf(only)).map(({ name }) => name);
    assert.deepEqual(await names("operations"), ["表紙", "運用手順書", "出典一覧"]);
    assert.deepEqual(await names("as-built"), ["表紙", "取得状況", "実機との突合"]);
    assert.deepEqual(await names("topology"), ["表紙", "構成図", "一覧"]);
    assert.deepEqual(await names("tests"), ["表紙", "試験項目", "要件との対応", "出典一覧"]);
    const [cover] = await sheetsOf("tests");
    assert.ok(cover?.rows.flat().includes("全試験に共通の前提条件"));
    const [, manual] = await sheetsOf("operations");
    const heads = manual?.rows.filter((row) => row[0] === "手順");
    assert.equal(heads?.length, 1);
    assert.ok(manual?.rows.some((row) => row[0] === "hulft の sec へのスイッチオーバー"));
  });

  it("a diagram on a sheet has a box for each node and a rung for each link, between the two that it joins", async () => {
    const wish = { formats: ["xlsx"], only: ["topology"], locale: "en", moment: new Date(0) } as const;
    const [file] = await projectFolder(sample("hulft"), wish);
    assert.ok(file !== undefined);
    const sheet = (await readXlsx(file.bytes)).sheets[1];
    const boxes = sheet?.rows[2] ?? [];
    assert.deepEqual(
      [0, 3, 6].map((column) => String(boxes[column]).split("\n")[0]),
      ["prim", "sec", "wit"],
    );
    assert.deepEqual(
      sheet?.rows.slice(3).map((row) => row.findIndex((text) => String(text ?? "").startsWith("tcp "))),
      [1, 1, 4],
    );
    assert.deepEqual(
      (sheet?.merges ?? []).filter(({ startRow }) => startRow > 2).map(({ startCol, endCol }) => [startCol, endCol]),
      [
        [1, 3],
        [1, 6],
        [4, 6],
      ],
    );
  });

  it("a row is as high as its text: words stay whole, full-width characters break anywhere", () => {
    for (const [text, width, lines] of [
      ["", 10, 1],
      ["abc def", 10, 1],
      ["abcdef ghijkl", 10, 2],
      ["/var/log/lifekeeper.log", 12, 3],
      ["フェイルオーバー", 10, 2],
      ["a\nb\n\nc", 10, 4],
      ["ab フェイル", 10, 2],
    ] as const) {
      assert.equal(linesOf(text, width), lines, text);
    }
  });

  it("every cell of a workbook is text, and the same input gives the same bytes", async () => {
    const wish = { formats: ["xlsx"], locale: "ja", moment: new Date(0) } as const;
    const once = await projectFolder(materialFrom({ "c.lk": hostileCluster }), wish);
    const again = await projectFolder(materialFrom({ "c.lk": hostileCluster }), wish);
    assert.deepEqual(once, again);
    const workbooks = once.filter(({ name }) => name.endsWith(".xlsx"));
    assert.deepEqual(
      workbooks.map(({ name }) => name.replace(".xlsx", "") as DocumentId),
      documentIds,
    );
    for (const { bytes } of workbooks) {
      const { sheets } = await readXlsx(bytes);
      const names = sheets.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
      for (const { rows, cells } of sheets) {
        for (const value of rows.flat()) assert.ok(value === null || typeof value === "string", String(value));
        for (const one of cells?.values() ?? []) assert.equal(one.formula, undefined);
      }
    }
  });
});
