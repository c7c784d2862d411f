// The deployment page in the browser: draws what the extension tells, with clocks that go on between two messages, and
// hands back what the user wants. It decides nothing.

import { render } from "lit";
import type { FromPage, ToPage } from "../../src/deploy/page/protocol.ts";
import { baseStyles } from "../styles/baseStyles.ts";
import { deploymentStyles } from "./deploymentStyles.ts";
import { pageView } from "./pageView.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const api = acquireVsCodeApi();
const root = document.getElementById("panel") ?? document.body;
const tickMs = 500;

let told: ToPage | undefined;
/** When it was told, on this page's own clock. */
let toldAtMs = 0;

function draw(): void {
  if (told === undefined) return;
  const { deployment, locale, nowMs } = told;
  document.documentElement.lang = locale;
  const sinceMs = performance.now() - toldAtMs;
  render(pageView({ deployment, locale, nowMs: nowMs + sinceMs, send: (message) => api.postMessage(message) }), root);
}

window.addEventListener("message", (event: MessageEvent<ToPage>) => {
  const asked = told?.deployment.phase === "asking";
  told = event.data;
  toldAtMs = performance.now();
  draw();
  // The question is read from its beginning; no key that is already on its way may answer it.
  if (!asked && told.deployment.phase === "asking") document.querySelector<HTMLElement>("#question h2")?.focus();
  if (told.deployment.phase === "ended") document.querySelector<HTMLElement>("#end h2")?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || told?.deployment.phase !== "asking") return;
  event.preventDefault();
  api.postMessage({ kind: "answer", answer: "no" });
});

setInterval(() => {
  if (told?.deployment.phase === "working") draw();
}, tickMs);

document.adoptedStyleSheets = [baseStyles, deploymentStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
api.postMessage({ kind: "ready" });
