// Measures, in the page, how every text stands out against what lies behind it: the ratio of WCAG 2, for HTML and for
// drawings, with every transparency on the way.

import type { Page } from "playwright-core";

export interface Faint {
  readonly text: string;
  readonly where: string;
  readonly ratio: number;
}

export interface Contrasts {
  /** How many texts were measured. */
  readonly measured: number;
  readonly faint: readonly Faint[];
}

/** Everything with text in sight that stands out less than `least`; what cannot be used now is left out. */
export function measureContrast(page: Page, least: number): Promise<Contrasts> {
  return page.evaluate((wanted) => {
    type Colour = readonly [number, number, number, number];
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("no canvas");
    const known = new Map<string, Colour>();
    const colourOf = (css: string): Colour => {
      const before = known.get(css);
      if (before !== undefined) return before;
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [red, green, blue, alpha / 255];
      known.set(css, colour);
      return colour;
    };
    const over = (top: Colour, under: Colour, opacity = 1): Colour => {
      const alpha = top[3] * opacity;
      const mix = (index: 0 | 1 | 2): number => top[index] * alpha + under[index] * (1 - alpha);
      return [mix(0), mix(1), mix(2), 1];
    };
    const opacityOf = (element: Element): number => {
      let opacity = 1;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        opacity *= Number(getComputedStyle(at).opacity);
      }
      return opacity;
    };
    const behindHtml = (element: Element): Colour => {
      const layers: Colour[] = [];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const layer = colourOf(getComputedStyle(at).backgroundColor);
        layers.push(layer);
        if (layer[3] === 1) break;
      }
      return layers.reduceRight<Colour>((under, layer) => over(layer, under), [255, 255, 255, 1]);
    };
    const behindDrawn = (text: SVGTextElement, svg: SVGSVGElement): Colour => {
      const box = text.getBoundingClientRect();
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      let colour = behindHtml(svg.parentElement ?? svg);
      for (const shape of svg.querySelectorAll("rect, path, circle, ellipse")) {
        if ((shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) continue;
        const { left, right, top, bottom } = shape.getBoundingClientRect();
        if (middle.x < left || middle.x > right || middle.y < top || middle.y > bottom) continue;
        const style = getComputedStyle(shape);
        if (style.fill === "none") continue;
        colour = over(colourOf(style.fill), colour, Number(style.fillOpacity) * opacityOf(shape));
      }
      return colour;
    };
    const brightness = ([red, green, blue]: Colour): number => {
      const part = (value: number): number => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const ratioOf = (a: Colour, b: Colour): number => {
      const [one, other] = [brightness(a), brightness(b)];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    };
    let measured = 0;
    const faint: Faint[] = [];
    for (const element of document.querySelectorAll(".shell *")) {
      const text = [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent?.trim() ?? "")
        .join(" ")
        .trim();
      const isHidden = element.closest(".hidden-but-read, title, vscode-option, [aria-disabled='true']") !== null;
      const box = element.getBoundingClientRect();
      if (text === "" || isHidden || box.width <= 1 || box.height <= 1) continue;
      const style = getComputedStyle(element);
      if (style.visibility === "hidden") continue;
      const svg = element instanceof SVGTextElement ? element.ownerSVGElement : null;
      const drawn = element instanceof SVGTextElement && svg !== null;
      const behind = drawn ? behindDrawn(element, svg) : behindHtml(element);
      const own = colourOf(drawn ? style.fill : style.color);
      const ratio = ratioOf(over(own, behind, opacityOf(element)), behind);
      measured++;
      if (ratio >= wanted) continue;
      const where = `${element.parentElement?.getAttribute("class") ?? ""} > ${element.tagName}.${element.getAttribute("class") ?? ""}`;
      faint.push({ text: text.slice(0, 40), where, ratio: Math.round(ratio * 100) / 100 });
    }
    return { measured, faint };
  }, least);
}
