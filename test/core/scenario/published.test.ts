import { deepEqual, equal } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { disagreements } from "../../published/disagreements.ts";
import { reportRows } from "../../published/report.ts";
import { rows } from "../../published/rows.ts";
import { runRow } from "../../published/runRow.ts";

const folder = join(import.meta.dirname, "../../published");

describe("published scenarios", () => {
  it("stand in files of their own, one scenario for each row and none besides", () => {
    const titles = readdirSync(folder)
      .filter((name) => name.endsWith(".lk"))
      .flatMap((name) => parseCluster(name, readFileSync(join(folder, name), "utf8")).tree.scenarios)
      .map(({ title }) => title?.value.split(":")[0]);
    deepEqual(titles.sort(), rows.map(({ id }) => id).sort());
  });

  const reports = reportRows();
  for (const { row, passed, fields } of reports) {
    it(`${row.id} comes out as stated, or its disagreements are known`, () => {
      equal(passed, true, `the expectations written in ${row.file} fail`);
      const different = fields.filter(({ agrees }) => !agrees);
      const known = disagreements.filter((one) => one.row === row.id).map(({ field }) => field);
      const said = different.map(
        ({ field, expected, actual }) => `${field}: ${JSON.stringify(expected)} but ${JSON.stringify(actual)}`,
      );
      deepEqual(different.map(({ field }) => field).sort(), [...known].sort(), said.join("\n"));
    });
  }

  it("names no row in the table of disagreements that does not exist", () => {
    deepEqual(
      disagreements.filter((one) => !rows.some(({ id }) => id === one.row)),
      [],
    );
  });

  it("runs twice to the same bytes", () => {
    for (const row of rows) equal(JSON.stringify(runRow(row)), JSON.stringify(runRow(row)));
  });
});
