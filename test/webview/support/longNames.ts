// A cluster with the longest names that anybody will give, in both scripts.

import type { Texts } from "./samples.ts";

const node = (last: string): string => `${"node-in-rack-".repeat(5)}`.slice(0, 63) + last;
const network = "network-with-a-long-name-".repeat(3).slice(0, 64);
const witness = '"本番監視サーバー・東京第一データセンター"';

export const longNode = node("a");

export const longNames: Texts = {
  "long.lk": `cluster "${"a-cluster-with-a-very-long-name-".repeat(2)}" {
  network "${network}"
  network 本番ネットワーク
  node ${node("a")} { address 192.0.2.1 }
  node ${node("b")} { address 192.0.2.2 }
  witness ${witness} { address 192.0.2.3 }
  path ${node("a")} <-> ${node("b")} {
    tcp 192.0.2.11 <-> 192.0.2.12 on "${network}" priority 1
    tcp 192.0.2.21 <-> 192.0.2.22 on 本番ネットワーク priority 2
  }
  path ${node("a")} <-> ${witness} {
    tcp 192.0.2.11 <-> 192.0.2.13 on "${network}" priority 1
    tcp 192.0.2.21 <-> 192.0.2.23 on 本番ネットワーク priority 2
  }
  path ${node("b")} <-> ${witness} {
    tcp 192.0.2.12 <-> 192.0.2.13 on "${network}" priority 1
    tcp 192.0.2.22 <-> 192.0.2.23 on 本番ネットワーク priority 2
  }
  resource ${"r".repeat(64)} gen/app {
    servers ${node("a")} 1, ${node("b")} 10
    resource データベース gen/app
  }
}
scenario "${"a scenario with a long title ".repeat(4)}" {
  crash ${node("a")}
  expect ${"r".repeat(64)} active on ${node("b")}
}
`,
};
