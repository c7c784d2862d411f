// The scenarios of a cluster file as tests for the real machines: those that begin as every test does and wait for
// nothing but that the cluster settles. What a tester cannot do stays with the simulator.

import { same } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import { requirementsOf } from "../model/requirements.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { outsideEvent } from "../simulate/scenario/outsideEvent.ts";
import type { ScenarioBlock } from "../syntax/cluster/tree.ts";
import type { Candidate } from "./candidates.ts";
import { operationsFor } from "./operations.ts";

export function scenarioTests(cluster: Cluster, scenarios: readonly ScenarioBlock[]): readonly Candidate[] {
  return scenarios.flatMap((scenario): readonly Candidate[] => {
    const groups = scenarioGroups(cluster, scenario);
    if (groups === undefined) return [];
    const title = same(scenario.title?.value ?? "");
    return [{ category: "scenario", title, requirements: requirementsOf(scenario), groups }];
  });
}

/** What happens, group by group; undefined where no tester can do it as the simulator does. */
export function scenarioGroups(
  cluster: Cluster,
  { givens, steps }: ScenarioBlock,
): readonly (readonly OutsideEvent[])[] | undefined {
  const groups: OutsideEvent[][] = [];
  for (const step of steps) {
    if (step.kind === "expect") continue;
    const events = step.actions.map((action) => outsideEvent(cluster, action));
    const possible = events.filter((event) => event !== undefined && operationsFor(cluster, event) !== undefined);
    if (possible.length < events.length) return undefined;
    const whole = groups.length > 0 ? (event: OutsideEvent) => event : (event: OutsideEvent) => placed(cluster, event);
    groups.push(events.flatMap((event) => (event === undefined ? [] : whole(event))));
  }
  return givens.length > 0 || groups.length === 0 ? undefined : groups;
}

/** At the beginning a resource fails where it is in service: on its best server. */
function placed({ resources }: Cluster, event: OutsideEvent): OutsideEvent {
  if (event.kind !== "fail" || event.node !== undefined) return event;
  const node = resources.find(({ name }) => name === event.tag)?.servers[0]?.node;
  return node === undefined ? event : { ...event, node };
}
