// How the bars of service over time look, and the faults with what would follow. A shape or a word stands beside every
// colour: hatched is nowhere, a thick border is two nodes.

import { css } from "lit";

export const trackStyles = css`
  .track {
    display: grid;
    gap: 2px;
    align-items: center;
    padding: 4px 12px 2px;
    font-size: 11px;
    overflow: auto;
    flex: none;
    max-height: 104px;
    position: relative;
  }
  .track-tag {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    padding-right: 6px;
    font-weight: 600;
  }
  .track .span {
    border: 1px solid var(--lk-line);
    border-radius: 3px;
    height: 18px;
    line-height: 16px;
    min-width: 0;
    overflow: hidden;
    padding: 0 5px;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .track .span.one {
    border-color: var(--lk-ok);
    border-left-width: 4px;
    background: color-mix(in srgb, var(--lk-ok) 12%, transparent);
  }
  .track .span.none,
  .track .span.both,
  .track .span.unreached {
    border-color: var(--lk-bad);
    padding: 0 3px;
  }
  .track .span.unreached {
    border-style: double;
    border-width: 3px;
    line-height: 12px;
  }
  .track .span.none,
  .track .span.idle {
    border-style: dashed;
  }
  .track .span.none {
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--lk-bad) 45%, transparent) 0 2px,
      transparent 2px 7px
    );
  }
  .track .span.none .span-text {
    background: var(--vscode-editor-background);
    border-radius: 2px;
    padding: 0 3px;
  }
  .track .span.both {
    border-width: 2px;
    line-height: 14px;
    font-weight: 600;
  }
  .track .span.unreached .codicon,
  .track .span.both .codicon {
    color: var(--lk-bad);
    font-size: 12px;
    vertical-align: text-bottom;
    margin-right: 2px;
  }
  .track .later {
    color: var(--vscode-descriptionForeground);
    font-style: italic;
  }
  .track .tick {
    border-left: 1px solid var(--lk-line);
    color: var(--vscode-descriptionForeground);
    cursor: pointer;
    font-variant-numeric: tabular-nums;
    min-width: 0;
    overflow: hidden;
    padding-left: 4px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .track .tick.now {
    color: var(--vscode-foreground);
    font-weight: 600;
  }
  .track .playhead {
    align-self: stretch;
    border-left: 2px solid var(--vscode-focusBorder);
    pointer-events: none;
    width: 0;
  }

  .fold {
    display: flex;
    align-items: center;
    font-size: 11px;
    padding: 0 12px 2px;
  }
  .headline {
    display: flex;
    align-items: baseline;
    gap: 4px 10px;
    padding: 3px 6px 3px 12px;
    font-size: 12px;
    flex: none;
    max-height: 8em;
    overflow: auto;
    border-left: 3px solid var(--lk-line);
  }
  .headline.split,
  .headline.data-loss,
  .headline.nowhere,
  .headline.unreached {
    border-left-color: var(--lk-bad);
  }
  .headline.two-active,
  .headline.waits,
  .headline.alone,
  .headline.interrupted {
    border-left-color: var(--lk-warn);
  }
  .headline .gravity {
    font-weight: 600;
  }
  .headline .told {
    flex: 1;
    min-width: 0;
  }
  .headline ul,
  .headline ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .headline ol {
    color: var(--vscode-descriptionForeground);
    max-height: 4.4em;
    overflow: auto;
  }
  .headline li {
    display: inline;
  }
  .headline ol li:not(:last-child)::after {
    content: " → ";
  }
  .headline ul li:not(:last-child)::after {
    content: " · ";
  }
  .headline button.link {
    color: inherit;
    display: inline;
    text-align: start;
    white-space: normal;
  }
  .headline ul button.link {
    font-weight: 600;
  }

  .what-if {
    padding: 2px 16px 16px;
  }
  .what-if h2,
  .compared h2 {
    font-size: 13px;
    font-weight: 600;
    margin: 8px 0 2px;
  }
  .what-if.old .futures {
    font-style: italic;
  }
  .gravities {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 2px 0 6px;
    font-size: 12px;
  }
  .gravity {
    white-space: nowrap;
  }
  .gravity .codicon {
    font-size: 14px;
    margin-right: 4px;
    vertical-align: text-bottom;
  }
  .futures .gravity {
    font-weight: 600;
    margin-right: 4px;
  }
  .gravity.split .codicon,
  .gravity.data-loss .codicon,
  .gravity.nowhere .codicon,
  .gravity.unreached .codicon {
    color: var(--lk-bad);
  }
  .gravity.two-active .codicon,
  .gravity.waits .codicon,
  .gravity.alone .codicon,
  .gravity.interrupted .codicon {
    color: var(--lk-warn);
  }
  .gravity.same .codicon {
    color: var(--lk-ok);
  }
  .futures th {
    width: 36%;
  }
  .futures th,
  .futures td {
    border-top: 1px solid var(--lk-border);
    overflow-wrap: anywhere;
  }
  .futures .thing-name {
    font-weight: 600;
  }
  .futures code {
    display: block;
    font-size: 11px;
  }
  .footnote {
    font-size: 11px;
    margin: 8px 0 0;
  }
  .compared {
    padding: 2px 4px 12px;
    border-bottom: 1px solid var(--lk-border);
  }
  .compared h2 {
    margin-left: 12px;
  }
  .compared .run-head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: baseline;
    font-size: 12px;
    margin: 6px 12px 0;
  }
  .compared .track {
    max-height: none;
  }
`;
