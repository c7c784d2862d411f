// How the sequence diagram looks.

import { css } from "lit";

export const sequenceStyles = css`
  .sequence-frame {
    padding: 0 8px 8px;
    min-width: min-content;
  }
  .sequence-head {
    position: sticky;
    top: 0;
    margin-bottom: -32px !important;
    pointer-events: none;
  }
  .sequence-head .head-back {
    fill: var(--vscode-editor-background);
  }
  .sequence {
    display: block;
    margin: 0 auto;
    font-family: var(--vscode-font-family);
    user-select: none;
  }
  .sequence text {
    fill: var(--vscode-foreground);
    font-size: 11px;
    pointer-events: none;
  }
  .sequence .card,
  .sequence .box {
    fill: var(--vscode-editorWidget-background);
    stroke: var(--lk-border);
  }
  .sequence .icon {
    fill: none;
    stroke: var(--vscode-icon-foreground);
    stroke-width: 1.2px;
  }
  .sequence .lane-name {
    font-size: 12px;
    font-weight: 600;
  }
  .sequence .life {
    fill: none;
    stroke: var(--lk-line);
    stroke-opacity: 0.6;
    stroke-width: 1.5px;
  }
  .sequence .life.serving {
    stroke: var(--lk-ok);
    stroke-opacity: 1;
    stroke-width: 4px;
  }
  .sequence .life.down {
    stroke: var(--lk-bad);
    stroke-dasharray: 2 5;
  }
  .sequence .life.stopped {
    stroke: var(--lk-warn);
    stroke-dasharray: 4 4;
  }
  .sequence .row {
    cursor: pointer;
    outline: none;
  }
  .sequence .band {
    fill: transparent;
    stroke: none;
  }
  .sequence .row:hover > .band {
    fill: var(--vscode-list-hoverBackground);
  }
  .sequence .row.shown > .band {
    fill: var(--vscode-list-inactiveSelectionBackground);
    fill-opacity: 0.6;
    stroke: var(--vscode-contrastActiveBorder, transparent);
  }
  .sequence .row:focus-visible > .band {
    stroke: var(--vscode-focusBorder);
  }
  .sequence .row.later > :is(rect, path, .arrow) {
    opacity: 0.5;
  }
  .sequence .row.later > text {
    fill: var(--vscode-descriptionForeground);
  }
  .sequence .clock {
    fill: var(--vscode-descriptionForeground);
    font-variant-numeric: tabular-nums;
    text-anchor: end;
  }
  .sequence .box-text,
  .sequence .fault-text {
    text-anchor: middle;
  }
  .sequence .box.bad {
    stroke: var(--lk-bad);
  }
  .sequence .box.good {
    stroke: var(--lk-ok);
  }
  .sequence .box.warn {
    stroke: var(--lk-warn);
  }
  .sequence .fault {
    fill: var(--vscode-editor-background);
    stroke: var(--lk-bad);
  }
  .sequence .fault-text {
    font-family: var(--vscode-editor-font-family);
    font-weight: 600;
  }
  .sequence .fault-line {
    fill: none;
    stroke: var(--lk-bad);
    stroke-dasharray: 4 3;
  }
  .sequence .arrow path {
    fill: none;
    stroke: var(--lk-line);
  }
  .sequence .arrow.takes path {
    stroke: var(--lk-ok);
    stroke-width: 1.5px;
  }
  .sequence .arrow.powers-off path,
  .sequence .arrow .missed-mark {
    stroke: var(--lk-bad);
  }
  .sequence .arrow.missed path:first-child {
    stroke-dasharray: 3 3;
    stroke-opacity: 0.6;
  }
  .sequence .arrow.reads path {
    stroke-dasharray: 1 2;
  }
`;
