// The arguments of desktop VS Code, as far as tests and `npm start` use them.

import { resolve } from "node:path";

export interface LaunchArguments {
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string | undefined;
  /** The folder or the `.code-workspace` file to open. */
  readonly workspace: string | undefined;
  readonly userDataFolder: string | undefined;
}

/** Arguments that mean nothing to a browser (`--no-sandbox`, `--disable-updates` …) are left out without a word. */
export function parseLaunchArguments(args: readonly string[]): LaunchArguments {
  const all = (name: string): string[] =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const toPath = (value: string): string => resolve(value.replace(/^file:\/\//, ""));
  const tests = all("extensionTestsPath").at(-1);
  const userData = all("user-data-dir").at(-1);
  const workspace = args.find((arg) => !arg.startsWith("-"));
  return {
    extensionDevelopmentPaths: all("extensionDevelopmentPath").map(toPath),
    extensionTestsPath: tests === undefined ? undefined : toPath(tests),
    workspace: workspace === undefined ? undefined : resolve(workspace),
    userDataFolder: userData === undefined ? undefined : resolve(userData),
  };
}

/** The address of the workbench that does what the arguments ask. */
export function workbenchUrl(
  { port, token }: { readonly port: number; readonly token: string },
  launch: LaunchArguments,
): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ...launch.extensionDevelopmentPaths.map((path) => ["extensionDevelopmentPath", remote(path)]),
    ...(launch.extensionTestsPath === undefined ? [] : [["extensionTestsPath", remote(launch.extensionTestsPath)]]),
    ["enableProposedApi", ""],
    ["skipWelcome", "true"],
  ];
  const query = new URLSearchParams({ tkn: token });
  if (launch.workspace?.endsWith(".code-workspace") === true) query.set("workspace", launch.workspace);
  else if (launch.workspace !== undefined) query.set("folder", launch.workspace);
  query.set("payload", JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}
