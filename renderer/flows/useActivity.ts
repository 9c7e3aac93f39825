import { useEffect, useState } from 'react';
import type { Reply } from '../../engine/protocol.ts';
import { useEngine } from '../app/engine.ts';
import { useNow } from '../app/useNow.ts';
import { call } from '../bridge.ts';

export type Activity = Reply<'bots.activity'>['bots'][number];

const EVERY_MS = 60_000;

/** Who has talked to each bot in the last 24 hours, looked up anew every minute and when somebody new writes. Null = not known now. */
export function useActivity(): ReadonlyMap<string, Activity> | null {
  const link = useEngine((state) => state.link);
  const people = useEngine((state) => state.sessionsTotal);
  const minute = Math.floor(useNow() / EVERY_MS);
  const [found, setFound] = useState<ReadonlyMap<string, Activity> | null>(null);

  useEffect(() => {
    if (link !== 'open') return undefined;
    let isOld = false;
    void call('bots.activity', {}).then((reply) => {
      if (!isOld) setFound(reply.ok ? new Map(reply.value.bots.map((bot) => [bot.id, bot])) : null);
    });
    return () => {
      isOld = true;
    };
  }, [link, people, minute]);

  return link === 'open' ? found : null;
}
