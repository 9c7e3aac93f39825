import type { EngineStatus } from '../../engine/protocol/engineView.ts';

/** How much waits for a person: questions nobody answered in time, and what the queues cannot settle by themselves. */
export function needYou(queues: EngineStatus['queues'] | undefined): {
  readonly away: number;
  readonly queued: number;
} {
  if (queues === undefined) return { away: 0, queued: 0 };
  const { inboxAway, inboxParked, outboxUnknown, outboxDead } = queues;
  return { away: inboxAway, queued: inboxParked - inboxAway + outboxUnknown + outboxDead };
}
