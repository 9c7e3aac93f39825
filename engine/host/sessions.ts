import type { SessionRow } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';

/** Conversations as they were last committed. This engine alone writes them, so what was written need not be read again. */
export interface Sessions {
  get(lead: string): SessionRow | null;
  /** To be called after the commit, never before it. */
  keep(row: SessionRow): void;
  /** It is not there any more. */
  drop(lead: string): void;
}

/** Those who are writing now; the rest is read and parsed when it speaks up again. */
const KEPT = 500;

export function createSessions(read: Pick<StoreReader, 'session'>): Sessions {
  const kept = new Map<string, SessionRow>();
  function keep(row: SessionRow): void {
    kept.delete(row.lead);
    kept.set(row.lead, row);
    if (kept.size <= KEPT) return;
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  return {
    get(lead) {
      const known = kept.get(lead);
      if (known !== undefined) return known;
      const row = read.session(lead);
      if (row !== null) keep(row);
      return row;
    },
    keep,
    drop: (lead) => void kept.delete(lead),
  };
}
