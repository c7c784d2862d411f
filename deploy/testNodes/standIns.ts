// Small stand-ins for LifeKeeper's commands on a test node: they print what the documents show and record that they were
// called. LifeKeeper itself is a commercial product; nothing here is it.

import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shellWord } from "@lkcluster/core/text/shellWord.ts";

/** What a test node's stand-ins say, as files that a test may change: `running`, `status`, `name`. */
export function installStandIns(folder: string, name: string, status: string, lcd: LcdAnswers): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(folder, "running"), "");
  writeFileSync(join(folder, "status"), status);
  writeFileSync(join(folder, "name"), `${name}\n`);
  writeFileSync(join(folder, "calls"), "");
  mkdirSync(join(folder, "lcd"));
  for (const [typed, answer] of lcd) writeFileSync(join(folder, "lcd", typed), answer);
  for (const [command, body] of Object.entries(bodies)) {
    const script = `#!/bin/sh\n# A stand-in for tests; LifeKeeper's own ${command} is part of the product.\nhome=${shellWord(folder)}\n${body}`;
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
    'if [ -e "$home/running" ]; then case $1 in -q) cat "$home/status" ;; *) cat "$home/lcd/lcdstatus" ;; esac; else echo "LifeKeeper does not appear to be running."; exit 1; fi\n',
  ...Object.fromEntries(
    ["typ_list", "ins_list", "dep_list", "eqv_list", "net_list", "sys_list", "flg_list"].map((command) => [
      command,
      // 7: it does not exist.
      `f="$home/lcd/${command}\${*:+ $*}"\n[ -f "$f" ] || exit 7\ncat "$f"\n`,
    ]),
  ),
  lcduname: 'cat "$home/name"\n',
  lkstart: `${recorded("lkstart")}[ ! -e "$home/refuse-start" ] || exit 1\n: >"$home/running"\n`,
  lkstop: `${recorded("lkstop")}[ ! -e "$home/refuse-stop" ] || exit 1\nrm -f "$home/running"\n`,
  qwk_storage_init: `${recorded("qwk_storage_init")}[ ! -e "$home/refuse-init" ] || exit 1\n`,
};

/** What a command prints, by what is typed. */
export type LcdAnswers = ReadonlyMap<string, string>;

/** `lcdstatus -q` of a small cluster: the first node runs a hierarchy, every other node is alive. */
export function shortStatus(nodes: readonly string[], own: number): string {
  const name = nodes[own] ?? "node";
  const rows = resourcesOn(own).map(({ tag, id, depth, state, priority }) =>
    [
      name.padEnd(8),
      `${"  ".repeat(depth)}${tag}`.padEnd(15),
      id.padEnd(15),
      state.padEnd(8),
      String(priority).padStart(4),
      `  ${nodes[0] ?? name}\n`,
    ].join(""),
  );
  const paths = pathsFrom(nodes, own).map(
    ({ peer, ends }) => `${`${peer.padEnd(10)}TCP       ${ends}`.padEnd(46)}ALIVE      1\n`,
  );
  const header = "LOCAL   TAG            ID             STATE   PRIO  PRIMARY\n";
  return `${header}${rows.join("")}\nMACHINE   NETWORK   ADDRESSES/DEVICE          STATE   PRIO\n${paths.join("")}`;
}

/**
 * The same cluster in the detailed display and in the lists, by what is typed. Fields that no document places stand
 * where no document would have them.
 */
export function lcdAnswers(nodes: readonly string[], own: number): LcdAnswers {
  const name = nodes[own] ?? "node";
  const here = resourcesOn(own);
  const other = nodes[1 - own];
  const record = (...fields: readonly string[]): string => `${fields.join("\u0001")}\n`;
  const detail = here.map(({ tag, id, application, kind, state, priority, needs }) =>
    [
      `${tag}: id=${id} app=${application} type=${kind} state=${state}`,
      ...(needs.length === 0 ? [] : [`        depends on resources: ${needs.join(" ")}`]),
      `        Local priority = ${priority}`,
      ...(other === undefined
        ? []
        : [`        SHARED equivalency with "${tag}" on "${other}", priority = ${priority === 1 ? 10 : 1}`]),
      "",
    ].join("\n"),
  );
  const paths = pathsFrom(nodes, own);
  const ends = paths.map(
    ({ peer, ends: both }) => `to machine=${peer} type=TCP addresses=${both}\nstate="ALIVE" priority=1 #comm_downs=0\n`,
  );
  const machines = nodes.map((node) => `        machine=${node}   state=ALIVE\n`).join("");
  return new Map([
    [
      "lcdstatus",
      `${here.length === 0 ? "" : "ROOT of RESOURCE HIERARCHY\n"}${detail.join("")}The following LifeKeeper machines are known:\n${machines}${ends.join("")}The following LifeKeeper flags are on:\n        shutdown_switchover\nThe shutdown strategy is set to: switchover.\n`,
    ],
    ["sys_list", nodes.map((node) => `${node}\n`).join("")],
    ["net_list", paths.map(({ ends: both }) => record("TCP", both, "")).join("")],
    ["flg_list", "shutdown_switchover\n"],
    ["eqv_list", other === undefined ? "" : here.map(({ tag }) => record(name, tag, other, tag, "SHARED")).join("")],
    ["typ_list -f:", "gen:app\ncomm:ip\ngen:filesys\nscsi:netraid\n"],
    ...here.map(({ tag, id, application, kind, state }): [string, string] => [
      `ins_list -a ${application} -r ${kind}`,
      record(id, kind, tag, application, name, "", state, "", "INTELLIGENT"),
    ]),
    ...here.map(({ tag, needs }): [string, string] => [
      `dep_list -c ${tag}`,
      needs.map((child) => record("", child, tag)).join(""),
    ]),
  ]);
}

interface StandInResource {
  readonly tag: string;
  readonly id: string;
  readonly application: string;
  readonly kind: string;
  readonly depth: number;
  readonly needs: readonly string[];
  readonly state: string;
  readonly priority: number;
}

/** Two nodes have the hierarchy, the others only vote. */
function resourcesOn(own: number): readonly StandInResource[] {
  const at = { state: own === 0 ? "ISP" : "OSU", priority: own === 0 ? 1 : 10 };
  if (own > 1) return [];
  return [
    { tag: "app1", id: "application1", application: "gen", kind: "app", depth: 0, needs: ["ip1", "fs1"], ...at },
    { tag: "ip1", id: "192.168.0.1", application: "comm", kind: "ip", depth: 1, needs: [], ...at },
    { tag: "fs1", id: "/fs1", application: "gen", kind: "filesys", depth: 1, needs: [], ...at },
  ];
}

function pathsFrom(nodes: readonly string[], own: number) {
  return nodes.flatMap((peer, at) => (at === own ? [] : [{ peer, ends: `10.0.0.${own + 1}/10.0.0.${at + 1}` }]));
}
