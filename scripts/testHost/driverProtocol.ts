// What a test inside the extension host can ask of the browser around it. Both sides import this file.

/** Where the driver listens; the extension host finds it in its environment. */
export const driverVariable = "LIFEKEEPER_TEST_DRIVER";

/** `yes`: folders are not trusted until the user says so. */
export const asksForTrustVariable = "LIFEKEEPER_TEST_ASKS_FOR_TRUST";

/** A place in the window: the first visible match in the page or in any frame of it, web views included. */
export interface Target {
  readonly selector: string;
  /** Only matches with this text. */
  readonly text?: string;
  readonly timeoutMs?: number;
}

export type DriverRequest =
  | { readonly do: "print"; readonly text: string }
  | { readonly do: "screenshot"; readonly name: string }
  | ({ readonly do: "click" } & Target)
  | ({ readonly do: "hover" } & Target)
  | ({ readonly do: "wait" } & Target)
  /** Like `wait`, but says `no` instead of failing. */
  | ({ readonly do: "look" } & Target)
  | ({ readonly do: "read" } & Target)
  | { readonly do: "press"; readonly key: string }
  | { readonly do: "type"; readonly text: string }
  | { readonly do: "resize"; readonly width: number; readonly height: number };

export type DriverAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };
