// Random clusters of two to five nodes, as text: every mode, nodes that differ in their settings and heartbeats, one to
// three links a pair, networks, hosts, storages, hierarchies with mirrors, addresses, reserved disks, children that not
// every server has. The same number gives the same cluster.

/** A sequence of numbers from 0 to 1 that depends on the seed alone (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

interface Shape {
  readonly random: Random;
  readonly maybe: (chance: number) => boolean;
  readonly names: readonly string[];
  readonly networks: readonly string[];
  readonly hosts: readonly string[];
}

export function randomClusterText(random: Random): string {
  const maybe = (chance: number): boolean => random() < chance;
  const count = pick(random, [2, 2, 2, 3, 3, 3, 3, 4, 4, 5]);
  const shape: Shape = {
    random,
    maybe,
    names: ["A", "B", "C", "D", "E"].slice(0, count),
    networks: maybe(0.5) ? ["lan", "net"].slice(0, pick(random, [1, 2])) : [],
    hosts: ["h1:80", "h2:80", "h3:80"].slice(0, pick(random, [1, 2, 3])),
  };
  const servers = maybe(0.6) ? shape.names.slice(0, pick(random, [2, 2, 3])) : shape.names;
  const mode = pick(random, ["majority", "majority", "tcp_remote", "storage", "none", "package-none"]);
  return [
    "cluster random {",
    "  lifekeeper 9.9.0",
    ...(mode === "package-none" ? ["  quorum-package none"] : []),
    ...shape.networks.map((name) => `  network ${name}`),
    ...shape.hosts.map((name) => `  host ${name}${onNetwork(shape, 0.3)}`),
    ...(mode === "storage" ? [`  storage quorum { ${onNetwork(shape, 0.3).trim()} }`] : []),
    ...nodesOf(shape, mode, servers),
    ...pathsOf(shape),
    ...hierarchyOf(shape, "app", servers),
    ...(maybe(0.2) ? hierarchyOf(shape, "mail", [...servers].reverse()) : []),
    "}",
    "",
  ].join("\n");
}

function onNetwork({ random, maybe, networks }: Shape, chance: number): string {
  return networks.length > 0 && maybe(chance) ? ` on ${pick(random, networks)}` : "";
}

function nodesOf({ random, maybe, names, hosts }: Shape, mode: string, servers: readonly string[]): readonly string[] {
  const witness = mode === "storage" ? "storage" : pick(random, ["remote_verify", "none"]);
  const loss = pick(random, ["fastkill", "fastkill", "fastboot", "osu"]);
  const mixed = maybe(0.15);
  const beats = maybe(0.2);
  return names.map((name) => {
    const own = mixed && mode !== "storage" && mode !== "package-none";
    const quorum = own ? pick(random, ["majority", "tcp_remote", "none"]) : mode;
    const settings = [
      ...(mode === "package-none"
        ? []
        : [
            `set QUORUM_MODE = ${quorum}`,
            `set WITNESS_MODE = ${own ? pick(random, ["remote_verify", "none"]) : witness}`,
            `set QUORUM_LOSS_ACTION = ${loss}`,
            ...(quorum === "tcp_remote" ? [`set QUORUM_HOSTS = "${hosts.join(",")}"`] : []),
          ]),
      ...(beats && maybe(0.5) ? [`set LCMHBEATTIME = ${pick(random, [3, 4, 8])}`] : []),
      ...(beats && maybe(0.3) ? [`set LCMNUMHBEATS = ${pick(random, [2, 4, 20])}`] : []),
      ...(maybe(0.08) ? ["confirm-failover"] : []),
      ...(maybe(0.08) ? [`set CONFIRMSOTO = ${pick(random, [0, 7, 30])}`] : []),
      ...(maybe(0.08) ? ["stonith"] : []),
      ...(maybe(0.1) ? ["block-resource-failover"] : []),
      ...(maybe(0.1) ? ["shutdown switchover"] : []),
    ];
    return `  ${servers.includes(name) ? "node" : "witness"} ${name} { ${settings.join(" ")} }`;
  });
}

function pathsOf(shape: Shape): readonly string[] {
  const { random, maybe, names } = shape;
  const most = pick(random, [1, 1, 1, 2]);
  let address = 0;
  return names.flatMap((a, index) =>
    names.slice(index + 1).map((b) => {
      const links = Array.from({ length: pick(random, [most, most, 1]) }, () => {
        address += 2;
        return `tcp ${address} <-> ${address + 1}${onNetwork(shape, 0.6)}`;
      });
      if (maybe(0.04)) links.push("tty /dev/ttyS0 <-> /dev/ttyS0");
      return `  path ${a} <-> ${b} { ${links.join(" ")} }`;
    }),
  );
}

function hierarchyOf(shape: Shape, tag: string, servers: readonly string[]): readonly string[] {
  const { random, maybe, networks } = shape;
  const children: string[] = [];
  if (maybe(0.35)) children.push(`resource ${tag}-data scsi/netraid /dev/sd${tag} { mode synchronous }`);
  if (maybe(0.25)) {
    const network = networks.length > 0 && maybe(0.7) ? `on-network ${pick(random, networks)}` : "";
    children.push(
      `resource ${tag}-ip comm/ip 192.0.2.${servers.length} { ${network}${maybe(0.2) ? " failover off" : ""} }`,
    );
  }
  if (maybe(0.15)) children.push(`resource ${tag}-disk scsi/disk ${tag}1 { reserved }`);
  if (maybe(0.25)) children.push(`resource ${tag}-fs gen/filesys /${tag}`);
  if (maybe(0.12)) children.push(`resource ${tag}-key gen/app { servers ${servers[0] ?? ""} 1 }`);
  // In any order, and some of them below others.
  const mixed = children.map((text) => ({ text, key: random() })).sort((a, b) => a.key - b.key);
  const nested: string[] = [];
  for (const { text } of mixed) {
    const last = maybe(0.3) && !text.includes("servers") ? nested.pop() : undefined;
    const isBlock = text.endsWith("}");
    nested.push(last === undefined ? text : isBlock ? `${text.slice(0, -1)} ${last} }` : `${text} { ${last} }`);
  }
  const policy = [...(maybe(0.1) ? ["failover off"] : []), ...(maybe(0.1) ? ["switchback automatic"] : [])];
  const priorities = servers.map((name, index) => `${name} ${index + 1}`).join(", ");
  return [`  resource ${tag} gen/app { servers ${priorities} ${[...policy, ...nested].join(" ")} }`];
}
