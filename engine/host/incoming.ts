import type { Fault } from '../model/fault.ts';
import type { ReadBackMode } from '../model/readBackMode.ts';
import type { Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { FORGOTTEN, isForgotten as wasForgotten } from '../store/forgotten.ts';
import type { Patience } from './askPatiently.ts';
import type { CurrentCrm } from './crm.ts';
import { createDoorbell, type Doorbell } from './doorbell.ts';
import { createDoubts, type Doubts, type ForgedCounts } from './doubts.ts';
import { createHearing } from './hearing.ts';
import type { Pace } from './pace.ts';
import type { Programs } from './programs.ts';
import { createReadBack } from './readBack.ts';
import { createReceive, type Receive } from './receive.ts';
import { createStandings, type Standings } from './standings.ts';
import type { Sessions } from './sessions.ts';
import type { Testers } from './testers.ts';
import { createWitness } from './witness.ts';

/** How far webhooks are believed, and what lies they told. */
export interface Trust {
  readonly readBack: () => ReadBackMode;
  readonly setReadBack: (mode: ReadBackMode) => Promise<Result<void>>;
  readonly forged: () => ForgedCounts;
}

export interface IncomingDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
  /** By how much this clock is ahead of the account's, ms. */
  readonly aheadMs: () => number;
  readonly programs: Programs;
  readonly sessions: Sessions;
  readonly crm: CurrentCrm;
  readonly patience: Patience;
  readonly testers: Pick<Testers, 'meet' | 'mayMeet'>;
  readonly liveVersion: (lead: string) => number | null;
  readonly isDown: () => boolean;
  readonly onFault: (fault: Fault) => boolean;
  /** Something may run. */
  readonly onInbox: (lead: string, due: number) => void;
  readonly onEcho: (lead: string) => void;
}

/** The way from a webhook to what may run: heard, kept, looked up in the account's history. */
export interface Incoming {
  readonly receive: Receive;
  readonly standings: Standings;
  readonly doorbell: Doorbell;
  readonly doubts: Doubts;
  readonly trust: Trust;
  stop(): Promise<void>;
}

export function createIncoming(deps: IncomingDeps): Incoming {
  const { store, clock, log, pace, crm, sessions, testers, aheadMs } = deps;
  const { settleMs, staleMs, lateMs } = pace;
  const doubts = createDoubts(clock, log);
  const isForgotten = (lead: string, at: number): boolean => {
    return wasForgotten(store.read.setting(FORGOTTEN), lead, at);
  };
  const hearing = createHearing({ ...deps, isForgotten });
  const readBack = createReadBack({ store, clock, log, crm, sessions, doubts, settleMs });
  const witness = createWitness({ store, clock, log, doubts, hearing, testers, aheadMs, staleMs, lateMs });
  const doorbell = createDoorbell({
    ...deps,
    doubts,
    settleMs,
    witness,
    onSettled: (lead) => deps.onInbox(lead, 0),
  });
  const receive = createReceive({ ...deps, hearing, isForgotten, doubts, doorbell, readBack });
  return {
    receive,
    standings: createStandings({ ...deps, take: (event) => receive.take(event) }),
    doorbell,
    doubts,
    trust: {
      readBack: () => readBack.mode(),
      setReadBack: (mode) => readBack.setMode(mode),
      forged: () => doubts.counts(),
    },
    stop() {
      readBack.stop();
      return doorbell.stop();
    },
  };
}
