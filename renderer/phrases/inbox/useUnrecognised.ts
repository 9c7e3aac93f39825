import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../../engine/model/fault.ts';
import type { Unrecognised } from '../../../engine/protocol/phrases.ts';
import { useEngine } from '../../app/engine.ts';
import { call, onPush } from '../../bridge.ts';

interface Listed {
  readonly texts: readonly Unrecognised[] | null;
  readonly fault: Fault | null;
}

/** A busy shop has news every second; the list that somebody works on need not jump with each. */
const GATHER_MS = 1_500;

/** What the bot did not understand, read again when more came. */
export function useUnrecognised(bot: string): Listed & { readonly reload: () => void } {
  const [listed, setListed] = useState<Listed>({ texts: null, fault: null });
  const [round, setRound] = useState(0);
  const isLinked = useEngine((state) => state.link === 'open');

  useEffect(() => {
    if (!isLinked) return undefined;
    let isOld = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    async function load(): Promise<void> {
      timer = null;
      const reply = await call('phrases.unrecognised', { bot });
      if (isOld) return;
      if (reply.ok) setListed({ texts: reply.value.texts, fault: null });
      else setListed((before) => ({ ...before, fault: reply.fault }));
    }
    const stop = onPush((push) => {
      if (push.push === 'phrases' && push.bot === bot) void load();
      if (push.push === 'turn' && push.turn.event.type !== 'timer') timer ??= setTimeout(() => void load(), GATHER_MS);
    });
    void load();
    return () => {
      isOld = true;
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [bot, round, isLinked]);

  return { ...listed, reload: useCallback(() => setRound((count) => count + 1), []) };
}
