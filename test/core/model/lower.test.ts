// What a cluster file means, and what is reported when its names lead nowhere.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { lowered, toldAt } from "./lowered.ts";

const pair = "node a { }\nnode b { }\n";

describe("lowering a cluster", () => {
  it("gives a node its documented defaults", () => {
    const { cluster, problems } = lowered("node a { }\nwitness w { address 10.0.0.3 }");
    assert.deepEqual(problems, []);
    const [a, w] = cluster?.nodes ?? [];
    assert.equal(a?.address, "a");
    assert.equal(a?.remoteFile, "/etc/default/LifeKeeper");
    assert.equal(a?.shutdownStrategy, "stay");
    assert.equal(a?.role, "node");
    assert.equal(w?.role, "witness");
    assert.equal(w?.address, "10.0.0.3");
    assert.equal(cluster?.version.text, "10.0");
    assert.equal(cluster?.versionGiven, false);
    assert.equal(cluster?.platform, "physical");
  });

  it("puts set lines over the parameter file and that over the defaults", () => {
    const { cluster } = lowered(
      "node a { set LCMHBEATTIME = 9 }\nnode b { }",
      "LCMHBEATTIME=7\nQUORUM_MODE=storage # chosen\nQUORUM_MODE=majority\n",
    );
    const [a, b] = cluster?.nodes ?? [];
    const say = (node: typeof a, name: string) => {
      const value = node?.configuration.get(name);
      return `${value?.value} ${value?.origin}`;
    };
    assert.equal(say(a, "LCMHBEATTIME"), "9 set");
    assert.equal(say(b, "LCMHBEATTIME"), "7 file");
    assert.equal(say(b, "LCMNUMHBEATS"), "3 default");
    assert.equal(say(b, "QUORUM_MODE"), "majority file");
    assert.equal(b?.configuration.get("LCMNUMHBEATS")?.place, undefined);
  });

  it("knows where each value is written", () => {
    const defaults = "A=1\nQUORUM_MODE=storage # why\n";
    const { cluster, text } = lowered("node a { set LCMPORT = 2000 }", defaults);
    const configuration = cluster?.nodes[0]?.configuration;
    const file = configuration?.get("QUORUM_MODE");
    assert.equal(defaults.slice(file?.place?.span.start, file?.place?.span.end), "QUORUM_MODE=storage");
    assert.equal(defaults.slice(file?.valuePlace?.span.start, file?.valuePlace?.span.end), "storage");
    assert.equal(file?.place?.file, "LifeKeeper");
    const set = configuration?.get("LCMPORT");
    assert.equal(text.slice(set?.place?.span.start, set?.place?.span.end), "set LCMPORT = 2000");
    assert.equal(text.slice(set?.namePlace?.span.start, set?.namePlace?.span.end), "LCMPORT");
    assert.equal(set?.place?.file, "cluster.lk");
  });

  it("lets nodes without set lines share one configuration", () => {
    const { cluster } = lowered(pair, "LCMHBEATTIME=7\n");
    assert.equal(cluster?.nodes[0]?.configuration, cluster?.nodes[1]?.configuration);
  });

  it("uses the default loss action of the version", () => {
    const of = (version: string) =>
      lowered(`lifekeeper ${version}\nnode a { }`).cluster?.nodes[0]?.configuration.get("QUORUM_LOSS_ACTION")?.value;
    assert.equal(of("9.9.0"), "fastkill");
    assert.equal(of("8.4.0"), "fastboot");
  });

  it("joins the paths of one pair, whichever way round they are written", () => {
    const { cluster, problems } = lowered(
      `${pair}path a <-> b { tcp 1.1.1.1 <-> 1.1.1.2 }\npath b <-> a { tcp 2.2.2.2 <-> 2.2.2.1 priority 2 }`,
    );
    assert.deepEqual(problems, []);
    assert.equal(cluster?.paths.length, 1);
    assert.deepEqual(
      cluster?.paths[0]?.links.map((link) => link.ends),
      [
        ["1.1.1.1", "1.1.1.2"],
        ["2.2.2.1", "2.2.2.2"],
      ],
    );
  });

  it("lets children inherit servers and switchback", () => {
    const { cluster, problems } = lowered(
      `${pair}resource app gen/app {\n  servers b 10, a 1\n  switchback automatic on a\n  resource ip comm/ip 1.1.1.1\n  resource own gen/app { servers a 5 }\n}`,
    );
    assert.deepEqual(problems, []);
    const [app, ip, own] = cluster?.resources ?? [];
    assert.deepEqual(app?.servers, [
      { node: "a", priority: 1, inherited: false },
      { node: "b", priority: 10, inherited: false },
    ]);
    assert.deepEqual(ip?.servers, [
      { node: "a", priority: 1, inherited: true },
      { node: "b", priority: 10, inherited: true },
    ]);
    assert.deepEqual(ip?.switchback, { kind: "automatic", node: "a" });
    assert.deepEqual(own?.servers, [{ node: "a", priority: 5, inherited: false }]);
    assert.deepEqual(ip?.parents, ["app"]);
    assert.deepEqual(app?.children, ["ip", "own"]);
  });

  it("orders parents before children, also when a child is used before it is defined", () => {
    const { cluster } = lowered(
      `${pair}resource disk scsi/disk\nresource one gen/app { servers a 1, b 2 resource fs gen/filesys { uses disk } }\nresource two gen/app { servers a 1, b 2 uses disk }`,
    );
    const tags = cluster?.resources.map((resource) => resource.name) ?? [];
    assert.deepEqual(tags, ["one", "fs", "two", "disk"]);
    assert.deepEqual(cluster?.resources.at(-1)?.parents, ["fs", "two"]);
    assert.equal(cluster?.resources.at(-1)?.servers.length, 2);
  });

  it("resolves members of domains, and what a storage and a host are on", () => {
    const { cluster, problems } = lowered(
      `${pair}network net\nstorage disk { on net }\nstorage far { reached-by b }\nhost gw:443 on net\ndomain rack { a, net, disk, gw:443 }`,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      cluster?.domains[0]?.members.map((member) => `${member.kind} ${member.name}`),
      ["node a", "network net", "storage disk", "host gw:443"],
    );
    assert.deepEqual(cluster?.storages[0]?.reachedBy, ["a", "b"]);
    assert.deepEqual(cluster?.storages[0]?.networks, ["net"]);
    assert.deepEqual(cluster?.storages[1]?.reachedBy, ["b"]);
    assert.deepEqual(
      cluster?.storages.map(({ holds }) => holds),
      [[], []],
    );
    assert.equal(cluster?.hosts[0]?.network, "net");
  });
});

