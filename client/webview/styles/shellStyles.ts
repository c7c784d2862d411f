// The frame of the panel: bars, tabs, the sash between drawing and tables, menus.

import { css } from "lit";

export const shellStyles = css`
  #panel {
    height: 100%;
  }
  .shell {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-width: 320px;
    overflow: clip;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--lk-gap);
    min-height: 35px;
    padding: 0 12px;
    border-bottom: 1px solid var(--lk-border);
    flex: none;
  }
  .bar h1 {
    font-size: 13px;
    font-weight: 600;
    margin: 0;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    min-width: 5em;
    flex: 0 1 auto;
  }
  .bar .facts {
    color: var(--vscode-descriptionForeground);
    font-size: 12px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    min-width: 0;
    flex: 1 1 0;
  }
  .bar vscode-single-select {
    width: 220px;
    flex: 0 2 auto;
    min-width: 110px;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 2px;
    flex: none;
  }
  .tool {
    appearance: none;
    background: none;
    border: 1px solid transparent;
    border-radius: 5px;
    color: var(--vscode-icon-foreground);
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    height: 22px;
    min-width: 22px;
    padding: 2px;
    font: inherit;
  }
  .tool:hover:not([aria-disabled="true"]) {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .tool[aria-disabled="true"] {
    color: var(--vscode-disabledForeground);
    cursor: default;
  }
  .tool[aria-pressed="true"] {
    background: var(--vscode-toolbar-activeBackground);
    border-color: var(--vscode-contrastActiveBorder, transparent);
  }
  .tool .codicon {
    font-size: 16px;
  }
  button:focus-visible,
  .tab:focus-visible,
  [tabindex]:focus-visible,
  input:focus-visible,
  a:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .notice {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 4px 12px;
    font-size: 12px;
    color: var(--vscode-descriptionForeground);
    border-bottom: 1px solid var(--lk-border);
    flex: none;
  }
  .notice.error {
    color: var(--vscode-foreground);
    border-left: 3px solid var(--lk-bad);
  }
  .notice .problems {
    margin: 2px 0 0;
    padding: 0;
  }
  .notice .problems li {
    padding: 0;
  }
  .notice:has(.problems) {
    align-items: flex-start;
  }
  .notice .codicon {
    color: var(--lk-warn);
    font-size: 14px;
    flex: none;
  }
  .notice.error .codicon {
    color: var(--lk-bad);
  }

  .halves {
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
    min-height: 0;
  }
  .upper {
    flex: none;
    min-height: 90px;
    min-width: 0;
    position: relative;
    display: flex;
    flex-direction: column;
    contain: layout paint style;
  }
  .upper .stage {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
    display: flex;
    justify-content: safe center;
    align-items: safe center;
    padding: 4px 8px;
  }
  .upper .stage > svg {
    flex: none;
    max-width: 100%;
    max-height: 100%;
  }
  .corner {
    position: absolute;
    top: 6px;
    right: 10px;
    z-index: 1;
  }
  /* Over the drawing: marking something does not move it. */
  .marks {
    position: absolute;
    inset: auto 0 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: var(--lk-gap);
    padding: 4px 12px;
    background: var(--vscode-editorWidget-background);
    border-top: 1px solid var(--lk-border);
    font-size: 12px;
    flex: none;
  }
  .marks .names {
    flex: 1 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sash {
    flex: none;
    height: 5px;
    margin: -2px 0;
    cursor: row-resize;
    z-index: 2;
    touch-action: none;
  }
  .sash::after {
    content: "";
    display: block;
    height: 1px;
    margin-top: 2px;
    background: var(--lk-border);
  }
  .sash:hover,
  .sash:focus-visible {
    background: var(--vscode-focusBorder);
    outline: none;
  }
  .lower {
    container: lower / inline-size;
    flex: 1 1 0;
    min-height: 0;
    min-width: 0;
    display: flex;
    flex-direction: column;
  }
  .player {
    display: flex;
    align-items: center;
    gap: var(--lk-gap);
    padding: 4px 12px 0;
    flex: none;
  }
  .player input[type="range"] {
    flex: 1 1 auto;
    min-width: 60px;
    height: 22px;
    margin: 0;
    accent-color: var(--vscode-focusBorder);
  }
  .player .clock {
    font-variant-numeric: tabular-nums;
    color: var(--vscode-descriptionForeground);
    font-size: 12px;
    white-space: nowrap;
  }
  .tabs {
    display: flex;
    align-items: stretch;
    gap: 4px;
    padding: 0 8px;
    border-bottom: 1px solid var(--lk-border);
    flex: none;
  }
  .tabs [role="tablist"] {
    flex: 0 1 auto;
    flex-wrap: wrap;
    gap: 0 2px;
  }
  .tab {
    appearance: none;
    background: none;
    border: 0;
    border-bottom: 1px solid transparent;
    color: var(--vscode-panelTitle-inactiveForeground);
    cursor: pointer;
    font: inherit;
    font-size: 12px;
    padding: 6px 8px 5px;
    margin-bottom: -1px;
    white-space: nowrap;
  }
  .tab:hover {
    color: var(--vscode-panelTitle-activeForeground);
  }
  .tab[aria-selected="true"] {
    color: var(--vscode-panelTitle-activeForeground);
    border-bottom-color: var(--vscode-panelTitle-activeBorder);
  }
  .tabs .spacer {
    flex: 1 1 auto;
  }
  .tabs .tools {
    padding: 3px 0;
  }
  .tab-panel {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
  }
  .tab-panel:focus-visible {
    outline-offset: -1px;
  }
  .empty {
    color: var(--vscode-descriptionForeground);
    margin: 16px auto 8px;
    max-width: 46em;
    padding: 0 24px;
    text-align: center;
  }
  .problems {
    list-style: none;
    margin: 0 auto;
    max-width: 60em;
    padding: 0 24px 24px;
  }
  .problems li {
    padding: 4px 0;
    display: flex;
    gap: 8px;
  }
  .notice .codicon-info {
    color: var(--vscode-editorInfo-foreground);
  }
  .problems .codicon {
    color: var(--lk-bad);
    flex: none;
    margin-top: 1px;
  }

  @media (max-width: 460px) {
    .bar .facts {
      display: none;
    }
    .bar h1 {
      flex: 1 1 auto;
    }
  }

  /* Too low and too narrow for both: they are scrolled, and the bar above them stays. */
  @media (max-width: 559px) and (max-height: 520px) {
    .halves {
      overflow-y: auto;
    }
    .upper {
      min-height: 220px;
    }
    .lower {
      flex: none;
      min-height: 340px;
    }
  }

  /* Beside each other where the panel is wide, or too low for both. */
  @media ((min-width: 1100px) and (min-aspect-ratio: 5/4)) or ((min-width: 560px) and (max-height: 520px)) {
    .halves {
      flex-direction: row;
    }
    .sash {
      width: 5px;
      height: auto;
      margin: 0 -2px;
      cursor: col-resize;
    }
    .sash::after {
      width: 1px;
      height: 100%;
      margin: 0 2px;
    }
  }
`;
