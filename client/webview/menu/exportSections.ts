// Saving and copying: the run as a scenario, as text, as Markdown; the drawings as SVG and PNG.

import { readState } from "@lkcluster/core/simulate/read.ts";
import type { ShownMoment } from "../derive.ts";
import { commandText } from "../export/commandText.ts";
import { runAsMarkdown, runAsText } from "../export/runText.ts";
import { sayable, scenarioText } from "../export/scenarioText.ts";
import { playRun } from "../run/play.ts";
import type { Run } from "../run/run.ts";
import { activeRun } from "../state.ts";
import type { ViewProps } from "../viewProps.ts";
import { panelWords as words } from "../words/panelWords.ts";
import type { MenuSection } from "./menuView.ts";

export function exportSections(props: ViewProps, { drawn, played }: ShownMoment): readonly MenuSection[] {
  const { state, derived, dispatch, exportDrawing } = props;
  const { locale, clusterFile } = state;
  const { cluster } = drawn;
  const last = played.moments.at(-1);
  if (last === undefined) return [];
  const end = readState(played.model, last.state);
  const run = activeRun(state);
  const report = { cluster, moments: played.moments, end, locale };
  const entry = (label: string, choose: () => void) => ({ label, hint: "", choose });
  const text = state.documents?.find(({ file }) => file === clusterFile)?.text ?? "";
  const scenario = derived.scenarios.find(({ title }) => title === run.scenario);
  const scenarioOfRun = (): string => {
    const takenTitles = derived.scenarios.map(({ title }) => title);
    // What is expected is what the written scenario leads to, which a counterexample's own order may not be.
    const said = sayable(run, played.stepStartsMs);
    const replayed = playRun(drawn.model, said, derived.scenarios);
    return scenarioText({
      cluster,
      run: said,
      played: replayed,
      givens: scenario?.givens ?? [],
      takenTitles,
    });
  };
  const save = (): void => {
    const gap = text === "" || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    const span = { start: text.length, end: text.length };
    dispatch({
      kind: "edit",
      title: words.saveScenario.en,
      edits: [{ file: clusterFile, span, newText: gap + scenarioOfRun() }],
    });
  };
  const said: Run = {
    ...sayable(run, played.stepStartsMs),
    ...(run.readings === undefined ? {} : { readings: run.readings }),
  };
  const fileName = decodeURIComponent(clusterFile.slice(clusterFile.lastIndexOf("/") + 1));
  const command = commandText(fileName, said, (scenario?.givens.length ?? 0) === 0);
  const drawings = [
    ...(state.topologyAs === "drawing"
      ? [
          entry(words.copyTopologySvg[locale], () => exportDrawing("topology", "svg")),
          entry(words.copyTopologyPng[locale], () => exportDrawing("topology", "copied-png")),
          entry(words.saveTopologyPng[locale], () => exportDrawing("topology", "saved-png")),
        ]
      : []),
    ...(state.tab === "sequence" && state.sequenceAs === "drawing"
      ? [
          entry(words.copySequenceSvg[locale], () => exportDrawing("sequence", "svg")),
          entry(words.copySequencePng[locale], () => exportDrawing("sequence", "copied-png")),
          entry(words.saveSequencePng[locale], () => exportDrawing("sequence", "saved-png")),
        ]
      : []),
  ];
  return [
    {
      title: "",
      entries: run.steps.length === 0 || !state.settings.canEdit ? [] : [entry(words.saveScenario[locale], save)],
    },
    {
      title: words.run[locale],
      entries: [
        entry(words.copyText[locale], () => dispatch({ kind: "copy", text: runAsText(report) })),
        entry(words.copyMarkdown[locale], () => dispatch({ kind: "copy", text: runAsMarkdown(report) })),
        ...(run.steps.length === 0
          ? []
          : [entry(words.copyScenario[locale], () => dispatch({ kind: "copy", text: scenarioOfRun() }))]),
        ...(command === undefined
          ? []
          : [entry(words.copyCommand[locale], () => dispatch({ kind: "copy", text: command }))]),
      ],
    },
    { title: words.topology[locale], entries: drawings },
  ];
}
