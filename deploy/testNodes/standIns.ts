// Small stand-ins for LifeKeeper's commands on a test node: they print what the documents show and record that they were
// called. LifeKeeper itself is a commercial product; nothing here is it.

import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a test node's stand-ins say, as files that a test may change: `running`, `status`, `name`. */
export function installStandIns(folder: string, name: string, status: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, "running"), "");
  writeFileSync(join(folder, "status"), status);
  writeFileSync(join(folder, "name"), `${name}\n`);
  writeFileSync(join(folder, "calls"), "");
  for (const [command, body] of Object.entries(bodies)) {
    const script = `#!/bin/sh\n# A stand-in for tests; LifeKeeper's own ${command} is part of the product.\nhome=${quote(folder)}\n${body}`;
    writeFileSync(join(bin, command), script);
    chmodSync(join(bin, command), 0o755);
  }
  return bin;
}

const recorded = (command: string): string => `printf '%s\\n' "${command}\${*:+ $*}" >>"$home/calls"\n`;

const bodies: Readonly<Record<string, string>> = {
  // Prints the running core daemons and ends with 0 while LifeKeeper runs.
  lktest:
    "[ -e \"$home/running\" ] || exit 1\nprintf 'F S UID PID CMD\\n4 S root 101 lcm\\n4 S root 102 ttymonlcm\\n4 S root 103 lcd\\n'\n",
  lcdstatus:
    'if [ -e "$home/running" ]; then cat "$home/status"; else echo "LifeKeeper does not appear to be running."; exit 1; fi\n',
  lcduname: 'cat "$home/name"\n',
  lkstart: `${recorded("lkstart")}[ ! -e "$home/refuse-start" ] || exit 1\n: >"$home/running"\n`,
  lkstop: `${recorded("lkstop")}[ ! -e "$home/refuse-stop" ] || exit 1\nrm -f "$home/running"\n`,
  qwk_storage_init: `${recorded("qwk_storage_init")}[ ! -e "$home/refuse-init" ] || exit 1\n`,
};

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** `lcdstatus -q` of a small cluster: the first node runs a hierarchy, every other node is alive. */
export function shortStatus(nodes: readonly string[], own: number): string {
  const name = nodes[own] ?? "node";
  const state = own === 0 ? "ISP" : "OSU";
  const row = (tag: string, id: string, at: string): string =>
    `${name.padEnd(8)}${tag.padEnd(15)}${id.padEnd(15)}${at.padEnd(8)}${String(own === 0 ? 1 : 10).padStart(4)}  ${nodes[0] ?? name}\n`;
  const resources =
    own > 1
      ? ""
      : row("app1", "application1", state) + row("  ip1", "192.168.0.1", state) + row("  fs1", "/fs1", state);
  const paths = nodes
    .flatMap((peer, at) =>
      at === own
        ? []
        : [`${peer.padEnd(10)}TCP       10.0.0.${own + 1}/10.0.0.${at + 1}`.padEnd(46)].map(
            (line) => `${line}ALIVE      1\n`,
          ),
    )
    .join("");
  const header = "LOCAL   TAG            ID             STATE   PRIO  PRIMARY\n";
  return `${header}${resources}\nMACHINE   NETWORK   ADDRESSES/DEVICE          STATE   PRIO\n${paths}`;
}
