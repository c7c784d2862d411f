// How a verdict looks; the word beside it says the same.

export type Shown = "holds" | "violated" | "unknown" | "incomplete" | "running" | "waiting";

/** Codicons. */
export const verdictIcons: Readonly<Record<Shown, string>> = {
  holds: "pass",
  violated: "error",
  unknown: "question",
  incomplete: "question",
  running: "loading",
  waiting: "circle-large-outline",
};
