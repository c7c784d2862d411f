// Collects what the fault tests injected and how it ended, for the table in docs/faults.md.

export interface FaultRow {
  readonly where: string;
  readonly fault: string;
  readonly outcomes: ReadonlyMap<string, number>;
}

export const faultRows: FaultRow[] = [];

export function recordFaults(where: string, fault: string, outcomes: ReadonlyMap<string, number>): void {
  faultRows.push({ where, fault, outcomes });
}
