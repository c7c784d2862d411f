// How links and menus look.

import { css } from "lit";

export const menuStyles = css`
  .link {
    appearance: none;
    background: none;
    border: 0;
    padding: 0;
    color: var(--vscode-textLink-foreground);
    cursor: pointer;
    font: inherit;
    text-align: left;
  }
  .link:hover {
    text-decoration: underline;
  }
  .link.marked {
    outline: 1px dashed var(--vscode-focusBorder);
    outline-offset: 2px;
  }
  .link.marked:focus-visible {
    outline-style: solid;
  }

  .menu-backdrop {
    position: fixed;
    inset: 0;
    z-index: 9;
  }
  .menu {
    position: fixed;
    z-index: 10;
    visibility: hidden;
    min-width: 220px;
    max-width: min(460px, calc(100vw - 8px));
    max-height: calc(100vh - 8px);
    overflow: auto;
    padding: 4px 0;
    background: var(--vscode-menu-background);
    color: var(--vscode-menu-foreground);
    border: 1px solid var(--vscode-menu-border, var(--lk-border));
    border-radius: 5px;
    box-shadow: 0 2px 8px var(--vscode-widget-shadow);
    outline: none;
  }
  .menu.placed {
    visibility: visible;
  }
  .menu-title {
    font-weight: 600;
    padding: 4px 12px 6px;
  }
  .menu-group,
  .menu-empty {
    color: var(--vscode-descriptionForeground);
    font-size: 11px;
    padding: 6px 12px 2px;
  }
  [role="group"] + [role="group"] > .menu-group {
    border-top: 1px solid var(--vscode-menu-separatorBackground);
    margin-top: 4px;
  }
  .menu-item {
    appearance: none;
    background: none;
    border: 1px solid transparent;
    color: inherit;
    cursor: pointer;
    font: inherit;
    display: flex;
    justify-content: space-between;
    gap: 20px;
    width: calc(100% - 8px);
    margin: 0 4px;
    padding: 3px 8px;
    border-radius: 3px;
    text-align: left;
  }
  .menu-item:focus {
    background: var(--vscode-menu-selectionBackground);
    color: var(--vscode-menu-selectionForeground);
    border-color: var(--vscode-contrastActiveBorder, transparent);
    outline: none;
  }
  .menu-item .hint {
    font-family: var(--vscode-editor-font-family);
    font-size: 11px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    align-self: center;
    flex: none;
    max-width: 45%;
  }
`;
