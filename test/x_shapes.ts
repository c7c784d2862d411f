import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
const shapes: Record<number,string> = {
1:`cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper.lkdefaults"
  node alpha { }
  resource app gen/app { servers alpha 1 }
}`,
2:`cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper.lkdefaults"
  node alpha { }
  node beta { }
  path alpha <-> beta { tcp 10.0.0.1 <-> 10.0.0.2 tcp 10.1.0.1 <-> 10.1.0.2 }
  resource app gen/app { servers alpha 1, beta 10 }
}`,
4:`cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper.lkdefaults"
  node alpha { }
  node beta { }
  node gamma { }
  witness wit { set WITNESS_MODE = none }
  path alpha <-> beta { tcp 10.0.0.1 <-> 10.0.0.2 tcp 10.1.0.1 <-> 10.1.0.2 }
  path alpha <-> gamma { tcp 10.0.0.1 <-> 10.0.0.4 tcp 10.1.0.1 <-> 10.1.0.4 }
  path beta <-> gamma { tcp 10.0.0.2 <-> 10.0.0.4 tcp 10.1.0.2 <-> 10.1.0.4 }
  path alpha <-> wit { tcp 10.0.0.1 <-> 10.0.0.3 tcp 10.1.0.1 <-> 10.1.0.3 }
  path beta <-> wit { tcp 10.0.0.2 <-> 10.0.0.3 tcp 10.1.0.2 <-> 10.1.0.3 }
  path gamma <-> wit { tcp 10.0.0.4 <-> 10.0.0.3 tcp 10.1.0.4 <-> 10.1.0.3 }
  resource app gen/app { servers alpha 1, beta 10, gamma 20 }
}`};
for (const shared of ["LCMHBEATTIME=6\n","QUORUM_LOSS_ACTION=osu\n", "LOGMGR=1\n","QUORUM_MODE=none\nLCMHBEATTIME=6\n","QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n"])
for (const [n,t] of Object.entries(shapes)) {
  const files = filesOf({"/c.lk":t,"/LifeKeeper.lkdefaults":shared});
  const t0=performance.now();
  const r = checkCluster(files,"/c.lk");
  console.log(n, JSON.stringify(shared), r.checked!==undefined, r.problems.map(p=>p.severity+":"+p.code+":"+p.message.en.slice(0,90)), (performance.now()-t0).toFixed(1));
}
