// An action as written becomes an event of the simulator; undefined while a part of it is missing or names nothing.

import type { OutsideEvent } from "../../language/actions.ts";
import { actions } from "../../language/actions.ts";
import { type Field, fieldsOf } from "../../language/form.ts";
import type { Cluster } from "../../model/cluster.ts";
import type { Action, Word } from "../../syntax/cluster/tree.ts";

export function outsideEvent(cluster: Cluster, action: Action): OutsideEvent | undefined {
  if (action.kind === "wait") return undefined;
  if (action.kind === "heal-node") return healOf(cluster, action.node);
  const parts: Readonly<Record<string, unknown>> = { ...action };
  const event: Record<string, unknown> = { kind: action.kind };
  for (const field of fieldsOf(actions[action.kind].form)) {
    const part = parts[field.name];
    const value = named(cluster, field, part, event);
    if (value === undefined && (part !== undefined || !field.optional)) return undefined;
    event[field.name] = value;
  }
  // Has the fields of its form, as its type does.
  return event as unknown as OutsideEvent;
}

/** `before` holds the fields that stand in front. */
function named(
  cluster: Cluster,
  { slot, list }: Field,
  part: unknown,
  before: Readonly<Record<string, unknown>>,
): unknown {
  // The tree has in each place what the slot of the form says.
  if (list) return eachOf(part as readonly Word[], (word) => nameOf(cluster.nodes, word));
  switch (slot) {
    case "between": {
      const ends = part as readonly (Word | undefined)[];
      return (
        pathBetween(
          cluster,
          ends.map((word) => word?.value),
        ) && eachOf(ends, (word) => word?.value)
      );
    }
    case "count": {
      const value = (part as { readonly value: number | undefined } | undefined)?.value;
      const links = pathBetween(cluster, before["between"] as readonly string[])?.links.length ?? 0;
      return value !== undefined && value >= 1 && value <= links ? value : undefined;
    }
    case "network":
      return nameOf(cluster.networks, part as Word | undefined);
    case "domain":
      return nameOf(cluster.domains, part as Word | undefined);
    case "storage":
      return nameOf(cluster.storages, part as Word | undefined);
    case "tag":
      return nameOf(cluster.resources, part as Word | undefined);
    case "node":
      return nameOf(cluster.nodes, part as Word | undefined);
    case "host":
      return (part as Word | undefined)?.value;
    default:
      return part;
  }
}

function eachOf<Part>(parts: readonly Part[], name: (part: Part) => string | undefined): readonly string[] | undefined {
  const names = parts.flatMap((part) => name(part) ?? []);
  return names.length === parts.length && names.length > 0 ? names : undefined;
}

function nameOf(items: readonly { readonly name: string }[], word: Word | undefined): string | undefined {
  return items.find((item) => item.name === word?.value)?.name;
}

function pathBetween({ paths }: Cluster, [left, right]: readonly (string | undefined)[]) {
  return paths.find(({ nodes }) => nodes.includes(left ?? "") && nodes.includes(right ?? "") && left !== right);
}

/** A bare name heals what has it: nodes first, then networks, then failure domains. */
function healOf(cluster: Cluster, word: Word | undefined): OutsideEvent | undefined {
  const node = nameOf(cluster.nodes, word);
  if (node !== undefined) return { kind: "heal-node", node };
  const network = nameOf(cluster.networks, word);
  if (network !== undefined) return { kind: "heal-network", network };
  const domain = nameOf(cluster.domains, word);
  return domain === undefined ? undefined : { kind: "heal-domain", domain };
}
