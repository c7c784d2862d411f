// A button with an icon of VS Code and a name for the mouse and the screen reader. A button that can do nothing now
// keeps the focus it has.

import { html, nothing, type TemplateResult } from "lit";

export interface Tool {
  /** A codicon. */
  readonly icon: string;
  readonly label: string;
  readonly press: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly key?: string;
  readonly opensMenu?: boolean;
}

export function toolView({ icon, label, press, disabled, pressed, key, opensMenu }: Tool): TemplateResult {
  return html`<button
    type="button"
    class="tool"
    title=${label}
    aria-label=${label}
    aria-pressed=${pressed ?? nothing}
    aria-haspopup=${opensMenu === true ? "menu" : nothing}
    data-key=${key ?? nothing}
    aria-disabled=${disabled === true ? "true" : nothing}
    @click=${disabled === true ? undefined : press}
  ><span class="codicon codicon-${icon}" aria-hidden="true"></span></button>`;
}
