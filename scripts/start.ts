// `npm start`: VS Code with this extension, a copy of the samples, and three nodes to deploy to.
// `--port N` fixes the port of the browser's editor; `--check` ends with 0 as soon as everything answers.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { projectRoot } from "./projectRoot.ts";
import { prepareWorkspace } from "./sampleWorkspace.ts";
import { openEditor } from "./start/editor.ts";
import { startNodes } from "./start/nodes.ts";
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
  if (!existsSync(workspace)) prepareWorkspace(workspace);
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
    settings: nodes.kind === "started" ? { "lifekeeper.deploy.sshConfigFile": nodes.sshConfigFile } : {},
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
    if (editor.url !== undefined) await answers(editor.url);
    await end(0);
  }
}

async function answers(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`the editor answered ${response.status}`);
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
