// A small cluster with a little of everything, for tests of single services.

import assert from "node:assert/strict";

export const trio = `cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  network lan
  storage disk { reached-by a, b on lan }
  domain az { a, lan }
  node a { address 10.0.0.1 }
  node b { address 10.0.0.2 }
  witness w { address 10.0.0.3  set WITNESS_MODE = none }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 on lan priority 1 }
  resource app gen/app {
    servers a 1, b 10
    resource data gen/filesys /data { resource mirror scsi/netraid /dev/sdb { mode synchronous } }
    uses ip
  }
  resource ip comm/ip 10.1.0.1 { servers a 1, b 10 }
}
scenario "s" { crash a expect app active on b heal lan }
//- LifeKeeper
LCMHBEATTIME=10
LCMNUMHBEATS=4
QWK_STORAGE_OBJECT_a=/dev/sdb
`;

/** The text of the file with its mark at the first `needle`, `offset` characters in. */
export function marked(needle: string, text = trio): string {
  const at = text.indexOf(needle);
  assert(at >= 0, `no ${needle}`);
  return `${text.slice(0, at + 1)}<|>${text.slice(at + 1)}`;
}
