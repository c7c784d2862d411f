// The ends of ranges and the rarer branches of rules that one example cannot hold: what fires there and where, and what
// is silent. `npm run bench mutation/rules` moves every place and every boundary and asks who notices.

import assert from "node:assert/strict";
import { hostsQuorum, pair, parameters, storageQuorum, trio } from "@lkcluster/core/rules/example.ts";
import type { Example } from "@lkcluster/core/rules/rule.ts";
import { reportOf } from "../../../scripts/generate/reported.ts";
import { outdented } from "../../support/literal.ts";
import { checkExample } from "./checkExample.ts";

/** What this one rule says of the example; other rules may speak too. */
function report(code: string, example: Example): string {
  return reportOf(
    example,
    checkExample(example).filter((problem) => problem.code === code),
  );
}

function said(code: string, example: Example, expected: string): void {
  assert.equal(report(code, example), outdented(expected));
}

/** The titles of the fixes that a rule offers, and the texts that they insert. */
function offered(code: string, example: Example): readonly string[] {
  return checkExample(example)
    .filter((problem) => problem.code === code)
    .flatMap((problem) => problem.fixes)
    .map(
      (fix) => `${fix.certain ? "certainly " : ""}${fix.title.en}: ${fix.edits.map((edit) => edit.newText).join("|")}`,
    );
}

function withPath(path: string, more = ""): Example {
  return trio(more, { pathAB: path });
}

const without = (text: string, part: string): string => text.replace(part, "");
const app = (servers: string, more = ""): string => `resource app gen/app {\n  servers ${servers}\n${more}\n}`;
const oneLink = "path a <-> b { tcp 192.0.2.11 <-> 192.0.2.12 on office }";

describe("at its boundary, a rule is silent", () => {
  const cases: readonly (readonly [what: string, code: string, example: Example])[] = [
    ["a path without a link has no TTY", "only-tty", withPath("path a <-> b {}")],
    ["a path with one link is a path", "pair-without-path", withPath(oneLink)],
    ["one link on a network", "paths-share-domain", withPath(oneLink, "domain d { office }")],
    [
      "two links on one network",
      "paths-share-domain",
      withPath(
        "path a <-> b {\n tcp 192.0.2.11 <-> 192.0.2.12 on office\n tcp 198.51.100.11 <-> 198.51.100.12 on office\n}",
        "domain d { office }",
      ),
    ],
    ["a service with one server", "servers-in-one-domain", trio(`domain d { a }\n${app("a 1")}`)],
    ["a third of the hosts on the network", "hosts-share-network", onOffice(hostsQuorum, fewHosts())],
    ["a path without a link shares no network", "hosts-share-network", emptyPath(hostsQuorum, hostsOn("office"))],
    [
      "a path without a link shares no storage network",
      "storage-shares-network",
      emptyPath(storageQuorum, "storage s { on office }"),
    ],
    [
      "a storage on two networks",
      "storage-shares-network",
      onOffice(storageQuorum, "storage s { on office on private }"),
    ],
    ["two nodes", "cluster-without-nodes", pair("QUORUM_MODE=none\nWITNESS_MODE=none\n")],
    [
      "a mirror with one server",
      "no-fencing",
      pair("QUORUM_MODE=none\nWITNESS_MODE=none\n", { extra: app("a 1", "resource m scsi/netraid /dev/sdb1") }),
    ],
    [
      "the only node blocks its failover",
      "resource-failover-blocked",
      { "cluster.lk": "cluster c {\n  lifekeeper 9.9.0\n  node a { block-resource-failover }\n}\n" },
    ],
    ["no chunks", "mirror-chunk-size", parameters("LKDR_CHUNK_SIZE=0\n")],
    ["one sector", "mirror-chunk-size", parameters("LKDR_CHUNK_SIZE=1\n")],
    ["one server", "switchback-node", trio(app("a 1", "switchback automatic on a"))],
    [
      "STONITH on nodes of one configuration each",
      "reservations-none-fencing",
      pair("QUORUM_MODE=none\nWITNESS_MODE=none\nRESERVATIONS=none\n", {
        a: "stonith set LCMHBEATTIME = 7",
        b: "stonith",
      }),
    ],
    ["a tag of 256 characters", "tag-name", trio(`resource ${"t".repeat(256)} gen/app { servers a 1, b 10 }`)],
    ["a period of a millisecond", "temporal-recovery-count", trio(app("a 1, b 10", "temporal-recovery 3 in 1ms"))],
    ["6 letters are needed to be a slip", "misspelt-parameter", parameters("LKROT=1\n")],
    ["three letters more are no slip", "misspelt-parameter", parameters("CONFIRMSODEFXYZ=1\n")],
    ["four other letters are no slip", "misspelt-parameter", parameters("CONFXYZWODEF=1\n")],
    [
      "a node that asks for confirmation for one other",
      "setting-without-effect",
      pair(`${storageQuorum}CONFIRMSOTO=30\n`, { a: "confirm-failover" }),
    ],
    ["an address of 0 and 255", "resource-id", trio(app("a 1, b 10", "resource ip comm/ip 255.0.2.255"))],
  ];
  for (const [what, code, example] of cases) {
    it(`${code}: ${what}`, () => {
      assert.equal(report(code, example), "");
    });
  }
});

