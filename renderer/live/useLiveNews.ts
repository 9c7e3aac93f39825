import { useEffect, useRef } from 'react';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { useEngine } from '../app/engine.ts';
import { useRoute } from '../app/route.ts';
import { useNow } from '../app/useNow.ts';
import type { Copy } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { alarm, announce } from '../editor/announcer.ts';
import { type ConversationState, sessionState } from './sessionState.ts';

/** A customer who waits longer than this for a person has waited too long (ux.md, 2.7). */
const TOO_LONG_MS = 3 * 60_000;
const MINUTE = 60_000;

/** Tells screen readers who talks now, politely and in Live; and, wherever one is, who has waited too long. */
export function useLiveNews(): void {
  const t = useCopy('live');
  const sessions = useEngine((state) => state.sessions);
  const isLive = useRoute((state) => state.route.screen === 'live');
  const now = useNow();
  const known = useRef(new Map<string, ConversationState>());
  const told = useRef(new Set<string>());

  useEffect(() => {
    for (const session of sessions ?? []) {
      const state = sessionState(session);
      const before = known.current.get(session.lead);
      known.current.set(session.lead, state);
      if (!isLive || before === undefined || before === state) continue;
      announce(t('stateNews', { name: nameOf(session, t), state: t(`state.${state}`) }));
    }
  }, [sessions, isLive, t]);

  useEffect(() => {
    const late = (sessions ?? []).filter((session) => isTooLong(session, now) && !told.current.has(keyOf(session)));
    for (const session of late) told.current.add(keyOf(session));
    if (late.length === 0) return;
    alarm(
      late
        .slice(0, MOST_NAMES)
        .map((session) => lateWords(session, now, t))
        .join(' '),
    );
  }, [sessions, now, t]);
}

/** Nobody listens to a list of a hundred names. */
const MOST_NAMES = 3;

function isTooLong(session: LiveSession, now: number): boolean {
  const { waitingSince } = session;
  return waitingSince !== null && now - waitingSince >= TOO_LONG_MS;
}

/** One wait is told once. */
function keyOf({ lead, waitingSince }: LiveSession): string {
  return `${lead} ${String(waitingSince)}`;
}

function lateWords(session: LiveSession, now: number, t: Copy<'live'>): string {
  const count = Math.floor((now - (session.waitingSince ?? now)) / MINUTE);
  return t('tooLong', { name: nameOf(session, t), count });
}

function nameOf({ name }: LiveSession, t: Copy<'live'>): string {
  return name === '' ? t('noName') : name;
}
