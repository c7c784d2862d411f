// A menu beside the thing it is about: arrow keys, Home, End, Enter and Escape, as in VS Code.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";

export interface MenuEntry {
  readonly label: string;
  /** What it is in the cluster language, or its key; shown quietly at the right. */
  readonly hint: string;
  readonly choose: () => void;
}

export interface MenuSection {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  readonly title: string;
  readonly sections: readonly MenuSection[];
  /** Shown when there is nothing to choose. */
  readonly empty: string;
  readonly anchor: () => Element | null;
  readonly close: () => void;
  readonly locale: Locale;
}

export function menuView(props: MenuProps): TemplateResult {
  const { title, sections, empty, close } = props;
  const filled = sections.filter(({ entries }) => entries.length > 0);
  return html`<div class="menu-backdrop" @pointerdown=${close}></div>
    <div class="menu" role="menu" aria-label=${title} tabindex="-1" ${ref((element) => place(element, props))}
      @keydown=${(event: KeyboardEvent) => onKey(event, close)}>
      <div class="menu-title">${title}</div>
      ${filled.length === 0 ? html`<div class="menu-empty">${empty}</div>` : nothing}
      ${filled.map(
        (section) => html`<div role="group" aria-label=${section.title}>
          <div class="menu-group" aria-hidden="true">${section.title}</div>
          ${section.entries.map(
            ({
              label,
              hint,
              choose,
            }) => html`<button type="button" role="menuitem" tabindex="-1" class="menu-item" @click=${choose}
              @pointermove=${(event: PointerEvent) => (event.currentTarget as HTMLElement).focus({ preventScroll: true })}>
              <span>${label}</span><span class="hint">${hint}</span>
            </button>`,
          )}
        </div>`,
      )}
    </div>`;
}

/** Beside the anchor and inside the window; the first entry gets the focus. Called when the menu appears and goes. */
function place(element: Element | undefined, { anchor }: MenuProps): void {
  if (!(element instanceof HTMLElement) || element.dataset["placed"] === "yes") return;
  element.dataset["placed"] = "yes";
  // The entries are rendered after this element; one frame later everything has its size.
  requestAnimationFrame(() => {
    const box = anchor()?.getBoundingClientRect() ?? new DOMRect(20, 20, 0, 0);
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = box.bottom + 4;
    const fitsBelow = below + height <= window.innerHeight - 4;
    const top = fitsBelow ? below : Math.max(4, Math.min(box.top - height - 4, window.innerHeight - height - 4));
    const left = Math.max(4, Math.min(box.left + Math.min(box.width, 60) / 2, window.innerWidth - width - 4));
    element.style.left = `${left}px`;
    element.style.top = `${Math.max(top, 4)}px`;
    element.classList.add("placed");
    (items(element)[0] ?? element).focus();
  });
}

function items(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>(".menu-item")];
}

function onKey(event: KeyboardEvent, close: () => void): void {
  const menu = event.currentTarget;
  if (!(menu instanceof HTMLElement)) return;
  const all = items(menu);
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1;
  const to = {
    ArrowDown: (at + 1) % Math.max(1, all.length),
    ArrowUp: (at - 1 + all.length) % Math.max(1, all.length),
    Home: 0,
    End: all.length - 1,
  }[event.key];
  if (to !== undefined) all[to]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
