import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import type { TestPlan } from "@lkcluster/core/testplan/plan.ts";
import { renderPlanCsv, renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { makeTestPlan, testPlanInSlices } from "@lkcluster/core/testplan/testPlan.ts";

const trio = `cluster trio {
  lifekeeper 9.9.0
  node A {}
  node B {}
  witness W {}
  path A <-> B { tcp a1 <-> b1 tcp a2 <-> b2 }
  path A <-> W { tcp a <-> w }
  path B <-> W { tcp b <-> w }
  resource app gen/app { servers A 1, B 2 resource datarep scsi/netraid /dev/sdb }
}`;
const reserved = `cluster pair {
  quorum-package none
  node A {}
  node B {}
  path A <-> B { tcp a <-> b }
  resource "it's" gen/app { servers A 1, B 2 resource disk scsi/disk { reserved } }
}`;

function clusterOf(text: string): Cluster {
  const cluster = lowerCluster(parseCluster("a.lk", text), filesOf({})).cluster;
  ok(cluster !== undefined);
  return cluster;
}

function planOf(text: string): TestPlan {
  return makeTestPlan(clusterOf(text), { scenarios: [], proofs: [] });
}

/** The fields of each record, by the rules of RFC 4180. */
function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  for (const record of text.slice(1).match(/(?:"(?:[^"]|"")*"|[^"\r])*\r\n/g) ?? []) {
    const fields = record.slice(0, -2).match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)/g) ?? [];
    records.push(fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)));
  }
  return records;
}

