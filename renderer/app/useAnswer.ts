import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { Result } from '../../engine/model/result.ts';
import type { Push } from '../../engine/protocol.ts';
import { onPush } from '../bridge.ts';
import { useEngine } from './engine.ts';

interface Answered<T> {
  /** The last good one; null = none yet. */
  readonly answer: T | null;
  /** Why there is no newer one. */
  readonly fault: Fault | null;
  readonly reload: () => void;
}

/**
 * What the engine answers, asked again when it is back and when it tells of news. `newsIn`: so many ms are gathered before
 * (a burst is read once), 0 = at once, null = that is no news. Both functions must stay the same ones while the question does.
 */
export function useAnswer<T>(ask: () => Promise<Result<T>>, newsIn: (push: Push) => number | null): Answered<T> {
  const [answered, setAnswered] = useState<Omit<Answered<T>, 'reload'>>({ answer: null, fault: null });
  const [round, setRound] = useState(0);
  const isLinked = useEngine((state) => state.link === 'open');

  useEffect(() => {
    if (!isLinked) return undefined;
    let isOld = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    async function load(): Promise<void> {
      timer = null;
      const reply = await ask();
      if (isOld) return;
      if (reply.ok) setAnswered({ answer: reply.value, fault: null });
      else setAnswered((before) => ({ ...before, fault: reply.fault }));
    }
    const stop = onPush((push) => {
      const wait = newsIn(push);
      if (wait === 0) void load();
      else if (wait !== null) timer ??= setTimeout(() => void load(), wait);
    });
    void load();
    return () => {
      isOld = true;
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [ask, newsIn, round, isLinked]);

  return { ...answered, reload: useCallback(() => setRound((count) => count + 1), []) };
}
