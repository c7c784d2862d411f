// What people have printed and saved, by the forms that documents and their own pages show.

import assert from "node:assert/strict";
import { importCluster } from "@lkcluster/core/adopt/importCluster.ts";
import { imported, one, pathsHead, short, sourcesOf, tcp, two } from "./importing.ts";

describe("importCluster", () => {
  it("makes a cluster of what two nodes say", () => {
    const made = importCluster(
      "c",
      sourcesOf([
        { name: "node1", ssh: "root@node1", output: one, parameters: "QUORUM_MODE=none\nWITNESS_MODE=none\nA=1\n" },
        { name: "node2", output: two, parameters: "QUORUM_MODE=none\nWITNESS_MODE=none\nA=2\n" },
      ]),
      "en",
    );
    assert.ok(made.kind === "imported");
    assert.equal(
      made.cluster.replace(/^#.*\n/gm, ""),
      `cluster c {
  defaults "etc/default/LifeKeeper"

  node node1 {
    ssh "root@node1"
    set A = 1
  }
  node node2 {
    set A = 2
  }

  path node1 <-> node2 {
    tcp 198.51.100.1 <-> 198.51.100.2 priority 1
  }

  resource app1 gen/app application1 {
    servers node1 1, node2 10
    resource ip1 comm/ip 192.0.2.1
    resource fs1 gen/filesys /fs1 {
      resource datarep1 scsi/netraid /dev/sda
    }
  }

  resource app2 gen/app application2 {
    servers node2 1, node1 10
  }
}

scenario "the active node crashes" {
  crash node1
  expect app1 active on node2
  expect no split-brain
}

prove "no split brain under 1 fault" {
  never split-brain
  up to 1 faults
}

prove "no split brain under 2 faults" {
  never split-brain
  up to 2 faults
}

prove "no outage under 1 fault" {
  never outage
  up to 1 faults
}
`,
    );
    assert.equal(made.parameters, "QUORUM_MODE=none\nWITNESS_MODE=none\n");
    assert.deepEqual(
      made.notes.map(({ en }) => en.slice(0, 24)),
      ["Kinds guessed from tag a", "What these commands neve"],
    );
    assert.ok(
      made.cluster.startsWith("# Kinds guessed from tag and id, because these outputs do not show them: app1 gen/app"),
    );
  });

  it("writes its notes and titles in the language asked for", () => {
    const made = importCluster("c", sourcesOf([one, two]), "ja");
    assert.ok(made.kind === "imported");
    assert.match(made.cluster, /^# .*パラメーターファイルは読み取っていません/m);
    assert.match(made.cluster, /scenario "アクティブノードが停止する"/);
  });

  it("says from which nodes nothing was read", () => {
    assert.match(imported(one).notes[0] ?? "", /Nothing was read from node2/);
  });

  it("reads the display of the next server, and the priority is that of the node that printed it", () => {
    const { body, notes } = imported(
      `BACKUP  TAG         ID          STATE  PRIO  PRIMARY
beta    shop        shop        ISP       1  alpha
beta      ip-vip    192.0.2.50  ISP       1  alpha

MACHINE  NETWORK  ADDRESSES/DEVICE     STATE  PRIO
beta     TCP      198.51.100.1/198.51.100.2  ALIVE     1
`,
    );
    assert.match(
      body,
      /resource shop gen\/app shop \{\n {4}servers alpha 1\n {4}resource ip-vip comm\/ip 192\.0\.2\.50\n/,
    );
    assert.match(body, /path alpha <-> beta \{\n {4}tcp 198\.51\.100\.1 <-> 198\.51\.100\.2 priority 1/);
    assert.doesNotMatch(body, /witness|this-node/);
    assert.match(notes[0] ?? "", /Nothing was read from beta/);
  });

  it("finds out who printed the display of the last server from the paths of another node", () => {
    const last = `BACKUP  TAG         ID          STATE  PRIO  PRIMARY
------  shop        shop        OSU      10  alpha

MACHINE  NETWORK  ADDRESSES/DEVICE     STATE  PRIO
alpha    TCP      198.51.100.2/198.51.100.1  ALIVE     1
`;
    const first = `${short("alpha   shop           shop           ISP        1  alpha")}${pathsHead}${tcp("beta", "198.51.100.1/198.51.100.2")}`;
    const { body } = imported(first, last);
    assert.match(body, /servers alpha 1, beta 10/);
    assert.equal(body.match(/path/g)?.length, 1);
    const alone = imported(last);
    assert.match(alone.body, /servers this-node 10/);
    assert.match(alone.notes.join("\n"), /does not say on which node it was printed; this-node stands for that node/);
  });

  const detailed = `ROOT of RESOURCE HIERARCHY
shop: id=shop app=gen type=app state=ISP
        depends on resources: mir
        Local priority = 1
        SHARED equivalency with "shop" on "beta", priority = 10
                FAILOVER ALLOWED
mir: id=/dev/sdb1 app=scsi type=netraid state=ISP
        these resources are dependent: shop
        Local priority = 1
        SHARED equivalency with "mir" on "beta", priority = 10
                FAILOVER ALLOWED
The following LifeKeeper machines are known:
        machine=alpha   state=ALIVE
        machine=beta    state=ALIVE
to machine=beta type=TCP addresses=198.51.100.1/198.51.100.2
state="DEAD" priority=2 #comm_downs=0
The following LifeKeeper flags are on:
        shutdown_switchover
The shutdown strategy is set to: switchover.
`;

  it("reads the detailed display: types, both priorities, flags and the shutdown strategy", () => {
    const { body, notes } = imported(detailed);
    assert.equal(
      body,
      `  node alpha {
    shutdown switchover
  }
  node beta {}

  path alpha <-> beta {
    tcp 198.51.100.1 <-> 198.51.100.2 priority 2
  }

  resource shop gen/app shop {
    servers alpha 1, beta 10
    resource mir scsi/netraid /dev/sdb1
  }`,
    );
    assert.deepEqual(
      notes.filter((note) => /guess/i.test(note)),
      [],
    );
  });

  it("takes the types of the detailed display for the rows of the short one", () => {
    const both = `[root@alpha ~]# lcdstatus -q\n${short(
      "alpha   shop           shop           ISP        1  alpha",
      "alpha     mir          /dev/sdb1      ISP        1  alpha",
    )}[root@alpha ~]# lcdstatus\n${detailed}[root@alpha ~]# exit\n`;
    const { body, notes } = imported(both);
    assert.match(body, /resource mir scsi\/netraid \/dev\/sdb1/);
    assert.doesNotMatch(notes.join("\n"), /guess|contradict/);
    const contradicting = imported(both.replace("1  alpha\nalpha     mir", "3  alpha\nalpha     mir"));
    assert.match(
      contradicting.notes.join("\n"),
      /commands of alpha contradict each other \(shop: priority\): lcdstatus says 1, lcdstatus -q says 3/,
    );
  });

  it("reads the beginning of a detailed display without relations", () => {
    const { body } = imported(
      "# lcdstatus\nROOT of RESOURCE HIERARCHY\nRT: id=RT app=gen type=app state=OSU\n        initialize=(AUTORES_ISP) automatic restore to IN-SERVICE by LifeKeeper\n        info=192.0.2.0 24 eth0\n",
    );
    assert.match(body, /resource RT gen\/app RT \{ info "192\.0\.2\.0 24 eth0" \}|info "192\.0\.2\.0 24 eth0"/);
  });

  it("keeps the children of a child that two roots share", () => {
    const { body } = imported(
      short(
        "n1      app1           app1           ISP        1  n1",
        "n1        /data        /data          ISP        1  n1",
        "n1          mir-d      /dev/sdb1      ISP        1  n1",
        "n1      app2           app2           ISP        1  n1",
        "n1        /data        /data          ISP        1  n1",
        "n1          mir-d      /dev/sdb1      ISP        1  n1",
        "n1        vip          192.0.2.9      ISP        1  n1",
      ),
    );
    assert.equal(
      body,
      `  node n1 {}

  resource app1 gen/app app1 {
    servers n1 1
    resource /data gen/filesys /data {
      resource mir-d scsi/disk /dev/sdb1
    }
  }

  resource app2 gen/app app2 {
    servers n1 1
    uses /data
    resource vip comm/ip 192.0.2.9
  }`,
    );
  });

  it("loses no hierarchy that only one of several nodes has", () => {
    const { body } = imported(
      short("n1      a              a              ISP        1  n1"),
      short(
        "n2      a              a              OSU       10  n1",
        "n2      b              b              ISP        1  n2",
      ),
      short("n3      c              c              ISP        1  n3"),
    );
    assert.match(body, /resource a gen\/app a \{\n {4}servers n1 1, n2 10\n/);
    assert.match(body, /resource b gen\/app b \{\n {4}servers n2 1\n/);
    assert.match(body, /resource c gen\/app c \{\n {4}servers n3 1\n/);
  });

  it("knows a witness by the far ends of its paths", () => {
    const alpha = `${short("alpha   a              a              ISP        1  alpha")}${pathsHead}${tcp("beta", "192.0.2.1/192.0.2.2")}${tcp("gamma", "192.0.2.1/192.0.2.3")}`;
    const beta = `${short("beta    a              a              OSU       10  alpha")}${pathsHead}${tcp("alpha", "192.0.2.2/192.0.2.1")}${tcp("gamma", "192.0.2.2/192.0.2.3")}`;
    const gamma = `${short()}${pathsHead}${tcp("alpha", "192.0.2.3/192.0.2.1")}${tcp("beta", "192.0.2.3/192.0.2.2")}`;
    const { body, notes } = imported(alpha, beta, gamma);
    assert.deepEqual(body.match(/^ {2}(?:node|witness) \S+/gm), ["  node alpha", "  node beta", "  witness gamma"]);
    assert.equal(body.match(/^ {2}path/gm)?.length, 3);
    assert.deepEqual(
      notes.filter((note) => !note.startsWith("Kinds")),
      [],
    );
  });

  it("keeps a child's own priorities", () => {
    const { body } = imported(
      short(
        "n1      a              a              ISP        1  n1",
        "n1        i            192.0.2.9      ISP        5  n2",
      ),
      short(
        "n2      a              a              OSU       10  n1",
        "n2        i            192.0.2.9      OSU        2  n2",
      ),
    );
    assert.match(body, /servers n1 1, n2 10\n {4}resource i comm\/ip 192\.0\.2\.9 \{\n {6}servers n2 2, n1 5\n/);
  });

  it("joins the two ends of a TTY path", () => {
    const tty = (peer: string, device: string): string =>
      `${pathsHead}${peer}      TTY       ${device}                ALIVE     --\n`;
    const a = short("n1      a              a              ISP        1  n1");
    const b = short("n2      a              a              OSU       10  n1");
    const { body, notes } = imported(a + tty("n2", "/dev/ttyS0"), b + tty("n1", "/dev/ttyS1"));
    assert.match(body, /tty \/dev\/ttyS0 <-> \/dev\/ttyS1/);
    assert.doesNotMatch(notes.join("\n"), /only/);
    assert.match(imported(a + tty("n2", "/dev/ttyS0")).notes.join("\n"), /\(\/dev\/ttyS0\) is known from n1 only/);
  });

  it("pairs tags that differ from node to node by id and primary node, and says so", () => {
    const { body, notes } = imported(
      short("n1      app-n1         shop           ISP        1  n1"),
      short("n2      app-n2         shop           OSU       10  n1"),
    );
    assert.match(body, /resource app-n1 gen\/app shop \{\n {4}servers n1 1, n2 10\n/);
    assert.match(notes.join("\n"), /app-n2 on n2 is taken for the same resource as app-n1/);
    const apart = imported(
      short("n1      app-n1         shop           ISP        1  n1"),
      short("n2      app-n2         shop           ISP        1  n2"),
    );
    assert.equal(apart.body.match(/resource/g)?.length, 2);
  });

  it("calls a kind that follows from a device a guess", () => {
    const { body, notes } = imported(
      short(
        "n1      /d             /d             ISP        1  n1",
        "n1        mir-d        /dev/sdb1      ISP        1  n1",
      ),
    );
    assert.match(body, /mir-d scsi\/disk/);
    assert.match(notes.join("\n"), /Kinds guessed from tag and id.*mir-d scsi\/disk/);
  });
});
