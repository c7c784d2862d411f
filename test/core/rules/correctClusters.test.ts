// Clusters as they are really built, in every quorum mode: nothing false is said of a correct one.

import assert from "node:assert/strict";
import { checkExample, told } from "./checkExample.ts";

interface Correct {
  readonly name: string;
  readonly cluster: string;
  readonly parameters?: string;
  /** What may be said all the same, because it is true: by code. */
  readonly mayHint?: readonly string[];
}

const two = (settings = "", names: readonly [string, string] = ["ap1", "ap2"]): string => `
  network office
  network private
  node ${names[0]} { address 192.0.2.11 ${settings} }
  node ${names[1]} { address 192.0.2.12 ${settings} }
  path ${names[0]} <-> ${names[1]} {
    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1
    tcp 192.0.2.11 <-> 192.0.2.12 on office priority 2
  }
`;

const witness = `
  witness wit { address 203.0.113.13 set WITNESS_MODE = none }
  network wan
  path ap1 <-> wit { tcp 192.0.2.11 <-> 203.0.113.13 on wan priority 1 tcp 198.51.100.11 <-> 198.51.100.13 on private priority 2 }
  path ap2 <-> wit { tcp 192.0.2.12 <-> 203.0.113.13 on wan priority 1 tcp 198.51.100.12 <-> 198.51.100.13 on private priority 2 }
`;

const majority = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n";
const hosts = "QUORUM_MODE=tcp_remote\nQUORUM_HOSTS=gw1:443,dns1:53,dns2:53\nWITNESS_MODE=none\n";
const byId = "/dev/disk/by-id/wwn-0x600a098000b6d1c2-part";
const storage = (type: string, objects: Readonly<Record<string, string>>): string =>
  `QUORUM_MODE=storage\nWITNESS_MODE=storage\nLCMNUMHBEATS=9\nQWK_STORAGE_TYPE=${type}\n${Object.entries(objects)
    .map(([host, place]) => `QWK_STORAGE_OBJECT_${host}=${place}\n`)
    .join("")}`;

const mirrored = (app: string): string => `
  resource ${app} {
    servers ap1 1, ap2 10
    resource /data gen/filesys /data { resource datarep scsi/netraid /dev/sdb1 { mode synchronous } }
    resource vip comm/ip 192.0.2.100
  }
`;
const shared = (disk: string): string => `
  resource db gen/app {
    servers ap1 1, ap2 10
    resource /db gen/filesys /db { resource lun ${disk} }
    resource vip comm/ip 192.0.2.100
  }
`;

