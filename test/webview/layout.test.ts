// The layout of the drawing: nothing overlaps, nothing moves, and the same cluster always looks the same.

import assert from "node:assert/strict";
import { type Box, overlap, textWidth } from "../../client/webview/layout/geometry.ts";
import type { TopologyShape } from "../../client/webview/layout/shape.ts";
import { type Form, fittingLayout, layoutForms, layoutTopology } from "../../client/webview/layout/topology.ts";
import { inventedShape } from "./support/shapes.ts";

function boxesApart(boxes: readonly (Box & { name: string })[]): void {
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) assert.ok(!overlap(a, b), `${a.name} and ${b.name} overlap`);
  }
}

function crosses(box: Box, from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  for (let part = 0.02; part < 0.99; part += 0.01) {
    const x = from.x + (to.x - from.x) * part;
    const y = from.y + (to.y - from.y) * part;
    if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) return true;
  }
  return false;
}

function formsFor(size: number): readonly Form[] {
  return size <= 4 ? ["usual", "narrow"] : ["usual", "narrow", "beside"];
}

describe("layout of the topology", () => {
  const sizes = [1, 2, 3, 4, 5, 8, 16, 32];

  for (const size of sizes) {
    for (const witnesses of [0, 1]) {
      if (witnesses >= size) continue;
      const shape = inventedShape(size - witnesses, {
        witnesses,
        networks: ["office", "private"],
        storages: size <= 4 ? ["quorum-disk"] : [],
        hosts: ["10.0.0.1:80", "dns.example.com:53"],
      });

      for (const form of formsFor(size))
        it(`keeps ${size} nodes (${witnesses} witness, ${form}) and all things around them apart and inside`, () => {
          const layout = layoutTopology(shape, form);
          assert.equal(layout.nodes.length, size);
          const boxes = [...layout.nodes, ...layout.storages, ...layout.hosts, ...layout.networks];
          boxesApart(boxes);
          if (layout.matrix !== undefined) boxesApart([{ ...layout.matrix.box, name: "matrix" }, ...boxes]);
          for (const box of boxes) {
            assert.ok(box.x >= 0 && box.y >= 0, `${box.name} is outside`);
            assert.ok(
              box.x + box.width <= layout.width && box.y + box.height <= layout.height,
              `${box.name} is outside`,
            );
          }
        });

      for (const form of formsFor(size))
        it(`draws every link between ${size} nodes (${witnesses} witness, ${form}), as a line that meets no third node or as a cell`, () => {
          const layout = layoutTopology(shape, form);
          if (size > 4) {
            assert.equal(layout.links.length, 0);
            assert.equal(layout.matrix?.cells.length, (size * (size - 1)) / 2);
            return;
          }
          assert.equal(layout.links.length, size * (size - 1));
          for (const line of layout.links) {
            const { label } = line;
            const width = label === undefined ? 0 : textWidth(label.text, 11);
            for (const node of layout.nodes) {
              const box = { x: (label?.at.x ?? 0) - width / 2, y: (label?.at.y ?? 0) - 6, width, height: 12 };
              assert.ok(label === undefined || !overlap(box, node), `${label?.text} lies on ${node.name}`);
              const mark = { x: line.mark.x - 7, y: line.mark.y - 7, width: 14, height: 14 };
              assert.ok(!overlap(mark, node), `a broken line is crossed out on ${node.name}`);
            }
            const ends: readonly string[] = shape.paths[line.path]?.nodes ?? [];
            for (const node of layout.nodes) {
              if (!ends.includes(node.name))
                assert.ok(!crosses(node, line.from, line.to), `a line crosses ${node.name}`);
            }
          }
        });
    }
  }

  it("keeps the usual form where it is read easily, and takes the one that is largest where it is not", () => {
    const many = layoutForms(inventedShape(32, { networks: ["a"], storages: [], hosts: [], witnesses: 0 }));
    const [usual, narrow, beside] = many;
    assert.equal(fittingLayout(many, { width: 1400, height: 1400 }), usual);
    assert.equal(fittingLayout(many, { width: 880, height: 400 }), beside);
    assert.equal(fittingLayout(many, { width: 340, height: 900 }), narrow);
    const pair = layoutForms(inventedShape(2, { networks: ["a", "b"], storages: [], hosts: [], witnesses: 0 }));
    assert.equal(fittingLayout(pair, { width: 900, height: 400 }), pair[0]);
    assert.equal(fittingLayout(pair, { width: 340, height: 400 }), pair[1]);
    assert.equal(fittingLayout([], { width: 340, height: 400 }), undefined);
  });

  it("shortens long names of networks so that they lie on no node", () => {
    const shape = inventedShape(3, {
      networks: ["n".repeat(64), "本番ネットワーク・東京第一データセンター"],
      storages: [],
      hosts: [],
      witnesses: 0,
    });
    for (const { links, nodes } of layoutForms(shape)) {
      for (const { label } of links) {
        assert.ok(label);
        const width = textWidth(label.text, 11);
        const box = { x: label.at.x - width / 2, y: label.at.y - 6, width, height: 12 };
        for (const node of nodes) assert.ok(!overlap(box, node), `${label.text} lies on ${node.name}`);
      }
    }
  });

  it("gives the same drawing for the same cluster", () => {
    const shape = inventedShape(8, { networks: ["a"], storages: [], hosts: [], witnesses: 1 });
    assert.deepEqual(layoutTopology(shape), layoutTopology(structuredClone(shape)));
  });

  it("stands nodes of one failure domain together and draws one outline around them", () => {
    const base = inventedShape(8, { networks: [], storages: [], hosts: [], witnesses: 0 });
    const member = (name: string) => ({ kind: "node" as const, name });
    const shape: TopologyShape = {
      ...base,
      domains: [{ name: "rack", members: [member("node-2"), member("node-5"), member("node-8")] }],
    };
    const layout = layoutTopology(shape);
    assert.equal(layout.domains.length, 1);
    const [outline] = layout.domains;
    assert.ok(outline);
    for (const node of layout.nodes) {
      assert.equal(overlap(outline, node), ["node-2", "node-5", "node-8"].includes(node.name), node.name);
    }
  });

  it("nests the outlines of domains in domains", () => {
    const base = inventedShape(2, { networks: [], storages: [], hosts: [], witnesses: 0 });
    const member = (name: string) => ({ kind: "node" as const, name });
    const layout = layoutTopology({
      ...base,
      domains: [
        { name: "site", members: [member("node-1"), member("node-2")] },
        { name: "rack", members: [member("node-1")] },
      ],
    });
    const [outer, inner] = layout.domains;
    assert.equal(outer?.name, "site");
    assert.equal(inner?.name, "rack");
    assert.ok(outer !== undefined && inner !== undefined && outer.x < inner.x && outer.y + 12 <= inner.y);
  });

  it("shows a domain without nodes, and survives paths that name nobody", () => {
    const layout = layoutTopology({
      nodes: [{ name: "a", role: "node" }],
      paths: [{ nodes: ["a", "nobody"], links: [{ kind: "tcp", network: undefined }] }],
      networks: ["lan"],
      storages: [{ name: "disk", reachedBy: ["nobody"] }],
      hosts: [],
      mirrors: [],
      domains: [{ name: "cloud", members: [{ kind: "network", name: "lan" }] }],
    });
    assert.deepEqual(
      layout.otherDomains.map(({ name }) => name),
      ["cloud"],
    );
    assert.equal(layout.links.length, 0);
    assert.equal(layout.reaches.length, 0);
  });

  it("gives an empty cluster an empty drawing", () => {
    const layout = layoutTopology({
      nodes: [],
      paths: [],
      networks: [],
      storages: [],
      hosts: [],
      mirrors: [],
      domains: [],
    });
    assert.ok(Number.isFinite(layout.width) && Number.isFinite(layout.height));
  });

  it("takes a full-width character for wider than a narrow one", () => {
    assert.ok(textWidth("本番", 12) > textWidth("ab", 12));
  });
});
