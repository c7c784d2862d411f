import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { bytesOfText } from "@lkcluster/core/plan/byteText.ts";
import { importCluster } from "@lkcluster/core/plan/importCluster.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import fc from "fast-check";

const one = `LOCAL   TAG            ID             STATE   PRIO  PRIMARY
node1   app1           application1   ISP        1  node1
node1     ip1          192.168.0.1    ISP        1  node1
node1     fs1          /fs1           ISP        1  node1
node1       datarep1   /dev/sda       ISP        1  node1
node1   app2           application2   OSU       10  node2

MACHINE   NETWORK   ADDRESSES/DEVICE          STATE   PRIO
node2     TCP       192.168.1.1/192.168.1.2   ALIVE      1
`;
const two = `LOCAL   TAG            ID             STATE   PRIO  PRIMARY
node2   app1           application1   OSU       10  node1
node2     ip1          192.168.0.1    OSU       10  node1
node2   app2           application2   ISP        1  node2

MACHINE   NETWORK   ADDRESSES/DEVICE          STATE   PRIO
node1     TCP       192.168.1.2/192.168.1.1   ALIVE      1
`;

describe("importCluster", () => {
  it("makes a cluster of what two nodes say", () => {
    const { cluster, parameters, notes } = importCluster("c", [
      {
        name: "node1",
        ssh: "root@node1",
        status: one,
        parameters: bytesOfText("QUORUM_MODE=none\nWITNESS_MODE=none\nA=1\n"),
      },
      {
        name: "node2",
        ssh: undefined,
        status: two,
        parameters: bytesOfText("QUORUM_MODE=none\nWITNESS_MODE=none\nA=2\n"),
      },
    ]);
    assert.equal(
      cluster,
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
    tcp 192.168.1.1 <-> 192.168.1.2 priority 1
  }
  resource app1 gen/app application1 {
    servers node1 1, node2 10
    resource ip1 comm/ip 192.168.0.1
    resource fs1 gen/filesys /fs1 {
      resource datarep1 scsi/netraid /dev/sda
    }
  }
  resource app2 gen/app application2 {
    servers node2 1, node1 10
  }
}
`,
    );
    assert.equal(parameters, "QUORUM_MODE=none\nWITNESS_MODE=none\n");
    assert.equal(notes.length, 1);
    const { sound } = checkCluster(filesOf({ "/c.lk": cluster, "/etc/default/LifeKeeper": parameters ?? "" }), "/c.lk");
    assert.ok(sound);
  });

  it("says from which nodes nothing was read", () => {
    const { notes } = importCluster("c", [{ name: undefined, ssh: undefined, status: one, parameters: undefined }]);
    assert.match(notes[0]?.en ?? "", /Nothing was read from node2/);
  });

  it("takes anything without throwing, and what it writes can be parsed", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(one, two, one.replaceAll("app1", 'a"b{}#')));
    fc.assert(
      fc.property(text, text, fc.string(), (status, more, name) => {
        const { cluster } = importCluster(name, [
          { name: undefined, ssh: name, status: `${status}\n${more}`, parameters: bytesOfText(more) },
        ]);
        assert.ok(cluster.startsWith("cluster "));
      }),
    );
  });
});
