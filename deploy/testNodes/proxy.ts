// A way to a test node that can be cut, or made slow, at will: what a switch, a VPN or a broken line does.

import { connect, createServer, type Socket } from "node:net";

export interface NodeProxy {
  readonly port: number;
  /** Ends every connection now; new ones are accepted. */
  cut(): void;
  /** Ends every connection now and refuses new ones until `mend`. */
  breakDown(): void;
  mend(): void;
  /** Lets one byte a second through from the node; undefined: as fast as it goes. */
  slowTo(bytesPerSecond: number | undefined): void;
  stop(): Promise<void>;
}

export async function startProxy(target: { readonly address: string; readonly port: number }): Promise<NodeProxy> {
  const sockets = new Set<Socket>();
  let broken = false;
  let slow: number | undefined;
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = connect(target.port, target.address);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    trickle(far, near);
  });

  function trickle(from: Socket, to: Socket): void {
    from.on("data", (chunk) => {
      if (slow === undefined) {
        to.write(chunk);
        return;
      }
      from.pause();
      let at = 0;
      const timer = setInterval(() => {
        to.write(chunk.subarray(at, at + 1));
        at++;
        if (at < chunk.length && !to.destroyed) return;
        clearInterval(timer);
        timers.delete(timer);
        from.resume();
      }, 1000 / slow);
      timers.add(timer);
    });
  }

  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut,
    breakDown() {
      broken = true;
      cut();
    },
    mend() {
      broken = false;
    },
    slowTo(bytesPerSecond) {
      slow = bytesPerSecond;
    },
    async stop() {
      cut();
      for (const timer of timers) clearInterval(timer);
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
