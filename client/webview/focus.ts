// Focus is never lost: when what has it goes away, it goes to the same thing, or to its neighbourhood.

export interface FocusKeeper {
  /** After the page was drawn. */
  afterDrawing(): void;
  /** To the element of that key; to the drawing when there is none. */
  focusOn(key: string | undefined): void;
}

interface Focused {
  readonly element: Element;
  readonly key: string | undefined;
  readonly inLowerHalf: boolean;
}

export function keepFocus(page: Document): FocusKeeper {
  let last: Focused | undefined;
  page.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    const holder = target.closest<HTMLElement | SVGElement>("[data-key]");
    last = { element: target, key: holder?.dataset["key"], inLowerHalf: target.closest(".lower") !== null };
  });
  const focusOn = (key: string | undefined): void => {
    const found = key === undefined ? null : page.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const target = found ?? page.querySelector("#topology [tabindex='0'], .topology-tables button");
    if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
  };
  return {
    focusOn,
    afterDrawing: () => {
      // Whoever put the focus elsewhere, or clicked beside everything, meant it: the element is still there then.
      if (last === undefined || last.element.isConnected || page.activeElement !== page.body || !page.hasFocus())
        return;
      if (page.querySelector(".menu") !== null) return;
      const { key, inLowerHalf } = last;
      const tab = inLowerHalf ? page.querySelector<HTMLElement>(".tab[aria-selected='true']") : null;
      const same = key === undefined ? null : page.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (same === null && tab !== null) tab.focus({ preventScroll: true });
      else focusOn(key);
    },
  };
}
