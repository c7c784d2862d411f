// The panel in a page of its own: what VS Code would send stands in the page, and what the panel asks for is done in it.
// Nothing can be edited there.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { PageData } from "@lkcluster/core/report/page.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import { type ToHost, type ToPanel, usualSettings } from "../../src/panel/protocol.ts";
import type { WebviewApi } from "../panelHost.ts";
import { replaySteps } from "../prove/replay.ts";

/** Undefined in a web view of VS Code. */
export function pageApi(): WebviewApi | undefined {
  const embedded = document.getElementById("report-data")?.textContent;
  // Made by `reportPage`, which is of the same version as this script.
  return embedded ? new Page(JSON.parse(embedded) as PageData) : undefined;
}

class Page implements WebviewApi {
  readonly #data: PageData;
  #receive: ((message: ToPanel) => void) | undefined;

  constructor(data: PageData) {
    this.#data = data;
  }

  listen(receive: (message: ToPanel) => void): void {
    this.#receive = receive;
    // Made by the page's buttons, which change the language of the page first.
    document.addEventListener("report-language", () => this.#send());
  }

  load(): unknown {
    const { clusterFile, replayed } = this.#data;
    if (replayed?.kind !== "counterexample") return { clusterFile };
    const { events, readings } = replayed;
    const run = { number: 1, steps: replaySteps({ events }), ...(readings.length === 0 ? {} : { readings }) };
    return { clusterFile, arrangement: { runs: [run], active: 0, cursor: 0, tab: "timeline" } };
  }

  save(): void {
    // A page opens as it was made.
  }

  post(message: ToHost): void {
    switch (message.kind) {
      case "ready":
        this.#send();
        if (this.#data.replayed?.kind === "scenario") {
          this.#receive?.({ kind: "show", what: { kind: "scenario", title: this.#data.replayed.title } });
        }
        return;
      case "reveal":
        this.#reveal(message.file, message.span.start);
        return;
      case "copy":
        copy(message.text);
        return;
      case "save":
        download(message);
        return;
      case "edit":
        return;
    }
  }

  #send(): void {
    const { clusterFile, documents } = this.#data;
    const locale: Locale = document.documentElement.lang === "ja" ? "ja" : "en";
    const settings = { ...usualSettings, provesUnasked: false, canEdit: false };
    this.#receive?.({ kind: "documents", locale, clusterFile, documents, settings });
  }

  /** The line in the files further down. */
  #reveal(file: string, offset: number): void {
    const text = this.#data.documents.find((document) => document.file === file)?.text;
    if (text === undefined) return;
    const line = indexLines(text).positionAt(offset).line + 1;
    for (const details of document.querySelectorAll<HTMLDetailsElement>("details[data-file]")) {
      if (details.dataset["file"] !== file) continue;
      details.open = true;
      const row = details.querySelector<HTMLElement>(`[data-line="${line}"]`);
      for (const marked of document.querySelectorAll(".report-source .marked")) marked.classList.remove("marked");
      row?.classList.add("marked");
      row?.scrollIntoView({ block: "center" });
      details.querySelector<HTMLElement>(".report-source")?.focus({ preventScroll: true });
    }
  }
}

function copy(text: string): void {
  // A browser may refuse; then the menu that was used has the same text to save.
  navigator.clipboard?.writeText(text).catch(() => undefined);
}

function download({ name, encoding, content }: Extract<ToHost, { kind: "save" }>): void {
  const bytes = encoding === "base64" ? Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
