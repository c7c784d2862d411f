// A cluster file of any size, for the bench and for looking at large drawings.

export interface InventedCluster {
  readonly nodes: number;
  readonly witnesses: number;
  readonly resources: number;
}

/** Every pair has two paths; hierarchies of ten resources each, spread over the nodes. */
export function inventedCluster({ nodes, witnesses, resources }: InventedCluster): string {
  const names = [
    ...Array.from({ length: nodes }, (_, index) => `lk${String(index + 1).padStart(2, "0")}`),
    ...Array.from({ length: witnesses }, (_, index) => `wit${index + 1}`),
  ];
  const lines = ["cluster invented {", "  lifekeeper 9.9.0", "  network office", "  network private"];
  for (const [index, name] of names.entries()) {
    lines.push(`  ${index < nodes ? "node" : "witness"} ${name} { address 10.0.0.${index + 1} }`);
  }
  for (const [index, a] of names.entries()) {
    for (const [offset, b] of names.slice(index + 1).entries()) {
      const other = index + offset + 2;
      lines.push(
        `  path ${a} <-> ${b} {`,
        `    tcp 10.1.0.${index + 1} <-> 10.1.0.${other} on private priority 1`,
        `    tcp 10.0.0.${index + 1} <-> 10.0.0.${other} on office priority 2`,
        "  }",
      );
    }
  }
  for (let root = 0; root < resources / 10; root++) {
    const servers = Array.from(
      { length: Math.min(nodes, 4) },
      (_, place) => `${names[(root + place) % nodes]} ${place * 10 + 1}`,
    );
    lines.push(`  resource app${root} gen/app {`, `    servers ${servers.join(", ")}`);
    for (let child = 1; child < 10; child++) lines.push(`    resource app${root}-part${child} gen/app`);
    lines.push("  }");
  }
  return `${lines.join("\n")}\n}\n`;
}
