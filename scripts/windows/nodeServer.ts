// The far end of the stand-in for ssh: nodes that are folders on this machine, reached by a plain `sh`.

import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { startLocalNodes, startShellOn } from "../../deploy/testNodes/localNodes.ts";

export interface NodeServer {
  readonly port: number;
  /** The parameter file of each node. */
  readonly files: Readonly<Record<string, string>>;
  stop(): void;
}

export async function startNodeServer(names: readonly string[], content: string): Promise<NodeServer> {
  const { nodes, folder, stop } = startLocalNodes(names, content);
  const server = createServer((socket) => connectTo(socket, folder, names));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    files: Object.fromEntries(nodes.map(({ name, file }) => [name, file])),
    stop: () => {
      server.close();
      stop();
    },
  };
}

/** The first line says how ssh was called, and the host among that which node is meant. */
function connectTo(socket: Socket, folder: string, names: readonly string[]): void {
  let told = "";
  socket.setEncoding("latin1");
  socket.on("error", () => socket.destroy());
  const listen = (text: string): void => {
    told += text;
    const end = told.indexOf("\n");
    if (end < 0) return;
    socket.off("data", listen);
    // Written by our own stand-in.
    const args = JSON.parse(told.slice(0, end)) as readonly string[];
    const name = names.find((each) => each === args[args.indexOf("--") + 1]);
    if (name === undefined) {
      socket.destroy();
      return;
    }
    const shell = startShellOn(join(folder, name));
    shell.stdin.on("error", () => undefined);
    shell.stdin.write(told.slice(end + 1), "latin1");
    socket.on("data", (more: string) => shell.stdin.write(more, "latin1"));
    socket.on("end", () => shell.stdin.end());
    shell.stdout.pipe(socket);
    shell.stderr.resume();
  };
  socket.on("data", listen);
}
