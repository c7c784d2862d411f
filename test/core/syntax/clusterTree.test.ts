// The whole grammar of a cluster file, statement by statement: what is written, and the tree it gives.

import assert from "node:assert/strict";
import { ClusterGrammar } from "@lkcluster/core/syntax/cluster/grammar.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import type { ClusterFile } from "@lkcluster/core/syntax/cluster/tree.ts";
import { DefaultsGrammar } from "@lkcluster/core/syntax/defaults/grammar.ts";
import { withoutSpans } from "../../support/withoutSpans.ts";

function parse(text: string): ClusterFile {
  const parsed = parseCluster("a.lk", text);
  assert.deepEqual(
    parsed.problems.map((problem) => problem.message.en),
    [],
  );
  return parsed.tree;
}

function item(text: string): unknown {
  return withoutSpans(parse(`cluster c { ${text} }`).cluster?.items[0]);
}

function given(text: string): unknown {
  return withoutSpans(parse(`cluster c { } scenario "s" { given ${text} }`).scenarios[0]?.givens[0]);
}

function action(text: string): unknown {
  const step = parse(`cluster c { } scenario "s" { ${text} }`).scenarios[0]?.steps[0];
  return step?.kind === "actions" ? withoutSpans(step.actions[0]) : step;
}

function expectation(text: string): unknown {
  const step = parse(`cluster c { } scenario "s" { expect ${text} }`).scenarios[0]?.steps[0];
  return step?.kind === "expect" ? withoutSpans(step.form) : step;
}

function clause(text: string): unknown {
  return withoutSpans(parse(`cluster c { } prove "p" { ${text} }`).proofs[0]?.clauses[0]);
}

const items: readonly (readonly [string, unknown])[] = [
  ["lifekeeper 9.9.0", { kind: "lifekeeper", version: "9.9.0" }],
  ["platform aws", { kind: "platform", platform: "aws" }],
  ["quorum-package none", { kind: "quorum-package", value: "none" }],
  ['defaults "etc/default/LifeKeeper"', { kind: "defaults", path: "etc/default/LifeKeeper" }],
  ["network 業務", { kind: "network", name: "業務" }],
  ["domain az { a, lan }", { kind: "domain", name: "az", members: ["a", "lan"] }],
  ["node a { }", { kind: "node", name: "a", items: [] }],
  ["witness w { }", { kind: "witness", name: "w", items: [] }],
  [
    'node a { address 10.0.0.1 ssh "root@h:22" file "/x" shutdown stay confirm-failover block-resource-failover stonith set A = b:80,c:443 }',
    {
      kind: "node",
      name: "a",
      items: [
        { kind: "address", value: "10.0.0.1" },
        { kind: "ssh", value: "root@h:22" },
        { kind: "file", value: "/x" },
        { kind: "shutdown", value: "stay" },
        { kind: "confirm-failover", nodes: [] },
        { kind: "block-resource-failover" },
        { kind: "stonith" },
        { kind: "set", parameter: "A", value: "b:80,c:443" },
      ],
    },
  ],
  [
    "path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 on lan priority 1 tty /dev/ttyS0<->/dev/ttyS1 }",
    {
      kind: "path",
      left: "a",
      right: "b",
      links: [
        { kind: "tcp", left: "10.0.0.1", right: "10.0.0.2", network: "lan", priority: 1 },
        { kind: "tty", left: "/dev/ttyS0", right: "/dev/ttyS1" },
      ],
    },
  ],
  [
    "storage s { reached-by a, b on lan holds a }",
    { kind: "storage", name: "s", reachedBy: ["a", "b"], networks: ["lan"], holds: ["a"] },
  ],
  [
    "resource ip comm/ip 192.0.2.9 { on-network lan }",
    { kind: "resource", tag: "ip", type: "comm/ip", id: "192.0.2.9", items: [{ kind: "on-network", value: "lan" }] },
  ],
  ["host router:443 on lan", { kind: "host", host: "router:443", network: "lan" }],
  ["resource app gen/app", { kind: "resource", tag: "app", type: "gen/app", items: [] }],
  [
    'resource app gen/app id { servers a 1, b 10 switchback automatic on a failover off local-recovery on temporal-recovery 3 in 1h mode synchronous reserved info "x # y" uses other resource /data gen/filesys }',
    {
      kind: "resource",
      tag: "app",
      type: "gen/app",
      id: "id",
      items: [
        {
          kind: "servers",
          servers: [
            { node: "a", priority: 1 },
            { node: "b", priority: 10 },
          ],
        },
        { kind: "switchback", value: "automatic", node: "a" },
        { kind: "failover", value: "off" },
        { kind: "local-recovery", value: "on" },
        { kind: "temporal-recovery", count: 3, period: "3600000ms" },
        { kind: "mode", value: "synchronous" },
        { kind: "reserved" },
        { kind: "info", value: "x # y" },
        { kind: "uses", value: "other" },
        { kind: "resource", tag: "/data", type: "gen/filesys", items: [] },
      ],
    },
  ],
];

