// What the proofs of a cluster file claim, as a test sees it: a test is a case of a proof when all that it breaks is
// among the faults that the proof tries, and no more than it allows.

import { requirementsOf } from "../model/requirements.ts";
import { type Bound, isWithin } from "../prove/bounds.ts";
import { type Proof, proofsOf } from "../prove/proof.ts";
import { encode } from "../simulate/encode.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import type { Model } from "../simulate/model.ts";
import { eventText } from "../simulate/scenario/eventText.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import { scenarioGroups } from "./scenarioTests.ts";

/** What the cluster file wants to be tried and proved. */
export type Runnables = Pick<ClusterFile, "scenarios" | "proofs">;

export interface Claim {
  readonly requirements: readonly string[];
  readonly bounds: readonly Bound[];
}

export function claimsOf(tree: Runnables, isMeant: (proof: Proof) => boolean = () => true): readonly Claim[] {
  return proofsOf(tree, "").filter((proof) => proof.requirements.length > 0 && isMeant(proof));
}

/** The requirements of the proofs of which this is a case. */
export function claimedOf(
  model: Model,
  claims: readonly Claim[],
  groups: readonly (readonly OutsideEvent[])[],
): readonly string[] {
  const ways = [groups.flat().map((event) => wholeNetwork(model, event)), groups.flat().map(linkByLink(model))];
  const codes = ways.map((events) => events.flatMap((event) => encode(model, event)));
  return claims
    .filter(({ bounds }) => codes.some((each) => isWithin(bounds, each)))
    .flatMap(({ requirements }) => requirements);
}

/** For faults that happen at one moment: what the file asks of the time without service after them. */
export function availabilityRequirements(
  model: Model,
  tree: Runnables,
): (faults: readonly OutsideEvent[]) => readonly string[] {
  const claims = claimsOf(tree, ({ properties }) =>
    properties.some(
      (property) => property.kind === "always-recovers" || (property.kind === "never" && property.what === "outage"),
    ),
  );
  const keyOf = (events: readonly OutsideEvent[]): string =>
    events
      .map((event) => eventText(wholeNetwork(model, event)))
      .sort()
      .join("; ");
  const scenarios = tree.scenarios.flatMap((scenario) => {
    const groups = scenarioGroups(model.cluster, scenario);
    return groups?.length === 1 ? [{ key: keyOf(groups[0] ?? []), requirements: requirementsOf(scenario) }] : [];
  });
  return (faults) => {
    const key = keyOf(faults);
    return [
      ...scenarios.filter((scenario) => scenario.key === key).flatMap(({ requirements }) => requirements),
      ...claimedOf(model, claims, [faults]),
    ];
  };
}

/** Where a node has nothing but TCP paths on its network, to lose them is to lose its network: one fault of a proof. */
function wholeNetwork({ hosts, storages, links, nodes }: Model, event: OutsideEvent): OutsideEvent {
  if (event.kind !== "isolate") return event;
  const node = nodes.indexOf(event.node);
  const isAll =
    hosts.length === 0 &&
    storages.every(({ networks }) => networks.length === 0) &&
    links.every(({ a, b, kind }) => kind === "tcp" || (a !== node && b !== node));
  return isAll ? { kind: "lose-network", node: event.node } : event;
}

/** A node that loses its paths loses each of its links. */
function linkByLink(model: Model): (event: OutsideEvent) => OutsideEvent {
  return (event) => {
    if (event.kind !== "isolate") return event;
    const others = model.cluster.nodes.map(({ name }) => name).filter((name) => name !== event.node);
    return { kind: "partition", left: [event.node], right: others };
  };
}
