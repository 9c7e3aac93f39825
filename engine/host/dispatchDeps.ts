import type { Fault } from '../model/fault.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { CurrentCrm } from './crm.ts';
import type { Requests } from './requests.ts';
import type { SettleDeps } from './settle.ts';
import type { Standings } from './standings.ts';

/** What sending needs of the engine around it. */
export interface DispatchDeps extends SettleDeps {
  readonly log: Log;
  readonly crm: CurrentCrm;
  readonly requests: Pick<Requests, 'isUnderWay' | 'start'>;
  /** Longer than the CRM's history can lag behind a request, ms (reliability.md, 1.3, step 5). */
  readonly settleMs: number;
  /** By how much this clock is ahead of the account's, ms. */
  readonly aheadMs: () => number;
  /** When this engine began: what its predecessor was sending just then may not be in the history yet. */
  readonly startedAt: number;
  /** The connection is known to carry nothing; whoever restores it wakes those who wait. */
  readonly isDown: () => boolean;
  /** The engine ends: what has begun is finished, and nothing else is begun. */
  readonly isEnding: () => boolean;
  /** Somebody may be writing to the customer at this moment: nothing is said over them. */
  readonly isHeld: (lead: string) => boolean;
  readonly standings: Pick<Standings, 'isKnown' | 'ask'>;
  /** Webhooks told lies of this lead. */
  readonly isDoubted: (lead: string) => boolean;
  /** It did not arrive, as far as the history tells, and is sent again. */
  readonly onAgain: (row: OutboxRow) => void;
  readonly onDelivery: (lead: string, id: number) => void;
  /** Value: is it the connection's fault, so that `isDown` holds until it is restored? */
  readonly onFault: (fault: Fault) => boolean;
}
