// Timers of Node and of browsers.

export type Timer = ReturnType<typeof setTimeout>;

/** No reason for the program to stay when its connection is gone. */
export function later(work: () => void, ms: number): Timer {
  const timer = setTimeout(work, ms);
  // A browser gives a number, and has no program that could stay.
  const made: unknown = timer;
  if (typeof made === "object" && made !== null && "unref" in made && typeof made.unref === "function") made.unref();
  return timer;
}

/** When everything that is waiting has had its turn. */
export function soon(work: () => void): void {
  const immediately: unknown = Reflect.get(globalThis, "setImmediate");
  if (typeof immediately === "function") immediately(work);
  else afterMessages(work);
}

/** A browser makes timers of timers wait four milliseconds; messages to oneself it delivers at once. */
function afterMessages(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener("message", () => {
    port1.close();
    work();
  });
  port1.start();
  port2.postMessage(undefined);
}
