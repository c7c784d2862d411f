// The time line as a story: its filters, its phases, what differs between two moments.

import { css } from "lit";

export const storyStyles = css`
  /* Where nothing changed, why has the room. */
  .timeline .moment.plain > .what {
    display: none;
  }
  .timeline .moment.plain > .why {
    grid-column: 4 / -1;
  }
  .phase {
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    margin-left: 6px;
    white-space: nowrap;
  }
  .phase::before {
    content: "· ";
  }
  .phase.decided,
  .phase.acted {
    color: var(--vscode-foreground);
  }
  .moment.repeats:not(.shown) .phase {
    margin-left: 0;
  }
  .story-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    padding: 5px 12px;
    font-size: 12px;
  }
  .story-bar input,
  .story-bar select {
    font: inherit;
    height: 22px;
    padding: 0 6px;
    color: var(--vscode-input-foreground, var(--vscode-foreground));
    background: var(--vscode-input-background, var(--vscode-editor-background));
    border: 1px solid var(--vscode-input-border, var(--lk-border));
    border-radius: 3px;
    min-width: 0;
  }
  .story-bar input {
    flex: 1 1 90px;
    max-width: 220px;
  }
  .story-bar select {
    max-width: 150px;
  }
  .chip {
    appearance: none;
    font: inherit;
    height: 22px;
    padding: 0 8px;
    border: 1px solid var(--lk-border);
    border-radius: 11px;
    background: none;
    color: var(--vscode-foreground);
    cursor: pointer;
    white-space: nowrap;
  }
  .chip[aria-pressed="true"] {
    background: var(--vscode-list-inactiveSelectionBackground);
    border-color: var(--vscode-focusBorder);
    font-weight: 600;
  }
  .differs {
    border-left: 3px solid var(--vscode-focusBorder);
    font-size: 12px;
    margin: 0 12px 6px;
    padding: 2px 8px;
  }
  .differs .changes {
    max-height: 9em;
    overflow: auto;
  }
  .tool.speed {
    font-size: 11px;
    font-variant-numeric: tabular-nums;
  }
`;
