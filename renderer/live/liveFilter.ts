import { create } from 'zustand';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { sessionState } from './sessionState.ts';

export const LIVE_FILTERS = ['all', 'waiting', 'human', 'bot', 'failed', 'quiet'] as const;
export type LiveFilter = (typeof LIVE_FILTERS)[number];

interface Chosen {
  readonly filter: LiveFilter;
  readonly query: string;
}

/** Whom the list shows: kept while one looks at the queues or at another screen, forgotten with the window. */
export const useLiveFilter = create<Chosen>(() => ({ filter: 'all', query: '' }));

export function fitsFilter(session: LiveSession, filter: LiveFilter): boolean {
  const state = sessionState(session);
  if (filter === 'all') return true;
  if (filter === 'human') return session.owner === 'human';
  if (filter === 'failed') return hasFailed(session);
  return filter === 'quiet' ? state === 'off' || state === 'ended' : state === filter;
}

/** Something did not arrive or could not be read, or the flow itself broke and people have it now. */
export function hasFailed({ troubled, owner, reason }: LiveSession): boolean {
  return troubled || (owner === 'human' && reason === 'failure');
}
