// The requirements of a scenario or proof, as they stand behind its title.

export function requirementsText({ requirements }: { readonly requirements: readonly string[] }): string {
  return requirements.length === 0 ? "" : `[${requirements.join(", ")}] `;
}
