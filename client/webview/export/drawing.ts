// A drawing of the page as an image that stands alone: its colours written into it, because elsewhere VS Code's
// variables mean nothing.

const copied = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
  "font-family",
  "text-anchor",
  "dominant-baseline",
  "opacity",
] as const;

/** Of invisible parts, only what can be clicked or focused. */
const leftOut = ".touch, .touch-area, .ring, .ring-line";

export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [index, original] of originals.entries()) {
    const target = copies[index];
    if (target === undefined) continue;
    const style = getComputedStyle(original);
    for (const name of copied) {
      const value = style.getPropertyValue(name);
      if (value !== "") target.setAttribute(name, value);
    }
    for (const name of ["class", "tabindex", "role", "data-key", "aria-haspopup", "id"]) target.removeAttribute(name);
  }
  for (const [index, original] of originals.entries()) if (original.matches(leftOut)) copies[index]?.remove();
  const { width, height } = svg.viewBox.baseVal;
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  background.setAttribute("width", String(width));
  background.setAttribute("height", String(height));
  background.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.insertBefore(background, copy.firstChild);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(copy).replace(/<!--.*?-->/gs, "");
}

/** The drawing as PNG in base 64, twice as fine; undefined when the browser cannot draw it. */
export async function pngOf(svg: SVGSVGElement): Promise<string | undefined> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(svg))}`;
  try {
    await image.decode();
  } catch {
    // Nothing is saved; the caller says so by not asking where.
    return undefined;
  }
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  context.scale(2, 2);
  context.drawImage(image, 0, 0, width, height);
  const url = canvas.toDataURL("image/png");
  return url.slice(url.indexOf(",") + 1);
}

/** False when the clipboard of this page takes no pictures. */
export async function copyPng(base64: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
    return true;
  } catch {
    // Not allowed here: the caller offers a file instead.
    return false;
  }
}
