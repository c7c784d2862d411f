// The time line as a story: its filters, its phases, what differs between two moments.

import { css } from "lit";

export const storyStyles = css`
  /* Where nothing changed, why has the room. */
  @container lower (min-width: 621px) {
    .timeline .moment.plain > .what {
      display: none;
    }
    .timeline .moment.plain > .why {
      grid-column: 4 / -1;
    }
    /* Filters and the head of the table stay while the rows are scrolled. */
    .story-bar {
      position: sticky;
      top: 0;
      z-index: 2;
      background: var(--vscode-editor-background);
    }
    .story-bar ~ .timeline > thead {
      top: 32px;
    }
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
  .moment.shown .phase,
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
    min-height: 32px;
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
  .chip.mirrors {
    background: var(--vscode-editor-background);
    font-size: 12px;
  }
  .chip.mirrors.some .codicon {
    color: var(--lk-warn);
    font-size: 13px;
    vertical-align: text-bottom;
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
