// How the deployment page looks: two columns where there is room, one where there is not, colours of VS Code alone.

import { css } from "lit";

export const deploymentStyles = css`
  html,
  body {
    height: auto;
    overflow: auto;
  }
  .deployment {
    padding: 12px 16px;
    max-width: 1400px;
  }
  .deployment header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
  }
  h1 {
    font-size: 1.4em;
    margin: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.1em;
    margin: 12px 0 4px;
  }
  h3 {
    font-size: 1em;
    margin: 0 0 2px;
    overflow-wrap: anywhere;
  }
  header p {
    margin: 0;
    flex: 1;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
    gap: 0 24px;
  }
  .columns > section {
    min-width: 0;
  }
  article {
    border-top: 1px solid var(--lk-border);
    padding: 6px 0;
  }
  #question,
  #end {
    border: 1px solid var(--lk-border);
    border-left-width: 4px;
    padding: 4px 12px 10px;
    margin: 12px 0;
  }
  #question {
    border-left-color: var(--vscode-focusBorder, var(--vscode-foreground));
  }
  #end.good {
    border-left-color: var(--lk-ok);
  }
  #end.bad {
    border-left-color: var(--lk-bad);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  button {
    font: inherit;
    padding: 4px 12px;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent));
    background: var(--vscode-button-secondaryBackground, var(--vscode-editor-background));
    color: var(--vscode-button-secondaryForeground, var(--vscode-foreground));
    cursor: pointer;
  }
  button.primary {
    background: var(--vscode-button-background, var(--vscode-editor-background));
    color: var(--vscode-button-foreground, var(--vscode-foreground));
  }
  button:focus-visible,
  [tabindex]:focus-visible {
    outline: 1px solid var(--vscode-focusBorder, currentColor);
    outline-offset: 2px;
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  .where {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
  .where code + code {
    margin-left: 8px;
  }
  .faint {
    color: var(--vscode-descriptionForeground, var(--vscode-foreground));
  }
  .warnings {
    padding-left: 20px;
  }
  .warnings li {
    color: var(--lk-warn-text);
  }
  pre {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-family: var(--vscode-editor-font-family);
  }
  .diff span {
    display: block;
  }
  .diff .added {
    background: var(--vscode-diffEditor-insertedLineBackground, var(--vscode-diffEditor-insertedTextBackground, transparent));
  }
  .diff .removed {
    background: var(--vscode-diffEditor-removedLineBackground, var(--vscode-diffEditor-removedTextBackground, transparent));
  }
  .scrolls {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 2px 12px 2px 0;
  }
  .steps,
  .planned {
    margin: 0;
    padding: 0 0 4px;
  }
  .planned {
    padding-left: 24px;
  }
  .steps {
    list-style: none;
  }
  .steps li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 4px;
    overflow-wrap: anywhere;
  }
  .steps .seconds {
    font-variant-numeric: tabular-nums;
    color: var(--vscode-descriptionForeground, var(--vscode-foreground));
  }
  .steps .done .codicon {
    color: var(--lk-ok);
  }
  .steps .failed .codicon,
  .steps .failed {
    color: var(--lk-bad-text);
  }
`;