const correct: readonly Correct[] = [
  { name: "majority, witness, DataKeeper", cluster: two() + witness + mirrored("app gen/app"), parameters: majority },
  {
    name: "majority, witness, PostgreSQL on DataKeeper",
    cluster: two() + witness + mirrored("pgsql gen/app"),
    parameters: `${majority}LKPGSQL_CONN_RETRIES=12\n`,
  },
  {
    name: "majority on physical machines, shared disk of Any Storage",
    cluster: two() + witness + shared("scsi/disk 360000970000192601714533030334344"),
    parameters: `${majority}RESERVATIONS=none\n`,
  },
  {
    name: "shared disk with SCSI reservation, without the package",
    cluster: `quorum-package none${two()}${shared("scsi/disk 360000970000192601714533030334344 { reserved }")}`,
  },
  {
    name: "RDM with SCSI reservation on VMware",
    // How the disk is attached cannot be seen here.
    mayHint: ["vmware-reservation"],
    cluster: `platform vmware quorum-package none${two()}${shared("scsi/disk 360000970000192601714533030334344 { reserved }")}`,
  },
  {
    name: "STONITH on VMware, DataKeeper",
    cluster: `platform vmware quorum-package none${two("stonith")}${mirrored("app gen/app")}`,
  },
  {
    name: "storage quorum on a block device by WWID, shared disk",
    cluster: `${two()}storage quorum-disk { reached-by ap1, ap2 }${shared("scsi/disk 360000970000192601714533030334344")}`,
    parameters: `${storage("block", { ap1: `${byId}1`, ap2: `${byId}2` })}RESERVATIONS=none\n`,
  },
  {
    name: "storage quorum on NFS, DataKeeper, host names with hyphens",
    cluster: `${two("", ["lk-1", "lk-2"])}storage nfs { on office }
      resource app gen/app { servers lk-1 1, lk-2 10
        resource /data gen/filesys /data { resource datarep scsi/netraid /dev/sdb1 { mode asynchronous } } }`,
    parameters: storage("file", { lk_1: "/mnt/quorum/lk-1", lk_2: "/mnt/quorum/lk-2" }),
  },
  {
    name: "storage quorum on S3, HULFT on AWS",
    cluster: `platform aws${two()}
      resource hulft gen/app { servers ap1 1, ap2 10
        resource hulft-snd gen/app
        resource hulft-rcv gen/app
        resource hulft-obs gen/app
        resource /data gen/filesys /data { resource datarep scsi/netraid /dev/xvdb1 { mode synchronous } }
        resource vip comm/ip 10.1.0.10 }`,
    parameters: `${storage("aws_s3", { ap1: "arn:aws:s3:::quorum/ap1", ap2: "arn:aws:s3:::quorum/ap2" })}QWK_STORAGE_HBEATTIME=7\nNOBCASTPING=1\n`,
  },
  {
    name: "storage quorum on three nodes",
    cluster: `
      network office network private
      node n1 { address 192.0.2.1 } node n2 { address 192.0.2.2 } node n3 { address 192.0.2.3 }
      path n1 <-> n2 { tcp 192.0.2.1 <-> 192.0.2.2 on office priority 1 tcp 198.51.100.1 <-> 198.51.100.2 on private priority 2 }
      path n1 <-> n3 { tcp 192.0.2.1 <-> 192.0.2.3 on office priority 1 tcp 198.51.100.1 <-> 198.51.100.3 on private priority 2 }
      path n2 <-> n3 { tcp 192.0.2.2 <-> 192.0.2.3 on office priority 1 tcp 198.51.100.2 <-> 198.51.100.3 on private priority 2 }
      resource app gen/app { servers n1 1, n2 10, n3 20 }`,
    parameters: storage("file", { n1: "/mnt/q/n1", n2: "/mnt/q/n2", n3: "/mnt/q/n3" }),
  },
  { name: "tcp_remote with three hosts, two nodes", cluster: two() + mirrored("app gen/app"), parameters: hosts },
  {
    name: "tcp_remote with remote_verify, three nodes",
    cluster: two() + witness + mirrored("app gen/app"),
    parameters: hosts.replace("WITNESS_MODE=none", "WITNESS_MODE=remote_verify"),
  },
  {
    name: "majority on five nodes, active/active",
    cluster: `network office network private
      ${[1, 2, 3, 4, 5].map((n) => `node n${n} { address 192.0.2.${n} }`).join("\n")}
      ${[1, 2, 3, 4, 5]
        .flatMap((a) =>
          [1, 2, 3, 4, 5]
            .filter((b) => b > a)
            .map(
              (b) =>
                `path n${a} <-> n${b} { tcp 192.0.2.${a} <-> 192.0.2.${b} on office priority 1 tcp 198.51.100.${a} <-> 198.51.100.${b} on private priority 2 }`,
            ),
        )
        .join("\n")}
      resource web gen/app { servers n1 1, n2 10, n3 20 }
      resource mail gen/app { servers n4 1, n5 10 }`,
    parameters: majority,
  },
  {
    name: "Azure, DataKeeper, witness in a third zone, one path a pair",
    cluster: `platform azure
      network vnet
      node ap1 { address 10.0.1.4 } node ap2 { address 10.0.2.4 }
      witness wit { address 10.0.3.4 set WITNESS_MODE = none }
      domain zone-1 { ap1 } domain zone-2 { ap2 } domain zone-3 { wit }
      path ap1 <-> ap2 { tcp 10.0.1.4 <-> 10.0.2.4 on vnet priority 1 }
      path ap1 <-> wit { tcp 10.0.1.4 <-> 10.0.3.4 on vnet priority 1 }
      path ap2 <-> wit { tcp 10.0.2.4 <-> 10.0.3.4 on vnet priority 1 }
      resource app gen/app { servers ap1 1, ap2 10
        resource /data gen/filesys /data { resource datarep scsi/netraid /dev/sdc1 { mode synchronous } } }`,
    parameters: majority,
  },
  {
    name: "Azure shared disk with SCSI-3 reservation",
    cluster: `platform azure quorum-package none${two()}${shared("scsi/disk 360022480b1c5d9f2a3e4 { reserved }")}`,
  },
  {
    name: "Google Cloud, DataKeeper, majority",
    cluster: `platform gcp${two()}${witness}${mirrored("app gen/app")}`,
    parameters: majority,
  },
  {
    name: "SAP: central services and NFS exports over one mirror each",
    cluster: `${two()}${witness}
      resource SAP-PRD_ASCS00 appsuite/sap PRD-ASCS00 { servers ap1 1, ap2 10
        resource ascs-ip comm/ip 192.0.2.101
        resource /usr/sap/PRD/ASCS00 gen/filesys /usr/sap/PRD/ASCS00 { resource ascs-dr scsi/netraid /dev/sdb1 { mode synchronous } } }
      resource nfs-sapmnt gen/nfs /sapmnt { servers ap2 1, ap1 10
        resource nfs-ip comm/ip 192.0.2.102
        resource /sapmnt gen/filesys /sapmnt { resource nfs-dr scsi/netraid /dev/sdc1 { mode synchronous } } }`,
    parameters: `${majority}SAP_REMOVE_TIMEOUT=60\n`,
    mayHint: ["unknown-kind"],
  },
  {
    name: "an NFS server on a mirror, with a serial line as the second path",
    cluster: `network office
      node ap1 { address 192.0.2.11 } node ap2 { address 192.0.2.12 }
      path ap1 <-> ap2 { tcp 192.0.2.11 <-> 192.0.2.12 on office priority 1 tty /dev/ttyS0 <-> /dev/ttyS0 }
      ${mirrored("nfs gen/app")}`,
    parameters: hosts,
  },
  {
    name: "a mirror guarded by its address, without the package",
    cluster: `quorum-package none${two()}
      resource /data gen/filesys /data { servers ap1 1, ap2 10
        resource datarep scsi/netraid /dev/sdb1 { mode synchronous resource vip comm/ip 192.0.2.100 { on-network office } } }`,
  },
  {
    name: "two hierarchies each way, intelligent switchback",
    cluster: `${two()}${witness}
      resource a gen/app { servers ap1 1, ap2 10 switchback intelligent }
      resource b gen/app { servers ap2 1, ap1 10 local-recovery on temporal-recovery 3 in 1h }`,
    parameters: `${majority}LCMHBEATTIME=6\nLCMNUMHBEATS=4\nQUORUM_LOSS_ACTION=fastboot\n`,
  },
];

describe("a correct cluster", () => {
  for (const { name, cluster, parameters, mayHint = [] } of correct) {
    it(`is left in peace: ${name}`, () => {
      const defaults = parameters === undefined ? "" : 'defaults "LifeKeeper"\n';
      const problems = checkExample({
        "cluster.lk": `cluster example {\n  lifekeeper 9.9.0\n  ${defaults}${cluster}\n}\n`,
        ...(parameters === undefined ? {} : { LifeKeeper: parameters }),
      });
      assert.equal(told(problems.filter(({ code }) => !mayHint.includes(code))), "");
    });
  }
});