describe("at its boundary, a rule fires", () => {
  it("a pair whose only link is on the network of half the hosts", () => {
    said(
      "hosts-share-network",
      pairWith(hostsQuorum, `path a <-> b { tcp 192.0.2.11 <-> 192.0.2.12 on office }\n${hostsOn("office")}`),
      `
        cluster.lk
        | host gateway:443 on office
        |      ^^^^^^^^^^^ information: Without \`office\`, \`a\` and \`b\` lose each other and 2 of 3 hosts: both lose quorum. Use another network for some of the hosts.
      `,
    );
  });

  it("a pair whose only link is on the network of the storage", () => {
    said(
      "storage-shares-network",
      pairWith(storageQuorum, "path a <-> b { tcp 192.0.2.11 <-> 192.0.2.12 on office }\n  storage s { on office }"),
      `
        cluster.lk
        |   storage s { on office }
        |           ^ information: Without \`office\`, \`a\` and \`b\` cannot reach each other and no node reaches \`s\`: all lose quorum. Use another network for one of the two.
      `,
    );
  });

  it("one address of two nodes", () => {
    said(
      "address-of-two-nodes",
      withPath("path a <-> b {\n    tcp 192.0.2.12 <-> 198.51.100.12\n    tcp 192.0.2.11 <-> 192.0.2.12\n  }"),
      `
        cluster.lk
        |     tcp 192.0.2.12 <-> 198.51.100.12
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`192.0.2.12\` is an address of \`a\` here, and of \`b\` elsewhere. Correct one of the two.
        |   node b { address 192.0.2.12 }
        |        - here it is b's
      `,
    );
  });

  it("a time to confirm where nobody is asked", () => {
    said(
      "setting-without-effect",
      pair(`${storageQuorum}CONFIRMSOTO=30\n`),
      `
        LifeKeeper
        | CONFIRMSOTO=30
        | ^^^^^^^^^^^^^^ information: \`CONFIRMSOTO\` has no effect here: it applies only on nodes with \`confirm-failover\`.
      `,
    );
  });

  it("one node alone", () => {
    said(
      "cluster-without-nodes",
      { "cluster.lk": "cluster c {\n  lifekeeper 9.9.0\n  node a {}\n}\n" },
      `
        cluster.lk
        | cluster c {
        |         ^ warning: This cluster has only one node that can run resources, so nothing can fail over. Add another \`node\`.
      `,
    );
  });

  it("a carriage return at the very beginning", () => {
    said(
      "windows-line-ends",
      parameters("\r\nLCMHBEATTIME=7\n"),
      `
        LifeKeeper
        |    (line 1)
        | ^ warning: 1 line ends with a carriage return, which becomes part of the value in a shell. Save the file with LF.
      `,
    );
  });

  it("a child in another order", () => {
    said(
      "child-servers",
      trio(app("a 1, b 10", "  resource ip comm/ip 192.0.2.100 { servers a 10, b 1 }")),
      `
        cluster.lk
        |     resource ip comm/ip 192.0.2.100 { servers a 10, b 1 }
        |                                       ^^^^^^^^^^^^^^^^^ warning: \`ip\` orders its nodes differently from \`app\`, which needs it. Write \`servers\` only at the root.
        |   resource app gen/app {
        |            --- the parent
      `,
    );
  });

  it("a tag of 257 characters", () => {
    const tag = "t".repeat(257);
    said(
      "tag-name",
      trio(`resource ${tag} gen/app { servers a 1, b 10 }`),
      `
        cluster.lk
        |   resource ${tag} gen/app { servers a 1, b 10 }
        |            ${"^".repeat(257)} error: A tag has at most 256 characters, but this one has 257. Shorten it.
      `,
    );
  });

  it("a period of nothing", () => {
    said(
      "temporal-recovery-count",
      trio(app("a 1, b 10", "  temporal-recovery 3 in 0s")),
      `
        cluster.lk
        |     temporal-recovery 3 in 0s
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`temporal-recovery\` of \`app\` needs a count of 1 or more and a period.
      `,
    );
  });

  it("a disk and a partition of it as two objects", () => {
    said(
      "storage-object-shared",
      pair(
        storageQuorum
          .replace("/dev/disk/by-id/quorum-part1", "/dev/sdb")
          .replace("/dev/disk/by-id/quorum-part2", "/dev/sdb2"),
      ),
      `
        LifeKeeper
        | QWK_STORAGE_OBJECT_b=/dev/sdb2
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`/dev/sdb2\` is part of \`/dev/sdb\` (\`QWK_STORAGE_OBJECT_a\`), so the two objects overlap. Give each its own partition.
        | QWK_STORAGE_OBJECT_a=/dev/sdb
        | ----------------------------- the whole disk
      `,
    );
  });

  it("an object of which no storage says that it holds it", () => {
    said(
      "storage-split",
      pair(storageQuorum, { extra: "storage east { holds a }\nstorage idle {}" }),
      `
        cluster.lk
        |   storage east { holds a }
        |           ^^^^ information: \`holds\` does not say where the object of \`b\` lies. Add it to a storage.
      `,
    );
  });

  it("a storage that holds nothing does not have to be reached where another one holds the objects", () => {
    said(
      "storage-unreachable",
      pair(storageQuorum, { extra: "storage all { holds a, b }\nstorage idle { reached-by a }" }),
      "",
    );
    said(
      "storage-unreachable",
      pair(storageQuorum, { extra: "storage one { holds a reached-by a }\nstorage idle { reached-by a }" }),
      `
        cluster.lk
        |   storage one { holds a reached-by a }
        |           ^^^ error: \`b\` does not reach \`one\`. In storage mode every node must reach it.
      `,
    );
  });

  const slips: Readonly<Record<string, string>> = {
    FAILFASTTIMR: "FAILFASTTIMER",
    CONFIRMSODEFXY: "CONFIRMSODEF",
    CONFIRMSODEG: "CONFIRMSODEF",
    LCMPXRT: "LCMPORT",
    LCMPRT: "LCMPORT",
    CONFXYZSODEF: "CONFIRMSODEF",
  };
  for (const [written, meant] of Object.entries(slips)) {
    it(`a slip: ${written} for ${meant}`, () => {
      const [problem] = checkExample(parameters(`${written}=1\n`));
      assert.equal(problem?.message.en, `LifeKeeper has no parameter \`${written}\`. Did you mean \`${meant}\`?`);
    });
  }
});

