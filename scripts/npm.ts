// npm, run by the Node that runs us.

import { type RunResult, run } from "./childProcess.ts";

/** Runs npm in a folder. The Node in the first place of PATH may be an older one, so npm's own script is started by ours. */
export function npm(args: readonly string[], cwd: string, timeoutMs: number): Promise<RunResult> {
  const script = process.env["npm_execpath"];
  const quiet = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error", ...args];
  if (script?.endsWith(".js") === true) {
    return run(process.execPath, [script, ...quiet], { cwd, timeoutMs, output: "keep", env: foreignEnvironment() });
  }
  return run(process.platform === "win32" ? "npm.cmd" : "npm", quiet, {
    cwd,
    timeoutMs,
    output: "keep",
    env: foreignEnvironment(),
  });
}

/** The environment without what npm says about our own package: the folder is another package. */
function foreignEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package_|lifecycle_|config_local_prefix|command)/.test(name),
    ),
  );
}
