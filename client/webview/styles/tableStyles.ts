// Tables: time line, hierarchies, the drawing as a table, proofs, advice.

import { css } from "lit";

export const tableStyles = css`
  table {
    border-collapse: collapse;
    font-size: 12px;
    width: 100%;
  }
  th,
  td {
    padding: 4px 8px;
    text-align: left;
    vertical-align: top;
    font-weight: normal;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--vscode-editor-background);
    color: var(--vscode-descriptionForeground);
    font-weight: 600;
    white-space: nowrap;
    box-shadow: inset 0 -1px 0 var(--lk-border);
  }
  tbody tr:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .bad,
  td.condition.off,
  td.condition.halted,
  td.condition.dead {
    color: var(--lk-bad-text);
  }
  td.condition.cut,
  td.condition.frozen,
  td.condition.stopped {
    color: var(--lk-warn-text);
  }
  .type,
  th .condition,
  h3 .condition {
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    font-weight: normal;
  }

  /* Each row is laid out by itself: a step through a long run moves few of them. */
  .timeline,
  .timeline > tbody {
    display: block;
  }
  .timeline > thead {
    display: block;
    position: sticky;
    top: 0;
    z-index: 1;
  }
  .timeline > thead > tr,
  .timeline .moment {
    display: grid;
    grid-template-columns: 68px 12% 22% 25% 1fr;
  }
  .timeline .moment {
    contain: layout style;
  }
  .timeline .reason,
  .timeline .reason > td {
    display: block;
  }
  .timeline .reason > td:first-child {
    display: none;
  }
  .timeline .reason > td {
    padding-left: 76px;
  }
  .timeline .time {
    font-variant-numeric: tabular-nums;
    text-align: right;
    white-space: nowrap;
    padding-left: 12px;
  }
  .timeline td,
  .reason-list dd {
    overflow-wrap: anywhere;
  }
  .timeline .why {
    color: var(--vscode-descriptionForeground);
  }
  .moment {
    cursor: pointer;
    outline-offset: -1px;
  }
  /* Still there for a screen reader. */
  .moment.repeats:not(.shown) .once {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .moment.repeats:not(.shown) > td {
    padding-top: 0;
  }
  /* A rail at the left of what has happened; it is only painted, so that a step lays out nothing anew. */
  .timeline .moment:not(.later) {
    background-image: linear-gradient(var(--lk-line), var(--lk-line));
    background-size: 2px 100%;
    background-repeat: no-repeat;
  }
  .moment.outside > td {
    box-shadow: inset 0 1px 0 var(--lk-border);
  }
  .moment.outside code {
    font-weight: 600;
  }
  .moment.shown,
  .moment.shown:hover {
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
  }
  .moment.shown:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  .moment.shown > .time {
    box-shadow: inset 3px 0 0 var(--vscode-focusBorder);
  }
  .moment.shown > .why,
  .reason .reason-list dt {
    color: var(--vscode-foreground);
  }
  .moment.later {
    color: var(--vscode-descriptionForeground);
  }
  /* In a narrow panel a row is a card: when, where and what on the first line, then what changed, then why. */
  @container lower (max-width: 620px) {
    .timeline > thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .timeline .moment {
      grid-template-columns: max-content max-content 1fr;
      gap: 0 10px;
      padding: 4px 8px 4px 12px;
    }
    .timeline .moment > td {
      padding: 0;
      box-shadow: none;
    }
    .timeline .moment.outside {
      border-top: 1px solid var(--lk-border);
    }
    .timeline .moment.shown > .time {
      box-shadow: none;
    }
    .timeline .moment.shown {
      box-shadow: inset 3px 0 0 var(--vscode-focusBorder);
    }
    .timeline .moment.repeats:not(.shown) {
      padding-top: 0;
    }
    .timeline .moment > .time {
      width: auto;
      text-align: left;
    }
    .timeline .moment > .node {
      font-weight: 600;
      max-width: 12em;
    }
    .timeline .moment > .what:empty,
    .timeline .moment > .why:empty {
      display: none;
    }
    .timeline .moment > .what,
    .timeline .moment > .why {
      grid-column: 1 / -1;
    }
    .timeline .reason > td {
      padding: 2px 8px 4px 12px;
    }
  }
  .changes {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .change.better {
    color: var(--lk-ok-text);
  }
  .change.worse {
    color: var(--lk-bad-text);
  }
  .moment.later .change {
    color: inherit;
  }
  .reason,
  .reason:hover {
    background: var(--vscode-list-inactiveSelectionBackground);
  }
  .reason-list {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 2px 12px;
    margin: 0 0 6px;
  }
  .reason-list dt {
    color: var(--vscode-descriptionForeground);
  }
  .reason-list dd {
    margin: 0;
  }
  .fact {
    display: inline-block;
    margin: 0 8px 0 0;
    font-family: var(--vscode-editor-font-family);
    font-size: 11px;
  }
  .source {
    display: block;
    text-decoration: none;
  }
  a.source:hover {
    text-decoration: underline;
  }

  .hierarchies th,
  .hierarchies td {
    padding: 2px 8px;
    vertical-align: middle;
  }
  .hierarchies thead th {
    padding: 4px 8px;
    max-width: 14em;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* The tags stay in sight while the nodes are scrolled through. */
  .hierarchies .tag,
  .hierarchies thead th:first-child {
    position: sticky;
    left: 0;
    max-width: 45cqi;
    overflow: hidden;
    text-overflow: ellipsis;
    background: var(--vscode-editor-background);
  }
  .hierarchies thead th:first-child {
    z-index: 2;
  }
  @container lower (max-width: 480px) {
    .hierarchies .id,
    .hierarchies thead th:nth-child(2) {
      display: none;
    }
  }
  .hierarchies .root > * {
    box-shadow: inset 0 1px 0 var(--lk-border);
  }
  .hierarchies tbody tr:first-child > * {
    box-shadow: none;
  }
  .hierarchies .tag {
    white-space: nowrap;
  }
  .hierarchies .root .tag .plain {
    font-weight: 600;
  }
  .plain {
    appearance: none;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    font: inherit;
    padding: 0;
  }
  .plain:hover {
    text-decoration: underline;
  }
  .hierarchies .id,
  .no-server {
    color: var(--vscode-descriptionForeground);
  }
  .depth-1 {
    padding-left: 24px !important;
  }
  .depth-2 {
    padding-left: 40px !important;
  }
  .depth-3 {
    padding-left: 56px !important;
  }
  .depth-4 {
    padding-left: 72px !important;
  }
  .depth-5 {
    padding-left: 88px !important;
  }
  .depth-6 {
    padding-left: 104px !important;
  }
  .depth-7 {
    padding-left: 120px !important;
  }
  .depth-8 {
    padding-left: 136px !important;
  }
  .state {
    appearance: none;
    background: none;
    border: 1px solid transparent;
    border-radius: 3px;
    color: var(--vscode-descriptionForeground);
    cursor: pointer;
    font: inherit;
    display: inline-flex;
    align-items: baseline;
    gap: 6px;
    padding: 0 5px;
  }
  .state:hover {
    border-color: var(--vscode-focusBorder);
  }
  .state .letters {
    font-family: var(--vscode-editor-font-family);
    min-width: 2.2em;
  }
  .state .priority {
    font-size: 10px;
  }
  .state.isp .letters {
    color: var(--lk-ok-text);
    font-weight: 700;
  }
  .state.isu .letters {
    color: var(--lk-warn-text);
    font-weight: 700;
  }
  .state.osf .letters,
  .state.split .letters {
    color: var(--lk-bad-text);
    font-weight: 700;
  }
  .state.split {
    border-color: var(--lk-bad);
  }
  .cell.marked .state {
    outline: 1px dashed var(--vscode-focusBorder);
  }
  .cell.marked .state:focus-visible {
    outline-style: solid;
  }
  .cell.changed {
    background: var(--vscode-list-hoverBackground);
    box-shadow: inset 2px 0 0 var(--vscode-focusBorder);
  }
  .note {
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
  }
  .lcdstatus {
    padding: 8px 16px 16px;
  }
  .lcdstatus h3 {
    font-size: 12px;
    margin: 10px 0 4px;
  }
  .lcdstatus pre {
    font-family: var(--vscode-editor-font-family);
    font-size: 12px;
    margin: 0;
    overflow: auto;
    user-select: text;
  }
  .lcdstatus .prompt {
    color: var(--vscode-descriptionForeground);
  }
  .topology-tables {
    width: 100%;
    padding-top: 28px;
  }
  .topology-tables table {
    margin-bottom: 16px;
  }
  .topology-tables thead th {
    position: static;
  }
`;