const givens: readonly (readonly [string, unknown])[] = [
  ["app active on a", { kind: "active", tag: "app", nodes: ["a"] }],
  ["app active nowhere", { kind: "active", tag: "app", nodes: [] }],
  ["app last active on a", { kind: "last-active", tag: "app", node: "a" }],
  ["a down", { kind: "down", node: "a" }],
  ["a isolated", { kind: "isolated", node: "a" }],
  ["mirror m resyncing from a to b", { kind: "mirror-resyncing", tag: "m", from: "a", to: "b" }],
  ["mirror m source a", { kind: "mirror-source", tag: "m", node: "a" }],
];

const actions: readonly (readonly [string, unknown])[] = [
  ["crash a", { kind: "crash", node: "a" }],
  ["boot a", { kind: "boot", node: "a", withoutNetwork: false }],
  ["boot a without network", { kind: "boot", node: "a", withoutNetwork: true }],
  ["freeze a", { kind: "freeze", node: "a" }],
  ["thaw a", { kind: "thaw", node: "a" }],
  ["isolate a", { kind: "isolate", node: "a" }],
  ["cut a <-> b", { kind: "cut-pair", between: ["a", "b"] }],
  ["cut path a <-> b 2", { kind: "cut-link", between: ["a", "b"], index: 2 }],
  ["cut network lan", { kind: "cut-network", network: "lan" }],
  ["partition a, b | c", { kind: "partition", left: ["a", "b"], right: ["c"] }],
  ["fail-domain az", { kind: "fail-domain", domain: "az" }],
  ["heal all", { kind: "heal-all" }],
  ["heal a", { kind: "heal-node", node: "a" }],
  ["heal a <-> b", { kind: "heal-pair", between: ["a", "b"] }],
  ["heal network lan", { kind: "heal-network", network: "lan" }],
  ["heal domain az", { kind: "heal-domain", domain: "az" }],
  ["lose storage on a", { kind: "lose-storage", node: "a" }],
  ["regain storage on a", { kind: "regain-storage", node: "a" }],
  ["lose storage q on a", { kind: "lose-storage", storage: "q", node: "a" }],
  ["lose host h:80", { kind: "lose-host", host: "h:80" }],
  ["regain host h:80 on a", { kind: "regain-host", host: "h:80", node: "a" }],
  ["shutdown a", { kind: "shutdown", node: "a" }],
  ["stop a", { kind: "stop", node: "a", keepingApplications: false, allowingFailover: false }],
  ["stop a keeping applications", { kind: "stop", node: "a", keepingApplications: true, allowingFailover: false }],
  ["stop a allowing failover", { kind: "stop", node: "a", keepingApplications: false, allowingFailover: true }],
  ["start a", { kind: "start", node: "a" }],
  ["in-service app on a", { kind: "in-service", tag: "app", node: "a" }],
  ["out-of-service app on a", { kind: "out-of-service", tag: "app", node: "a" }],
  ["fail app", { kind: "fail", tag: "app", beyondLocalRecovery: false }],
  ["fail app on a beyond local recovery", { kind: "fail", tag: "app", node: "a", beyondLocalRecovery: true }],
  ["refuse restore app on a", { kind: "refuse", operation: "restore", tag: "app", node: "a" }],
  ["take-reservation disk on a", { kind: "take-reservation", tag: "disk", node: "a" }],
  ["hold-reservation disk", { kind: "hold-reservation", tag: "disk" }],
  ["timeout-check app on a", { kind: "timeout-check", tag: "app", node: "a" }],
  ["fail-standby app on a", { kind: "fail-standby", tag: "app", node: "a" }],
  ["fill fs", { kind: "fill", tag: "fs" }],
  ["free fs", { kind: "free", tag: "fs" }],
  ["confirm a yes", { kind: "confirm", node: "a", answer: "yes" }],
  ["force-mirror m on a", { kind: "force-mirror", tag: "m", node: "a" }],
  ["break-mirror m", { kind: "break-mirror", tag: "m" }],
  ["wait 500ms", { kind: "wait", duration: "500ms" }],
  ["wait 2m", { kind: "wait", duration: "120000ms" }],
];