describe("a test specification", () => {
  const plan = planOf(trio);
  const item = (title: string) => {
    const found = plan.items.find((one) => one.title.en === title);
    ok(found !== undefined, `there is no test ${title}: ${plan.items.map((one) => one.title.en).join("; ")}`);
    return found;
  };

  it("tells what the simulator says a crash of the active node leads to", () => {
    deepEqual(
      item("A crashes").expected.map(({ en }) => en),
      [
        "There is a failover.",
        "In service on B: app, datarep.",
        "A is off.",
        "The copy of the mirror datarep on A is not in sync.",
      ],
    );
    equal(item("A crashes").withinSeconds, 15);
    deepEqual(
      item("A crashes").cleanUp.map(({ node, command }) => [node, command]),
      [
        ["A", undefined],
        ["B", "mirror_status datarep"],
        ["A", "perform_action -t app -a restore"],
      ],
    );
  });

  it("waits between two operations, and says that the mirror fills", () => {
    const { operations, expected } = item("A returns after a crash");
    deepEqual(
      operations.map(({ text }) => text.en),
      [
        "Crash the kernel.",
        "Wait until nothing more changes (about 15 s, plus the time the applications take).",
        "Power the node on, unless it has come up by itself.",
      ],
    );
    ok(expected.some(({ en }) => en.startsWith("The mirror datarep is brought in sync again")));
  });

  it("does not call a reboot that was asked for a restart by itself", () => {
    deepEqual(
      item("W is rebooted").expected.map(({ en }) => en),
      ["There is no failover.", "In service on A: app, datarep."],
    );
  });

  it("takes an interface down only where no other path runs over it", () => {
    const plans = (links: string) =>
      planOf(`cluster trio {
        node A {}
        node B {}
        witness W {}
        path A <-> B { ${links} }
        path A <-> W { tcp a1 <-> w1 }
        path B <-> W { tcp b1 <-> w1 }
        resource app gen/app { servers A 1, B 2 }
      }`).items.find(({ title }) => title.en === "All paths between A and B fail")?.operations;
    const shown = (links: string) => plans(links)?.map(({ node, text, command }) => [node, text.en, command]);
    deepEqual(shown("tcp a2 <-> b1"), [
      ["A", "At the console, take down the interface of a2.", "ip link set INTERFACE down"],
    ]);
    deepEqual(shown("tcp a1 <-> b2"), [
      ["B", "At the console, take down the interface of b2.", "ip link set INTERFACE down"],
    ]);
    deepEqual(shown("tcp a1 <-> b1 tty /dev/ttyS0 <-> /dev/ttyS1"), [
      [
        "A",
        "Block a1 <-> b1 alone, for example with a firewall rule: the interface also carries paths to nodes other than B.",
        undefined,
      ],
      ["A", "Unplug the serial cable to B (/dev/ttyS0).", undefined],
    ]);
  });

  it("has no test of a network that nothing is on", () => {
    const titles = planOf(trio.replace("node A", "network spare node A").replace("b1", "b1 on spare")).items;
    ok(titles.some(({ title }) => title.en === "The network spare fails"));
    const unused = planOf(trio.replace("node A", "network spare node A")).items;
    ok(!unused.some(({ title }) => title.en === "The network spare fails"));
  });

  it("names a loss of quorum and what the node does then", () => {
    const texts = item("A loses every path and runs on").expected.map(({ en }) => en);
    ok(texts.includes("A halts itself.") && texts.includes("A has no quorum."));
  });

  it("holds one test for each distinct behaviour: links of a pair that behave alike are one", () => {
    const links = plan.items.filter(({ title }) => title.en.startsWith("One of the paths"));
    equal(links.length, 1);
    const behaviours = plan.items.map(({ title }) => title.en);
    equal(new Set(behaviours).size, behaviours.length);
  });

  it("uses only commands that public sources show", () => {
    const known =
      /^(echo c > \/proc\/sysrq-trigger|ip link set INTERFACE down|perform_action -t \S.* -a (restore|remove)|lkstop( -f)?|lkstart|lcdstatus -q|mirror_status \S+|cat \/var\/log\/lifekeeper\.log)$/;
    for (const one of [...plan.items, ...planOf(reserved).items]) {
      for (const { command } of [...one.operations, ...one.checks, ...one.cleanUp]) {
        if (command !== undefined) match(command, known);
      }
      for (const { sources, command } of one.operations) ok(command === undefined || sources.length > 0);
    }
  });

  it("asks only nodes that are on", () => {
    ok(item("A crashes").checks.every(({ node }) => node !== "A"));
  });

  it("tells both ends of a contested reservation", () => {
    const contested = planOf(reserved).items.find(({ title }) => title.en === "All paths between A and B fail");
    deepEqual(
      contested?.expected.map(({ en }) => en).filter((text) => text.startsWith("If ")),
      ["If the reservation of disk stays where it is:", "If B wins the reservation of disk:"],
    );
  });

  it("quotes a tag that a shell would misread", () => {
    const commands = planOf(reserved).items.flatMap(({ operations }) => operations.map(({ command }) => command));
    ok(commands.includes("perform_action -t 'it'\\''s' -a restore"));
  });

  it("is a table that a spreadsheet reads back, with an empty place for evidence", () => {
    for (const locale of ["en", "ja"] as const) {
      const [head, ...records] = readCsv(renderPlanCsv(plan, locale));
      equal(head?.length, 12);
      equal(records.length, plan.items.length);
      for (const [index, record] of records.entries()) {
        equal(record.length, 12);
        equal(record[2], plan.items[index]?.title[locale]);
        deepEqual(record.slice(8), ["", "", "", ""]);
      }
    }
  });

  it("has the same numbers, commands and names in both languages", () => {
    const codes = (text: string) => text.match(/`[^`]+`/g);
    const en = renderPlanMarkdown(plan, "en");
    const ja = renderPlanMarkdown(plan, "ja");
    deepEqual(codes(ja), codes(en));
    equal(en.split("\n").length, ja.split("\n").length);
    match(ja, /# 障害試験項目書: trio/);
    match(ja, /エビデンス/);
  });

  it("is made one test at a time, so that an editor may live on and cancel", () => {
    const steps: number[] = [];
    const slices = testPlanInSlices(clusterOf(trio), { scenarios: [], proofs: [] });
    for (let next = slices.next(); next.done !== true; next = slices.next()) {
      steps.push(next.value.tried);
      ok(next.value.tried < next.value.of);
    }
    ok(steps.length > plan.items.length, `${steps.length} slices`);
  });

  it("comes out the same twice", () => {
    equal(renderPlanMarkdown(planOf(trio), "en"), renderPlanMarkdown(plan, "en"));
  });
});
