// The line of the tour, above everything else.

import { css } from "lit";

export const tourStyles = css`
  .tour {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-height: 52px;
    padding: 8px 12px;
    border-bottom: 2px solid var(--vscode-focusBorder);
    background: var(--vscode-editorWidget-background);
    font-size: 14px;
  }
  .tour p {
    flex: 1 1 260px;
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .tour-place {
    color: var(--vscode-descriptionForeground);
    font-variant-numeric: tabular-nums;
  }
  .tour-next {
    padding: 4px 14px;
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 4px;
    background: var(--vscode-button-background);
    color: var(--vscode-button-foreground);
    font: inherit;
    cursor: pointer;
  }
  .tour-next:hover {
    background: var(--vscode-button-hoverBackground);
  }
  .tour-next:focus-visible {
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;
