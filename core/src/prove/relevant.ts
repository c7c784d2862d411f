// Which readings can change anything in a cluster: the others need no exploration of their own.

import type { FaultKind } from "../simulate/event.ts";
import type { Model } from "../simulate/model.ts";
import type { ReadingId } from "../simulate/readings.ts";

export function isRelevant(model: Model, reading: ReadingId, kinds: ReadonlySet<FaultKind>): boolean {
  const uses = (test: (configuration: Model["configurations"][number]) => boolean): boolean =>
    model.quorumPackage && model.configurations.some(test);
  const shared = model.components.some(({ servers }) => servers.length > 1);
  switch (reading) {
    case "standby-loss-action":
      return uses(({ quorumMode }) => quorumMode !== "none");
    case "graceful-stop-check":
      return (kinds.has("stop") || kinds.has("reboot")) && uses(({ quorumMode }) => quorumMode !== "none");
    case "manual-without-quorum":
      // No fault is an operator's wish to bring something in service.
      return false;
    case "resource-failover-quorum":
      return kinds.has("resource") && shared && uses(({ quorumMode }) => quorumMode !== "none");
    case "nobody-to-ask":
    case "witness-late":
      return uses(({ witnessMode }) => witnessMode === "remote_verify");
    case "object-unreadable":
      return kinds.has("storage") && uses(({ witnessMode }) => witnessMode === "storage");
    case "better-server":
      return model.components.some(({ servers }) => servers.length > 2) || (shared && model.nodes.length > 2);
    case "storage-watch":
      return uses(({ witnessMode }) => witnessMode === "storage");
    case "host-order":
      return uses(({ quorumMode }) => quorumMode === "tcp_remote");
    case "standby-osf":
      return shared && (kinds.has("resource") || model.reserved.length > 0);
    case "address-check":
      return model.cluster.resources.some(({ application, kind }) => application === "comm" && kind === "ip");
  }
}
