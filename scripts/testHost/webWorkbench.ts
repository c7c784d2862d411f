// VS Code as in vscode.dev: the workbench without a machine behind it. Extensions run in a web worker, the workspace is
// kept in a file system that an extension provides.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

export interface WebWorkbench {
  readonly url: string;
  stop(): void;
}

export interface WebWorkbenchOptions {
  readonly vscodeFolder: string;
  /** The extension as it would be installed. */
  readonly extension: string;
  /** An extension whose file system holds `files`, with the tests beside it: VS Code runs tests that are part of one. */
  readonly tests: string;
  /** The folder to open, and the files in it. */
  readonly folder: { readonly scheme: string; readonly path: string };
  readonly files: string;
  /** What the tests can ask for as JSON. */
  readonly told: unknown;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".cjs": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

export async function startWebWorkbench(options: WebWorkbenchOptions): Promise<WebWorkbench> {
  const { vscodeFolder, extension, tests } = options;
  const folders = { static: vscodeFolder, extension, tests } as const;
  let port = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const send = (type: string, body: string | Buffer): void => {
      response.setHeader("content-type", type);
      response.end(body);
    };
    if (pathname === "/") return send("text/html", page(options, port));
    if (pathname === "/told.json") return send("application/json", JSON.stringify(options.told));
    if (pathname === "/workspace.json") return send("application/json", JSON.stringify(textsIn(options.files)));
    const [, name = "", path = ""] = /^\/(\w+)\/(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
    const root = Object.entries(folders).find(([folder]) => folder === name)?.[1];
    const file = root === undefined ? undefined : join(root, normalize(`/${path}`));
    if (file === undefined || !existsSync(file) || !statSync(file).isFile()) {
      response.statusCode = 404;
      return send("text/plain", "");
    }
    return send(types[extname(file)] ?? "application/octet-stream", served(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * This build of the workbench takes whoever serves it for a machine on which extensions run and settings are kept; here
 * nobody is.
 */
function served(file: string): Buffer | string {
  const content = readFileSync(file);
  if (!file.endsWith("/vs/code/browser/workbench/workbench.js")) return content;
  return content
    .toString("utf8")
    .replace("remoteAuthority:location.host", "remoteAuthority:void 0")
    .replace(/\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)/, '.with({scheme:$1.vscodeUserData}),"User")');
}

function page({ vscodeFolder, folder }: WebWorkbenchOptions, port: number): string {
  const at = (path: string) => ({ scheme: "http", authority: `127.0.0.1:${port}`, path });
  const configuration = {
    folderUri: { authority: "", query: "", fragment: "", ...folder },
    additionalBuiltinExtensions: [at("/tests")],
    developmentOptions: { extensions: [at("/extension")], extensionTestsPath: at("/tests/tests.js") },
    // What this build of the workbench insists on.
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    userDataPath: "/data",
    enableWorkspaceTrust: false,
    webviewEndpoint: `http://127.0.0.1:${port}/static/out/vs/workbench/contrib/webview/browser/pre`,
    productConfiguration: { enableTelemetry: false, extensionsGallery: undefined },
    configurationDefaults: {
      "files.autoSave": "off",
      "telemetry.telemetryLevel": "off",
      "workbench.startupEditor": "none",
      "workbench.enableExperiments": false,
    },
  };
  const values: Readonly<Record<string, string>> = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;"),
    WORKBENCH_WEB_BASE_URL: "/static",
    WORKBENCH_NLS_FALLBACK_URL: "/static/out/nls.messages.js",
    WORKBENCH_NLS_URL: "/static/out/nls.messages.js",
  };
  const template = readFileSync(join(vscodeFolder, "out/vs/code/browser/workbench/workbench.html"), "utf8");
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}

/** By path from the folder. */
function textsIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length), readFileSync(file, "utf8")];
    }),
  );
}
