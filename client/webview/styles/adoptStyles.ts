// The style sheets of the panel. They are adopted as objects: the page allows no inline style.

import { baseStyles } from "./baseStyles.ts";
import { menuStyles } from "./menuStyles.ts";
import { proveStyles } from "./proveStyles.ts";
import { sequenceStyles } from "./sequenceStyles.ts";
import { shellStyles } from "./shellStyles.ts";
import { storyStyles } from "./storyStyles.ts";
import { tableStyles } from "./tableStyles.ts";
import { topologyStyles } from "./topologyStyles.ts";
import { tourStyles } from "./tourStyles.ts";
import { trackStyles } from "./trackStyles.ts";

export function adoptStyles(target: Document): void {
  const sheets = [
    baseStyles,
    shellStyles,
    menuStyles,
    topologyStyles,
    sequenceStyles,
    tableStyles,
    storyStyles,
    trackStyles,
    proveStyles,
    tourStyles,
  ];
  target.adoptedStyleSheets = sheets.flatMap(({ styleSheet }) => (styleSheet === undefined ? [] : [styleSheet]));
}