describe("a cluster that is partly wrong", () => {
  it("is lowered as far as it goes", () => {
    const result = lowered(
      `${pair}path a <-> x { tcp 1.1.1.1 <-> 1.1.1.2 }\nresource app gen/app { servers a 1, y 2 }`,
    );
    assert.deepEqual(toldAt(result), ["unknown-name: x", "unknown-name: y"]);
    assert.equal(result.cluster?.nodes.length, 2);
    assert.deepEqual(result.cluster?.resources[0]?.servers, [{ node: "a", priority: 1, inherited: false }]);
  });

  for (const [name, items, expected] of [
    ["a name given twice", "node a { }\nnode a { }", ["duplicate-name: a"]],
    ["a node and a witness of one name", "node a { }\nwitness a { }", ["duplicate-name: a"]],
    ["a tag given twice", "resource r gen/app\nresource r gen/app", ["duplicate-name: r"]],
    ["an unknown network", `${pair}path a <-> b { tcp 1.1.1.1 <-> 1.1.1.2 on lan }`, ["unknown-name: lan"]],
    ["an unknown member of a domain", "domain d { q }", ["unknown-name: q"]],
    ["an unknown child", "resource r gen/app { uses s }", ["unknown-name: s"]],
    ["a path to itself", `${pair}path a <-> a { tcp 1.1.1.1 <-> 1.1.1.2 }`, ["path-to-itself: path a <-> a"]],
    ["a version that is none", "lifekeeper newest", ["impossible-value: newest"]],
    ["a setting said twice", "node a { set LCMPORT = 0 set LCMPORT = 1 }", ["duplicate-item: set LCMPORT = 1"]],
    [
      "an object that lies on two storages",
      `${pair}storage s { holds a, b }\nstorage t { holds b }`,
      ["duplicate-item: b"],
    ],
    ["an object of a node that does not exist", `${pair}storage s { holds x }`, ["unknown-name: x"]],
    ["an unknown clients' network", "resource r comm/ip 192.0.2.9 { on-network lan }", ["unknown-name: lan"]],
    ["a server named twice", `${pair}resource r gen/app { servers a 1, a 2 }`, ["duplicate-item: a 2"]],
  ] as const) {
    it(`reports ${name}, at its place`, () => assert.deepEqual(toldAt(lowered(items)), expected));
  }

  it("reports a circle of resources once, and still orders all of them", () => {
    const result = lowered(
      `${pair}resource one gen/app { servers a 1, b 2 uses two }\nresource two gen/app { uses three }\nresource three gen/app { uses one }`,
    );
    assert.equal(result.problems.length, 1);
    assert.equal(result.problems[0]?.code, "resource-cycle");
    assert.equal(result.cluster?.resources.length, 3);
    for (const resource of result.cluster?.resources ?? []) {
      const at = (tag: string) => result.cluster?.resources.findIndex((each) => each.name === tag) ?? -1;
      for (const child of resource.children) assert.ok(at(resource.name) < at(child));
    }
  });

  it("reports a resource that uses itself", () => {
    assert.deepEqual(toldAt(lowered("resource r gen/app { uses r }")), ["resource-cycle: uses r"]);
  });

  it("reports a parameter file that cannot be read, and assumes the defaults", () => {
    const text = 'cluster c { defaults "gone/LifeKeeper" node a { } }';
    const { cluster, problems } = lowerCluster(parseCluster("x/c.lk", text), filesOf({}));
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ["defaults-unreadable"],
    );
    assert.equal(cluster?.defaultsFile, "x/gone/LifeKeeper");
    assert.equal(cluster?.nodes[0]?.configuration.get("QUORUM_MODE")?.value, "majority");
  });

  it("suggests the version that was meant", () => {
    const fixOf = (version: string) => lowered(`lifekeeper ${version}`).problems[0]?.fixes[0]?.edits[0]?.newText;
    assert.deepEqual(["v9.9.0", "10", "9.6.1-1", "ten"].map(fixOf), ["9.9.0", "10.0", "9.6.1", undefined]);
  });

  it("suggests the name that was meant", () => {
    const { problems } = lowered("node prim { }\nnode sec { }\npath prmi <-> sec { tcp 1.1.1.1 <-> 1.1.1.2 }");
    assert.match(problems[0]?.message.en ?? "", /Did you mean `prim`\?/);
    assert.equal(problems[0]?.fixes[0]?.edits[0]?.newText, "prim");
  });

  it("has no model of a file without a cluster, and leaves saying so to the parser", () => {
    const { cluster, problems } = lowerCluster(parseCluster("c.lk", "# nothing\n"), filesOf({}));
    assert.equal(cluster, undefined);
    assert.deepEqual(problems, []);
  });
});
