// Every cluster of two or three nodes with one path a pair and one hierarchy or two: each way of counting quorum, of asking
// witnesses, of losing quorum, each number of quorum hosts up to three. As data for the naive explorer and as text.

import type { LossAction, NaiveCluster, QuorumMode, WitnessMode } from "./naiveState.ts";

const shapes: readonly (readonly boolean[])[] = [
  [true, true],
  [true, true, false],
  [true, true, true],
];
const modes: readonly (readonly [QuorumMode, WitnessMode, readonly number[]])[] = [
  ["majority", "remote_verify", [0]],
  ["majority", "none", [0]],
  ["tcp_remote", "remote_verify", [1, 2, 3]],
  ["tcp_remote", "none", [1, 2, 3]],
  ["storage", "storage", [0]],
  ["none", "remote_verify", [0]],
  ["none", "none", [0]],
];
const lossActions: readonly LossAction[] = ["fastkill", "fastboot", "osu"];

/** Each of the above; then, with one loss action, the priorities turned round, all paths on one network, and
 * a second hierarchy with its own priorities. */
export function* generatedClusters(): Generator<NaiveCluster> {
  yield* plainClusters();
  for (const cluster of plainClusters()) {
    if (cluster.lossAction !== "fastkill") continue;
    yield { ...cluster, best: "last" };
    yield { ...cluster, oneNetwork: true };
    yield { ...cluster, second: true };
  }
}

export function* plainClusters(): Generator<NaiveCluster> {
  for (const servers of shapes) {
    for (const [quorum, witness, hostCounts] of modes) {
      for (const hosts of hostCounts) {
        for (const lossAction of lossActions) {
          yield { servers, quorum, witness, lossAction, hosts, best: "first", oneNetwork: false, second: false };
        }
      }
    }
  }
}

export function nameOf({
  servers,
  quorum,
  witness,
  lossAction,
  hosts,
  best,
  oneNetwork,
  second,
}: NaiveCluster): string {
  const nodes = servers.map((server) => (server ? "server" : "witness")).join("+");
  const variant = `${best === "last" ? ", the last server best" : ""}${oneNetwork ? ", on one network" : ""}${second ? ", with a second hierarchy" : ""}`;
  return `${nodes} ${quorum}${hosts > 0 ? `(${hosts})` : ""}/${witness} ${lossAction}${variant}`;
}

export function clusterText(cluster: NaiveCluster): string {
  const names = ["A", "B", "C"].slice(0, cluster.servers.length);
  const hosts = Array.from({ length: cluster.hosts }, (_, index) => `h${index + 1}:80`);
  const settings = [
    `set QUORUM_MODE = ${cluster.quorum}`,
    `set WITNESS_MODE = ${cluster.witness}`,
    `set QUORUM_LOSS_ACTION = ${cluster.lossAction}`,
    ...(hosts.length > 0 ? [`set QUORUM_HOSTS = "${hosts.join(",")}"`] : []),
    ...(cluster.quorum === "storage"
      ? [
          "set QWK_STORAGE_TYPE = file",
          "set QWK_STORAGE_HBEATTIME = 5",
          "set QWK_STORAGE_NUMHBEATS = 5",
          ...names.map((name) => `set QWK_STORAGE_OBJECT_${name} = /quorum/${name}`),
        ]
      : []),
  ];
  const node = (name: string, index: number): string =>
    `  ${cluster.servers[index] ? "node" : "witness"} ${name} {\n    ${settings.join("\n    ")}\n  }`;
  const paths = names.flatMap((left, index) =>
    names
      .slice(index + 1)
      .map(
        (right) =>
          `  path ${left} <-> ${right} { tcp ${left}.lan <-> ${right}.lan${cluster.oneNetwork ? " on lan" : ""} }`,
      ),
  );
  const running = names.filter((_, index) => cluster.servers[index]);
  const servers = (isFirstBest: boolean): string =>
    running.map((name, index) => `${name} ${isFirstBest ? index + 1 : running.length - index}`).join(", ");
  return [
    "cluster generated {",
    "  lifekeeper 9.9.0",
    ...(cluster.oneNetwork ? ["  network lan"] : []),
    ...names.map(node),
    ...paths,
    ...(cluster.quorum === "storage" ? ["  storage quorum { }"] : []),
    ...hosts.map((host) => `  host ${host}`),
    `  resource app gen/app { servers ${servers(cluster.best === "first")} }`,
    ...(cluster.second ? [`  resource mail gen/app { servers ${servers(cluster.best !== "first")} }`] : []),
    "}",
    "",
  ].join("\n");
}
