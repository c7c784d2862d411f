// docs/scenarios.md and .ja.md: what became of every published scenario. The rows and their comparison belong to the
// tests, which is why this one generator reads from there.

import { renderReport, reportReadings, reportRows } from "../../test/published/report.ts";
import type { Generator } from "./generator.ts";

export const scenarioPages: Generator = {
  name: "scenarios",
  owns: [],
  files() {
    const reports = reportRows();
    const readings = reportReadings(reports);
    return new Map([
      ["docs/scenarios.md", renderReport(reports, readings, "en")],
      ["docs/scenarios.ja.md", renderReport(reports, readings, "ja")],
    ]);
  },
};
