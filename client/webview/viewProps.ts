// What every part of the panel is drawn from, and the one way to answer: a message.

import type { Derived } from "./derive.ts";
import type { Message } from "./message.ts";
import type { PanelState } from "./state.ts";

export type DrawingFormat = "svg" | "copied-png" | "saved-png";

export interface ViewProps {
  readonly state: PanelState;
  readonly derived: Derived;
  readonly dispatch: (message: Message) => void;
  /** What only the living page can do: copy or save a drawing as an image. */
  readonly exportDrawing: (what: "topology" | "sequence", as: DrawingFormat) => void;
}