const expectations: readonly (readonly [string, unknown])[] = [
  ["app active on a", { kind: "active", tag: "app", nodes: ["a"] }],
  ["app active on a, b", { kind: "active", tag: "app", nodes: ["a", "b"] }],
  ["app active on a within 60s", { kind: "active", tag: "app", nodes: ["a"], within: "60000ms" }],
  ["app active nowhere", { kind: "active", tag: "app", nodes: [] }],
  ["app OSF on a", { kind: "state", tag: "app", state: "OSF", node: "a" }],
  ["a halted", { kind: "node", node: "a", condition: "halted" }],
  ["a up", { kind: "node", node: "a", condition: "up" }],
  ["quorum on a", { kind: "quorum", expected: true, node: "a" }],
  ["no quorum on a", { kind: "quorum", expected: false, node: "a" }],
  ["failover", { kind: "failover", expected: true }],
  ["no failover", { kind: "failover", expected: false }],
  ["no split-brain", { kind: "no-split-brain" }],
  ["mirror m corrupt on a", { kind: "mirror-corrupt", tag: "m", node: "a" }],
];

const clauses: readonly (readonly [string, unknown])[] = [
  ["never split-brain", { kind: "never", property: "split-brain" }],
  ["never two-active longer than 30s", { kind: "never", property: "two-active", longerThan: "30000ms" }],
  ["always app recovers", { kind: "always-recovers", tag: "app" }],
  ["sometimes failover", { kind: "sometimes", property: "failover" }],
  ["up to 2 faults", { kind: "up-to", faults: 2, of: [] }],
  ["up to 3 faults of crash, network, host", { kind: "up-to", faults: 3, of: ["crash", "network", "host"] }],
];

function cases(title: string, read: (text: string) => unknown, table: readonly (readonly [string, unknown])[]): void {
  describe(title, () => {
    for (const [text, expected] of table) {
      it(text, () => assert.deepEqual(read(text), expected));
    }
  });
}

describe("the grammars", () => {
  it("have no ambiguity that Chevrotain can see", () => {
    assert.doesNotThrow(() => new ClusterGrammar("validated"));
    assert.doesNotThrow(() => new DefaultsGrammar("validated"));
  });
});

describe("the tree of a cluster file", () => {
  cases("an item", item, items);
  cases("given", given, givens);
  cases("an action", action, actions);
  cases("an expectation", expectation, expectations);
  cases("a clause of a proof", clause, clauses);

  it("keeps the requirements of a scenario and of a proof, one or several, wherever they stand", () => {
    const tree = parse(
      'cluster c { } scenario "s" { requirement A-11 crash a expect failover requirement "要件 2", 11 } prove "p" { requirement A-11 never outage }',
    );
    const names = (blocks: typeof tree.scenarios | typeof tree.proofs): unknown =>
      withoutSpans(blocks[0]?.requirements.map((one) => one.names));
    assert.deepEqual(names(tree.scenarios), [["A-11"], ["要件 2", "11"]]);
    assert.deepEqual(names(tree.proofs), [["A-11"]]);
    assert.equal(tree.scenarios[0]?.steps.length, 2);
  });

  it("keeps actions of one moment together", () => {
    const step = parse('cluster c { } scenario "s" { crash a and cut b <-> c and wait 5s }').scenarios[0]?.steps[0];
    assert.equal(step?.kind === "actions" && step.actions.length, 3);
  });

  it("keeps steps in the order written", () => {
    const scenario = parse('cluster c { } scenario "s" { expect failover crash a expect no failover }').scenarios[0];
    assert.deepEqual(
      scenario?.steps.map((step) => step.kind),
      ["expect", "actions", "expect"],
    );
  });

  it("reads strings with their escapes, and comments only where a word could begin", () => {
    const cluster = parse(String.raw`cluster "a \"b\" \\ c" { # comment } {
      resource /data#1 gen/app # another
    }`).cluster;
    assert.equal(cluster?.name?.value, String.raw`a "b" \ c`);
    const resource = cluster?.items[0];
    assert.equal(resource?.kind === "resource" && resource.tag?.value, "/data#1");
  });

  it("covers a statement from its keyword to its end", () => {
    const text = "cluster c { node a { address 10.0.0.1 } network n }";
    const node = parse(text).cluster?.items[0];
    assert(node?.kind === "node" && node.body !== undefined);
    assert.equal(text.slice(node.span.start, node.span.end), "node a { address 10.0.0.1 }");
    assert.equal(text.slice(node.body.start, node.body.end), "{ address 10.0.0.1 }");
    assert.equal(text.slice(node.keyword.start, node.keyword.end), "node");
  });
});
