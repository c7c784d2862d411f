// Where a test node lives: a loopback port and a folder, which needs no rights, or a network namespace with an address
// of its own and a mount namespace in which its folder is the true /etc/default and /opt/LifeKeeper.

import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { shellWord } from "@lkcluster/core/text/shellWord.ts";

export interface Place {
  readonly address: string;
  readonly port: number;
  /** The parameter file as the node knows it. */
  readonly file: string;
  /** Where the stand-ins are, if the remote program would not find them by itself. */
  readonly bin: string | undefined;
  /** Starts a program there. */
  readonly command: (program: string, args: readonly string[]) => readonly [string, ...string[]];
}

export interface Places {
  readonly of: (name: string, at: number, folder: string) => Promise<Place>;
  readonly remove: () => void;
}

// On Linux every 127.x.y.z is this machine. An address of this process alone keeps its ports from being taken, between
// finding one free and sshd listening on it, by whatever else asks for a port of 127.0.0.1 at that moment.
const loopback =
  process.platform === "linux"
    ? `127.${64 + ((process.pid >> 16) & 63)}.${(process.pid >> 8) & 255}.${process.pid & 255}`
    : "127.0.0.1";
const givenPorts = new Set<number>();

export function loopbackPlaces(): Places {
  return {
    of: async (_name, _at, folder) => ({
      address: loopback,
      port: await freePort(),
      file: join(folder, "etc", "default", "LifeKeeper"),
      bin: join(folder, "bin"),
      command: (program, args) => [program, ...args],
    }),
    remove: () => undefined,
  };
}

/** `setUp` is run in each namespace before its sshd. Throws when this machine does not allow it. */
export function namespacePlaces(setUp: string): Places {
  // Names and addresses that another test on this machine does not use at the same time.
  const own = process.pid % 60000;
  const bridge = `lkb${own}`;
  // 198.18.0.0/15 is set aside for tests of networks.
  const net = `198.${18 + (own >> 15)}.${(own >> 7) & 255}`;
  const base = (own & 1) * 128;
  const namespaces: string[] = [];
  const links: string[] = [];
  ip("link", "add", bridge, "type", "bridge");
  ip("addr", "add", `${net}.${base + 1}/25`, "dev", bridge);
  ip("link", "set", bridge, "up");
  return {
    async of(_name, at, folder) {
      const namespace = `lkn${own}-${at}`;
      const outside = `lkv${own}-${at}`;
      const address = `${net}.${base + 10 + at}`;
      ip("netns", "add", namespace);
      namespaces.push(namespace);
      ip("link", "add", outside, "type", "veth", "peer", "name", "eth0", "netns", namespace);
      links.push(outside);
      ip("link", "set", outside, "master", bridge, "up");
      ip("-n", namespace, "addr", "add", `${address}/25`, "dev", "eth0");
      ip("-n", namespace, "link", "set", "eth0", "up");
      ip("-n", namespace, "link", "set", "lo", "up");
      return {
        address,
        port: 22,
        file: "/etc/default/LifeKeeper",
        bin: undefined,
        command: (program, args) => {
          const home = shellWord(folder);
          const mounts = `mount --bind ${home}/etc/default /etc/default && mount -t tmpfs -o mode=755 none /opt && mkdir -p /opt/LifeKeeper/bin && mount --bind ${home}/bin /opt/LifeKeeper/bin`;
          const start = `${mounts} && { ${setUp || ":"}; } && exec "$@"`;
          // `ip netns exec` gives the program a mount namespace of its own as well.
          return ["ip", "netns", "exec", namespace, "sh", "-c", start, "sh", program, ...args];
        },
      };
    },
    remove() {
      // A namespace lives until its last process has gone; its cable must not wait for that.
      for (const link of links) spawnSync("ip", ["link", "del", link]);
      for (const namespace of namespaces) spawnSync("ip", ["netns", "del", namespace]);
      spawnSync("ip", ["link", "del", bridge]);
    },
  };
}

/** Root alone is not enough: a container may forbid it. */
export function allowsNamespaces(): boolean {
  if (process.getuid?.() !== 0) return false;
  const name = `lkt${process.pid}`;
  const made = spawnSync("ip", ["netns", "add", name]).status === 0;
  const mounts = made && spawnSync("ip", ["netns", "exec", name, "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;
  if (made) spawnSync("ip", ["netns", "del", name]);
  return mounts;
}

function ip(...args: readonly string[]): void {
  const ran = spawnSync("ip", [...args], { encoding: "utf8" });
  if (ran.status !== 0)
    throw new Error(`Test nodes in namespaces need root and iproute2: ip ${args.join(" ")}: ${ran.stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, loopback, () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const isNew = !givenPorts.has(port);
      givenPorts.add(port);
      server.close(() => (isNew ? resolve(port) : freePort().then(resolve, reject)));
    });
  });
}
