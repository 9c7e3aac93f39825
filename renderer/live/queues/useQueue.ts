import { useCallback } from 'react';
import type { Fault } from '../../../engine/model/fault.ts';
import type { QueueKind, QueueRow } from '../../../engine/protocol/queueViews.ts';
import type { Push, Reply } from '../../../engine/protocol.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { call } from '../../bridge.ts';

interface Listed {
  readonly rows: readonly QueueRow[] | null;
  readonly counts: Reply<'queues.list'>['counts'] | null;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

const GATHER_MS = 250;
const NEWS: ReadonlySet<Push['push']> = new Set(['queues', 'delivery', 'turn', 'status']);
const newsIn = ({ push }: Push): number | null => (NEWS.has(push) ? GATHER_MS : null);

/** The rows of these queues, read again whenever the engine says that something moved. `kinds` must stay the same array. */
export function useQueue(kinds: readonly QueueKind[]): Listed {
  const { answer, ...rest } = useAnswer(
    useCallback(() => call('queues.list', { kinds: [...kinds] }), [kinds]),
    newsIn,
  );
  return { rows: answer?.rows ?? null, counts: answer?.counts ?? null, ...rest };
}
