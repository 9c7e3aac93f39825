import type { Log } from '../ports/log.ts';

/** What should not happen, and how often it did since the engine began. */
export interface IncidentCounts {
  /** Talks with a machine that were stopped. */
  readonly loops: number;
  /** Customers who wrote more at once than anybody could want answered. */
  readonly floods: number;
  /** Messages that reached a customer twice: the one window of reliability.md, 1.3. */
  readonly doubled: number;
}

export interface Incidents {
  note(what: keyof IncidentCounts, facts: { readonly lead: string } & Readonly<Record<string, string | number>>): void;
  counts(): IncidentCounts;
}

export function createIncidents(log: Log): Incidents {
  const counts = { loops: 0, floods: 0, doubled: 0 };
  return {
    note(what, facts) {
      counts[what] += 1;
      log.error(`incident.${what}`, { ...facts, total: counts[what] });
    },
    counts: () => ({ ...counts }),
  };
}
