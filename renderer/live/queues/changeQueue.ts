import type { QueueOutcome } from '../../../engine/protocol/queueViews.ts';
import type { Params } from '../../../engine/protocol.ts';
import { showFault } from '../../app/showFault.ts';
import { call } from '../../bridge.ts';
import { copyOf } from '../../copy/i18n.ts';
import { toast } from '../../ui/toast.ts';

export type QueueVerb = 'retry' | 'drop' | 'arrived';
const DONE = { retry: 'became.retried', drop: 'became.dropped', arrived: 'became.arrived' } as const;

/** Asks for it and says what became of it, also where it was too late. */
export async function changeQueue(verb: QueueVerb, choice: Params<'queues.retry'>): Promise<void> {
  const reply = await call(`queues.${verb}`, choice);
  if (!reply.ok) showFault(reply.fault);
  else toast(outcomeWords(verb, reply.value), { tone: reply.value.done > 0 ? 'success' : 'plain' });
}

function outcomeWords(verb: QueueVerb, { done, late, gone, people }: QueueOutcome): string {
  const t = copyOf('queues');
  return [
    ...(done > 0 ? [t(DONE[verb], { count: done })] : []),
    ...(late > 0 ? [t('became.late', { count: late })] : []),
    ...(people > 0 ? [t('became.people')] : []),
    ...(gone > 0 && done + late + people === 0 ? [t('became.gone')] : []),
  ].join(' ');
}
