// How the drawing looks. Only VS Code's colours; conditions differ in shape and text too, never in colour alone.

import { css } from "lit";

export const topologyStyles = css`
  .topology {
    display: block;
    margin: auto;
    font-family: var(--vscode-font-family);
    user-select: none;
  }
  .topology text {
    fill: var(--vscode-foreground);
    font-size: 12px;
    pointer-events: none;
  }
  .topology .thing {
    cursor: pointer;
    outline: none;
  }
  .topology .ring {
    fill: none;
    stroke: transparent;
    pointer-events: none;
  }
  .topology .ring-line {
    fill: none;
    stroke: transparent;
    stroke-width: 7px;
    stroke-linecap: round;
  }
  .topology .thing:focus-visible > .ring,
  .topology .thing:focus-visible > .ring-line {
    stroke: var(--vscode-focusBorder);
  }
  .topology .thing.marked > .ring,
  .topology .thing.marked > .ring-line {
    stroke: var(--vscode-focusBorder);
    stroke-dasharray: 4 3;
    stroke-width: 2px;
  }
  .topology .card {
    fill: var(--vscode-editorWidget-background);
    stroke: var(--lk-line);
    stroke-opacity: var(--lk-card);
    stroke-width: 1px;
  }
  .topology .thing:hover > .card,
  .topology .thing:hover > .outline {
    stroke: var(--vscode-focusBorder);
  }
  .topology .icon {
    fill: none;
    stroke: var(--vscode-icon-foreground);
    stroke-width: 1.2px;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }
  .topology .icon.mood {
    stroke-width: 1.5px;
  }
  .topology .name {
    font-size: 13px;
    font-weight: 600;
  }
  .topology .storage .name {
    font-size: 12px;
  }
  .topology .small,
  .topology .caption {
    fill: var(--vscode-descriptionForeground);
    font-size: 11px;
  }
  .topology .storage .small {
    font-size: 10px;
  }
  .topology .small.bad {
    fill: var(--lk-bad-text);
    font-weight: 600;
  }
  .topology .centered {
    text-anchor: middle;
  }

  .topology .accent {
    fill: var(--lk-line);
    fill-opacity: var(--lk-card);
  }
  .topology :is(.serving, .warning, .down, .split) > .accent {
    fill-opacity: 1;
  }
  .topology :is(.split, .dead, .cut, .changed) > .card,
  .topology .thing:hover > .card {
    stroke-opacity: 1;
  }
  .topology .serving > .accent {
    fill: var(--lk-ok);
  }
  .topology .serving > .mood {
    stroke: var(--lk-ok);
  }
  .topology .warning > .accent {
    fill: var(--lk-warn);
  }
  .topology .warning > .mood {
    stroke: var(--lk-warn);
  }
  .topology .down > .accent,
  .topology .split > .accent {
    fill: var(--lk-bad);
  }
  .topology .down > .mood,
  .topology .split > .mood {
    stroke: var(--lk-bad);
  }
  .topology .down > .card {
    fill: var(--vscode-editor-background);
    stroke-dasharray: 3 3;
  }
  .topology .down > .name {
    fill: var(--vscode-descriptionForeground);
  }
  .topology .split > .card {
    stroke: var(--lk-bad);
    stroke-width: 2px;
  }
  .topology .node.witness > .card {
    stroke-dasharray: 5 3;
  }
  .topology .chip rect {
    fill: var(--vscode-badge-background);
    stroke: var(--vscode-contrastBorder, transparent);
  }
  .topology .chip text {
    fill: var(--vscode-badge-foreground);
    font-size: 11px;
    text-anchor: middle;
  }
  .topology .chip.failed rect {
    fill: none;
    stroke: var(--lk-bad);
  }
  .topology .chip.failed text {
    fill: var(--lk-bad-text);
  }

  .topology .touch {
    fill: none;
    stroke: transparent;
    stroke-width: 14px;
    pointer-events: stroke;
  }
  .topology .line {
    fill: none;
    stroke: var(--lk-line);
    stroke-opacity: 0.7;
    stroke-width: 1.5px;
    transition: stroke 150ms;
  }
  .topology .reach .line {
    stroke-width: 1.2px;
    stroke-dasharray: 1 3;
    stroke-linecap: round;
  }
  .topology .thing:hover > .line {
    stroke: var(--vscode-focusBorder);
  }
  .topology .lit > .line {
    stroke: var(--vscode-focusBorder);
    stroke-opacity: 1;
    stroke-width: 2.5px;
  }
  .topology .cell.lit > .bar {
    stroke: var(--vscode-focusBorder);
  }
  .topology .cut > .line,
  .topology .dead > .line {
    stroke-opacity: 1;
  }
  .topology .cut > .line {
    stroke: var(--lk-warn);
    stroke-dasharray: 5 4;
  }
  .topology .dead > .line {
    stroke: var(--lk-bad);
    stroke-dasharray: 5 4;
  }
  .topology .label-back,
  .topology .caption-back {
    fill: var(--vscode-editor-background);
  }
  .topology .line-label {
    fill: var(--vscode-descriptionForeground);
    font-size: 11px;
    text-anchor: middle;
  }
  .topology .broken-back {
    fill: var(--vscode-editor-background);
    stroke: var(--lk-bad);
  }
  .topology .cut > .broken-back {
    stroke: var(--lk-warn);
  }
  .topology .broken {
    fill: none;
    stroke: var(--lk-bad);
    stroke-width: 1.4px;
    stroke-linecap: round;
  }
  .topology .cut > .broken {
    stroke: var(--lk-warn);
  }

  .topology .storage.dead > .card,
  .topology .pill.dead > .card {
    stroke: var(--lk-bad);
    stroke-dasharray: 4 3;
  }
  .topology .storage.cut > .card,
  .topology .mirror.cut > .card {
    stroke: var(--lk-warn);
  }
  .topology .pill.dead > .icon {
    stroke: var(--lk-bad);
  }
  .topology .hosts-frame {
    fill: none;
    stroke: var(--lk-line);
    stroke-opacity: 0.5;
    stroke-dasharray: 2 3;
  }
  .topology .outline {
    fill: none;
    stroke: var(--lk-line);
    stroke-opacity: 0.4;
    stroke-dasharray: 6 4;
    pointer-events: none;
  }
  .topology .touch-area {
    fill: transparent;
  }

  .topology .bar {
    fill: var(--lk-line);
    fill-opacity: 0.4;
    stroke: var(--vscode-contrastBorder, transparent);
  }
  .topology .cell:hover .bar {
    stroke: var(--vscode-focusBorder);
  }
  .topology .bar.cut {
    fill: none;
    stroke: var(--lk-warn);
  }
  .topology .bar.dead {
    fill: none;
    stroke: var(--lk-bad);
  }
  .topology .no-path {
    fill: none;
    stroke: var(--lk-line);
    stroke-opacity: 0.4;
    stroke-dasharray: 1 2;
  }
  .topology .matrix-name {
    fill: var(--vscode-descriptionForeground);
    font-size: inherit;
  }

  .topology .thing.changed > .card {
    animation: lk-changed 900ms ease-out 1;
  }
  @keyframes lk-changed {
    from {
      stroke: var(--vscode-focusBorder);
      stroke-width: 4px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .topology .line {
      transition: none;
    }
    .topology .thing.changed > .card {
      animation: none;
    }
  }
`;
