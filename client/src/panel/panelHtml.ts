// The page that holds the panel: one script, two style sheets, and nothing that could load anything else.

import type { Locale } from "@lkcluster/core/locale/localized.ts";

export interface PanelPage {
  readonly locale: Locale;
  /** What VS Code lets web views load from. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  /** The style sheet of the icon font; the controls look for it by its id. */
  readonly codicons: string;
  readonly clusterFile: string;
}

export function panelHtml({ locale, cspSource, nonce, script, codicons, clusterFile }: PanelPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    // A drawing on its way to a PNG is an image made here.
    "img-src data: blob:",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>LifeKeeper</title>
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${attribute(codicons)}" nonce="${nonce}">
</head>
<body data-cluster-file="${attribute(clusterFile)}">
<div id="panel"></div>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
