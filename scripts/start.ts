// `npm start`: VS Code with this extension, a copy of the samples, and three nodes to deploy to.
// `--port N` fixes the port of the browser's editor; `--check` ends with 0 as soon as everything answers.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { run } from "./childProcess.ts";
import { projectRoot } from "./projectRoot.ts";
import { prepareWorkspace } from "./sampleWorkspace.ts";
import { openEditor } from "./start/editor.ts";
import { type StartedNodes, startNodes } from "./start/nodes.ts";
import { introduction, wordsOf } from "./start/words.ts";

const folder = join(projectRoot, ".start");
const workspace = join(folder, "workspace");

/** What was started, last first. */
const cleanups: (() => Promise<void>)[] = [];

async function main(): Promise<void> {
  const words = wordsOf(process.env);
  const wanted = process.argv.slice(2);
  say(words === "ja" ? "準備しています…" : "Getting ready …");
  mkdirSync(folder, { recursive: true });
  await buildAll({ production: false });
  // What was tried last time stays.
  if (!existsSync(workspace)) prepareWorkspace(workspace, {}, words);
  const nodes = await startNodes(join(folder, "nodes"));
  if (nodes.kind === "started") {
    cleanups.push(() => nodes.stop());
    const target = join(workspace, "three-test-nodes");
    mkdirSync(join(target, "etc/default"), { recursive: true });
    writeFileSync(join(target, "three.lk"), nodes.clusterFile);
    const parameters = join(target, "etc/default/LifeKeeper");
    if (!existsSync(parameters)) writeFileSync(parameters, nodes.parameterFile);
  }
  const editor = await openEditor({
    dataFolder: join(folder, "editor"),
    workspace,
    settings: {
      // Without a language pack the editor itself stays English, and `auto` would follow it.
      "lifekeeper.language": words,
      ...(nodes.kind === "started" ? { "lifekeeper.deploy.sshConfigFile": nodes.sshConfigFile } : {}),
    },
    tour: join(workspace, "aws-hulft/hulft.lk"),
    port: Number(wanted[wanted.indexOf("--port") + 1] ?? 0) || 0,
  });
  cleanups.push(() => editor.stop());
  say(
    introduction(
      {
        url: editor.url,
        workspace,
        nodes: nodes.kind === "started" ? nodes.names : undefined,
        whyNoNodes: nodes.kind === "refused" ? nodes.why[words] : undefined,
      },
      words,
    ),
  );
  if (wanted.includes("--check")) {
    if (editor.url !== undefined) await editorAnswers(editor.url);
    if (nodes.kind === "started") await nodesAnswer(nodes);
    await end(0);
  }
}

/** As a browser would: the token is taken for a cookie, and the cookie opens the workbench. */
async function editorAnswers(url: string): Promise<void> {
  const signal = AbortSignal.timeout(60_000);
  const first = await fetch(url, { signal, redirect: "manual" });
  const cookie = first.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const second = await fetch(new URL(first.headers.get("location") ?? url, url), { signal, headers: { cookie } });
  const page = await second.text();
  if (!second.ok || !page.includes("workbench")) throw new Error(`the editor answered ${second.status}`);
}

async function nodesAnswer(nodes: Extract<StartedNodes, { readonly kind: "started" }>): Promise<void> {
  for (const name of nodes.names) {
    const args = ["-F", nodes.sshConfigFile, "-o", "BatchMode=yes", name, "true"];
    const { code, text } = await run("ssh", args, { timeoutMs: 30_000, output: "keep" });
    if (code !== 0) throw new Error(`${name} does not answer: ${text}`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function end(code: number): Promise<never> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void end(0));
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}
