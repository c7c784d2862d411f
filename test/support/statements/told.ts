// What the program says at the end of a run, as a reader gets it: the exit code, the JSON and the text, in both languages
// where both are to be had.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { hashOf } from "@lkcluster/deploy/hash.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import type { StatusReport } from "@lkcluster/deploy/statusCluster.ts";
import { writeReport } from "../../../cli/src/deployment.ts";
import { type ExitCode, exitCode } from "../../../cli/src/exitCode.ts";
import { safeIo } from "../../../cli/src/io.ts";
import { painter } from "../../../cli/src/output/paint.ts";

export interface ToldNode {
  readonly node: string;
  readonly state: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly detail: string;
}

/** `--format json` as it was read. */
export interface ToldJson {
  readonly outcome: string;
  readonly message: string;
  readonly advice: readonly string[];
  readonly nodes: readonly ToldNode[];
}

export interface Told {
  readonly exitCode: number;
  readonly json: Partial<Readonly<Record<Locale, ToldJson>>>;
}

export const locales: readonly Locale[] = ["en", "ja"];

/** The report as the command line writes it. */
export function toldOf(report: DeployReport): Told {
  const json: Partial<Record<Locale, ToldJson>> = {};
  let code: ExitCode = exitCode.ok;
  for (const locale of locales) {
    let written = "";
    const io = safeIo({
      write: (part: string) => {
        written += part;
      },
      writeError: () => undefined,
      readInput: async () => new Uint8Array(),
      inputChunks: async function* () {},
      environment: {},
      directory: "/",
      columns: 100,
      interactive: false,
    });
    const run = { io, locale, format: "json", quiet: false, paint, config: undefined, input: undefined } as const;
    code = writeReport(run, report);
    json[locale] = JSON.parse(written) as ToldJson;
  }
  return { exitCode: code, json };
}

/** What `status` says of the nodes and of all of them. */
export function lookedOf({ nodes, same }: StatusReport): Told {
  const jsonIn = (locale: Locale): ToldJson => ({
    outcome: same ? "same" : "not the same",
    message: "",
    advice: [],
    nodes: nodes.map(({ node, state, detail, plan }) => ({
      node,
      state,
      before: plan === undefined ? null : hashOf(plan.before),
      after: plan === undefined ? null : hashOf(plan.after),
      detail: detail[locale],
    })),
  });
  return { exitCode: same ? exitCode.ok : exitCode.no, json: { en: jsonIn("en"), ja: jsonIn("ja") } };
}

const paint = painter(false);
