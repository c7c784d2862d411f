// `npm run release`: tries what publishing would do with the files of `npm run package`, and sends nothing.
// `npm run release -- --publish` sends them: the extension to the Visual Studio Marketplace and to Open VSX, the command
// line to npm. Each wants its token in the environment; one that is missing stops everything before anything is sent.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "./childProcess.ts";
import { publicHome } from "./packages/publicHome.ts";
import { projectRoot } from "./projectRoot.ts";

const { name, version, repository } = publicHome();
const extension = join("dist/packages", `${name}-${version}.vsix`);
const commandLine = join("dist/packages", `lkcluster-${version}.tgz`);

interface Target {
  readonly name: string;
  readonly token: string;
  readonly file: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** The same without sending, where the program knows that. */
  readonly dryRun?: readonly [program: string, ...args: string[]];
}

const targets: readonly Target[] = [
  {
    name: "Visual Studio Marketplace",
    token: "VSCE_PAT",
    file: extension,
    command: ["npx", "vsce", "publish", "--packagePath", extension],
  },
  {
    name: "Open VSX",
    token: "OVSX_PAT",
    file: extension,
    command: ["npx", "--yes", "ovsx", "publish", extension],
  },
  {
    name: "npm",
    token: "NODE_AUTH_TOKEN",
    file: commandLine,
    command: ["npm", "publish", commandLine, "--access", "public", "--provenance"],
    dryRun: ["npm", "publish", commandLine, "--access", "public", "--dry-run", "--offline"],
  },
];

const publishes = process.argv.includes("--publish");
const obstacles = [
  ...targets.filter(({ file }) => !existsSync(join(projectRoot, file))).map(({ file }) => `${file}: npm run package`),
  ...(publishes && repository === undefined
    ? ["package.json names no repository: people could not find the source"]
    : []),
  ...targets
    .filter(({ token }) => publishes && (process.env[token] ?? "") === "")
    .map(({ name: target, token }) => `${target}: ${token} is not set`),
];
if (obstacles.length > 0) {
  process.stderr.write(`Nothing was sent.\n${[...new Set(obstacles)].map((obstacle) => `  ${obstacle}\n`).join("")}`);
  process.exit(1);
}
for (const target of targets) {
  const command = publishes ? target.command : target.dryRun;
  process.stdout.write(`${target.name}: ${(command ?? ["would run", ...target.command]).join(" ")}\n`);
  if (command === undefined) continue;
  const [program, ...args] = command;
  const { code } = await run(program, args, { cwd: projectRoot, timeoutMs: 600_000, output: "show" });
  if (code !== 0) {
    process.stderr.write(`${target.name} did not succeed; what stands above it was ${publishes ? "sent" : "tried"}.\n`);
    process.exit(1);
  }
}
