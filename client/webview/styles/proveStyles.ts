// How proofs and advice look.

import { css } from "lit";

export const proveStyles = css`
  .proofs {
    padding: 4px 16px 20px;
    max-width: 1000px;
    overflow-wrap: anywhere;
  }
  .proof {
    padding: 10px 0 12px;
    border-bottom: 1px solid var(--lk-border);
  }
  .proof h2 {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 13px;
    font-weight: 600;
    margin: 0;
  }
  .proof h2 .codicon {
    font-size: 16px;
  }
  .codicon.holds {
    color: var(--lk-ok);
  }
  .verdict.holds {
    color: var(--lk-ok-text);
  }
  .codicon.violated {
    color: var(--lk-bad);
  }
  .verdict.violated {
    color: var(--lk-bad-text);
  }
  .codicon.unknown,
  .twice .link {
    margin-left: 6px;
  }
  .proofs .parts {
    margin: 2px 0;
  }
  .codicon.depends,
  .codicon.incomplete {
    color: var(--lk-warn);
  }
  .verdict.depends,
  .verdict.incomplete,
  .verdict.unknown {
    color: var(--lk-warn-text);
  }
  .tab-mark {
    font-size: 14px;
    margin-left: 4px;
    vertical-align: text-bottom;
  }
  .proof-lines {
    list-style: none;
    font-size: 12px;
    margin: 0;
    padding: 4px 16px;
  }
  .proof-lines li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    padding: 2px 0;
  }
  .proof-lines .more {
    padding-left: 24px;
  }
  .verdict {
    font-weight: normal;
    font-size: 12px;
  }
  .proof-facts {
    color: var(--vscode-descriptionForeground);
    font-size: 12px;
    margin: 2px 0 4px 24px;
  }
  .proof table {
    margin: 4px 0 4px 16px;
    width: calc(100% - 16px);
  }
  .proof .result-icon {
    width: 1%;
    padding-top: 6px;
  }
  .proof tbody th {
    width: 45%;
  }
  @container lower (max-width: 560px) {
    .proof table,
    .proof table > tbody {
      display: block;
      margin-left: 0;
      width: auto;
    }
    .proof .result {
      display: grid;
      grid-template-columns: max-content 1fr;
    }
    .proof .result > th {
      width: auto;
    }
    .proof .result > td:last-child {
      grid-column: 2;
    }
    .repairs,
    .repairs table {
      margin-left: 0;
    }
    .repairs tr {
      display: grid;
      grid-template-columns: 1fr max-content;
      border-top: 1px solid var(--lk-border);
    }
    .repairs tr > th {
      width: auto;
    }
    .repairs tr > td:not(.apply) {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .repairs .apply {
      width: auto;
    }
    .what-if .futures,
    .what-if .futures > tbody,
    .what-if .future,
    .what-if .future > * {
      display: block;
      width: auto;
    }
    .what-if .future > td {
      border: 0;
      padding-top: 0;
    }
  }
  .described {
    color: var(--vscode-descriptionForeground);
  }
  .ledger {
    margin: 4px 0 0 24px;
    font-size: 12px;
  }
  .ledger summary {
    cursor: pointer;
    color: var(--vscode-textLink-foreground);
    width: max-content;
  }
  .ledger ul {
    color: var(--vscode-descriptionForeground);
    margin: 4px 0 0;
    padding-left: 18px;
  }
  .explanation {
    margin: 0 0 6px;
    max-width: 52em;
  }
  .repairs {
    margin: 6px 0 0 24px;
  }
  .repairs h3 {
    font-size: 12px;
    font-weight: 600;
    margin: 6px 0 0;
  }
  .repairs p {
    margin: 2px 0;
    font-size: 12px;
  }
  .repairs table {
    margin: 2px 0 4px -8px;
  }
  .repairs ul {
    margin: 0;
    padding-left: 18px;
  }
  .repairs .apply {
    width: 1%;
    text-align: right;
    white-space: nowrap;
  }
  .advice {
    width: auto;
    min-width: 100%;
  }
  .advice th,
  .advice td {
    white-space: nowrap;
    position: relative;
  }
  .advice thead th {
    position: sticky;
    white-space: normal;
    word-break: keep-all;
    vertical-align: bottom;
  }
  .advice thead tr:first-child th {
    box-shadow: none;
  }
  .advice thead tr:nth-child(2) th {
    top: 24px;
  }
  .advice .group {
    border-left: 1px solid var(--lk-border);
  }
  .advice .described {
    white-space: normal;
    max-width: 26em;
  }
  .advice .current {
    background: var(--vscode-list-inactiveSelectionBackground);
  }
  .advice .answer .codicon {
    font-size: 14px;
    vertical-align: text-bottom;
  }
  .advice .number {
    font-variant-numeric: tabular-nums;
  }
  .trace ol {
    margin: 2px 0;
    padding-left: 20px;
  }
  .trace .link {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .trace .codicon {
    font-size: 14px;
  }
  .proof vscode-progress-bar {
    display: block;
    margin: 4px 0 0 24px;
    /* By itself it is as wide as the tab, whatever stands beside it. */
    width: calc(100% - 24px);
  }
  .codicon-loading.running {
    animation: lk-turn 1.5s steps(30) infinite;
  }
  @keyframes lk-turn {
    to {
      transform: rotate(360deg);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .codicon-loading.running {
      animation: none;
    }
  }
`;