describe("at its boundary, a fix", () => {
  it("is certain for two slips and a choice for three", () => {
    assert.deepEqual(offered("wrong-value", parameters("QUORUM_MODE=majxrty\n")), [
      "certainly Change to majority: majority",
    ]);
    assert.deepEqual(offered("wrong-value", parameters("QUORUM_MODE=majority\nWITNESS_MODE=remxxx_verify\n")), [
      "Change to remote_verify: remote_verify",
    ]);
    assert.deepEqual(offered("wrong-value", parameters("QUORUM_MODE=majority\nWITNESS_MODE=remoxx_verify\n")), [
      "certainly Change to remote_verify: remote_verify",
    ]);
  });

  it("raises the storage heartbeat to 10 and no further", () => {
    const with_ = (seconds: number) => pair(`${storageQuorum}QWK_STORAGE_HBEATTIME=6\nLCMHBEATTIME=${seconds}\n`);
    assert.deepEqual(offered("storage-heartbeat", with_(10)), ["certainly Change to 10: 10"]);
    assert.deepEqual(offered("storage-heartbeat", with_(11)), []);
  });

  it("takes the next free priority, and the first where none is right", () => {
    const of = (servers: string) => offered("resource-priority", trio(app(servers)));
    assert.deepEqual(of("a 1, b 1"), ["Change to 2: 2"]);
    assert.deepEqual(of("a 0, b 0"), ["Change to 1: 1", "Change to 1: 1"]);
    assert.deepEqual(of("a 998, b 998"), ["Change to 999: 999"]);
    assert.deepEqual(of("a 999, b 999"), ["Change to 1: 1"]);
  });

  it("guesses the object of a node where the other's carries its name, at the beginning too", () => {
    const one = pair(
      without(storageQuorum, "QWK_STORAGE_OBJECT_b=/dev/disk/by-id/quorum-part2\n")
        .replace("block", "aws_s3")
        .replace("/dev/disk/by-id/quorum-part1", "a/object"),
    );
    assert.deepEqual(offered("storage-object-missing", one), [
      "certainly Add the missing QWK objects: QWK_STORAGE_OBJECT_b=b/object\n",
    ]);
    const other = pair(without(storageQuorum, "QWK_STORAGE_OBJECT_b=/dev/disk/by-id/quorum-part2\n"));
    assert.deepEqual(offered("storage-object-missing", other), [
      "Add the missing lines, to be filled in: QWK_STORAGE_OBJECT_b=\n",
    ]);
  });

  it("offers storage quorum for 2 nodes, and no witness check from 2", () => {
    const titles = (nodes: string, parametersText: string): readonly string[] =>
      offered("quorum-node-count", {
        "cluster.lk": `cluster c {\n  lifekeeper 9.9.0\n  defaults "LifeKeeper"\n${nodes}}\n`,
        LifeKeeper: parametersText,
      }).map((each) => each.slice(0, each.indexOf(":")));
    const majority = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n";
    const verified = "QUORUM_MODE=tcp_remote\nWITNESS_MODE=remote_verify\nQUORUM_HOSTS=x:1,y:1,z:1\n";
    assert.deepEqual(titles("  node a {}\n", majority), ["Ask TCP hosts for quorum (tcp_remote, no witness check)"]);
    assert.deepEqual(titles("  node a {}\n", verified), []);
    assert.ok(titles("  node a {}\n  node b {}\n", verified).includes("Make no witness check"));
    assert.ok(titles("  node a {}\n  node b {}\n", majority).includes("Use storage quorum"));
  });
});

function hostsOn(network: string): string {
  return `host gateway:443 on ${network}\n  host dns1:53 on ${network}\n  host dns2:53`;
}

/** The pair with its own path. */
function pairWith(quorum: string, items: string): Example {
  const example = pair(quorum);
  const text = (example["cluster.lk"] ?? "").replace(/ {2}path a <-> b \{[^}]*\}\n/, `  ${items}\n`);
  return { ...example, "cluster.lk": text };
}

/** One of three hosts is on the network of the only path. */
function fewHosts(): string {
  return hostsOn("office").replace("dns1:53 on office", "dns1:53 on private");
}

function emptyPath(quorum: string, items: string): Example {
  return pairWith(quorum, `path a <-> b {}\n  ${items}`);
}

function onOffice(quorum: string, items: string): Example {
  return pairWith(quorum, `path a <-> b { tcp 192.0.2.11 <-> 192.0.2.12 on office }\n  ${items}`);
}
