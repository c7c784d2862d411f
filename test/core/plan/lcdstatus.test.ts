import assert from "node:assert/strict";
import { findWorsened, parseShortStatus } from "@lkcluster/core/plan/lcdstatus.ts";
import fc from "fast-check";

const two = `LOCAL   TAG            ID             STATE   PRIO  PRIMARY
node1   app1           application1   ISP        1  node1
node1     ip1          192.168.0.1    ISP        1  node1
node1     fs1          /fs1           ISP        1  node1
node1       datarep1   /dev/sda       ISP        1  node1

node1   app2           application2   OSU       10  node2
node1     ip2          192.168.0.2    OSU       10  node2

MACHINE   NETWORK   ADDRESSES/DEVICE          STATE   PRIO
node2     TCP       192.168.1.1/192.168.1.2   ALIVE      1
node2     TCP       192.168.2.1/192.168.2.2   DEAD       2
`;

/** Tags as a tree of two blanks a level, then paths. */
function shown(output: string): string {
  const { resources, paths } = parseShortStatus(output);
  return [
    ...resources.map(({ tag, state, depth }) => `${"  ".repeat(depth)}${tag} ${state}`),
    ...paths.map(({ node, state }) => `${node} ${state}`),
  ].join("\n");
}

describe("parseShortStatus", () => {
  it("reads hierarchies and paths", () => {
    assert.equal(
      shown(two),
      "app1 ISP\n  ip1 ISP\n  fs1 ISP\n    datarep1 ISP\napp2 OSU\n  ip2 OSU\nnode2 ALIVE\nnode2 DEAD",
    );
  });

  it("reads one blank a level too", () => {
    assert.equal(
      shown(two.replaceAll(/ {4}(?=datarep)/g, "  ").replaceAll(/ {3}(?=ip|fs)/g, "  "))
        .split("\n")[1]
        ?.trim(),
      "ip1 ISP",
    );
  });

  it("keeps the columns", () => {
    const { resources, paths } = parseShortStatus(two);
    assert.deepEqual(resources[0], {
      node: "node1",
      tag: "app1",
      id: "application1",
      state: "ISP",
      priority: 1,
      primary: "node1",
      depth: 0,
    });
    assert.deepEqual(paths[1], {
      node: "node2",
      network: "TCP",
      addresses: "192.168.2.1/192.168.2.2",
      state: "DEAD",
      priority: 2,
    });
  });

  for (const text of [
    "LifeKeeper does not appear to be running.\n",
    "LOCAL      TAG   ID    STATE     PRIO  PRIMARY\n",
    "",
    "garbage\n\u0000",
  ]) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseShortStatus(text), { resources: [], paths: [] });
    });
  }

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseShortStatus(`${two}${text}`)));
  });
});

describe("findWorsened", () => {
  const cases: readonly (readonly [title: string, after: string, expected: readonly string[]])[] = [
    ["nothing when nothing changed", two, []],
    ["a path that died", two.replace("ALIVE      1", "DEAD       1"), ["node2 192.168.1.1/192.168.1.2"]],
    ["nothing when a dead path came alive", two.replace("DEAD       2", "ALIVE      2"), []],
    ["a resource that changed state", two.replace("fs1           ISP", "fs1           OSF"), ["fs1 ISP → OSF"]],
    ["a path that is gone", two.replace(/node2 {5}TCP {7}192\.168\.1.*\n/, ""), ["node2 192.168.1.1/192.168.1.2"]],
  ];
  for (const [title, after, expected] of cases) {
    it(`tells ${title}`, () =>
      assert.deepEqual(findWorsened(parseShortStatus(two), parseShortStatus(after)), expected));
  }
});
