// The panel's own names for VS Code's colours, and what every part shares.

import { css } from "lit";

export const baseStyles = css`
  :root {
    /* A theme defines what it likes, and a colour that is nothing draws nothing: each ends in the one that all have. */
    --lk-ok: var(--vscode-testing-iconPassed, var(--vscode-charts-green, var(--vscode-foreground)));
    --lk-bad: var(
      --vscode-testing-iconFailed,
      var(--vscode-editorError-foreground, var(--vscode-charts-red, var(--vscode-foreground)))
    );
    --lk-warn: var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow, var(--vscode-foreground)));
    --lk-border: var(
      --vscode-contrastBorder,
      var(--vscode-widget-border, var(--vscode-panel-border, var(--vscode-foreground)))
    );
    --lk-line: var(--vscode-contrastBorder, var(--vscode-descriptionForeground, var(--vscode-foreground)));
    /* Text in these colours: VS Code's own are made for icons, and too faint to read in its light themes. */
    --lk-ok-text: color-mix(in srgb, var(--lk-ok) 55%, var(--vscode-foreground));
    --lk-bad-text: color-mix(in srgb, var(--lk-bad) 60%, var(--vscode-foreground));
    --lk-warn-text: color-mix(in srgb, var(--lk-warn) 45%, var(--vscode-foreground));
    /* How strong the border of a card is; a colour that fades by itself keeps animations in its own tone. */
    --lk-card: 0.6;
    --lk-gap: 8px;
  }
  * {
    box-sizing: border-box;
  }
  html,
  body {
    height: 100%;
    margin: 0;
    padding: 0;
    /* Nothing, not even a focus that moves, may scroll the bar out of sight. */
    overflow: clip;
  }
  body {
    background: var(--vscode-editor-background);
    color: var(--vscode-foreground);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size);
    line-height: 1.4;
  }
  .vscode-high-contrast {
    --lk-card: 1;
  }
  a {
    color: var(--vscode-textLink-foreground);
  }
  code {
    font-family: var(--vscode-editor-font-family);
    color: var(--vscode-textPreformat-foreground);
    /* VS Code puts every piece of code on a plate; in tables full of them that is noise. */
    background: none;
    padding: 0;
  }
  .hidden-but-read {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
