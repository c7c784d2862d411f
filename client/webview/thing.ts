// What one can point at in the drawing and in the tables. A key names a thing across renderings: focus, marks and
// tests hold on to it.

export type Thing =
  | { readonly kind: "node"; readonly name: string }
  /** All links between two nodes; the index is that of the path in the cluster. */
  | { readonly kind: "path"; readonly path: number }
  | { readonly kind: "link"; readonly path: number; readonly link: number }
  | { readonly kind: "network"; readonly name: string }
  | { readonly kind: "storage"; readonly name: string }
  /** One node's way to the quorum storage, or to the quorum hosts. */
  | { readonly kind: "storage-reach"; readonly storage: string; readonly node: string }
  | { readonly kind: "hosts-reach"; readonly node: string }
  | { readonly kind: "host"; readonly name: string }
  | { readonly kind: "domain"; readonly name: string }
  /** A replicated disk, by its tag. */
  | { readonly kind: "mirror"; readonly name: string }
  | { readonly kind: "resource"; readonly tag: string; readonly node: string };

export function keyOf(thing: Thing): string {
  switch (thing.kind) {
    case "node":
    case "network":
    case "storage":
    case "host":
    case "domain":
    case "mirror":
      return `${thing.kind}:${thing.name}`;
    case "path":
      return `path:${thing.path}`;
    case "link":
      return `link:${thing.path}:${thing.link}`;
    case "storage-reach":
      return `storage-reach:${thing.storage}:${thing.node}`;
    case "hosts-reach":
      return `hosts-reach:${thing.node}`;
    case "resource":
      return `resource:${thing.node}:${thing.tag}`;
  }
}
