import { useEffect, useState } from 'react';
import type { Fault } from '../../../engine/model/fault.ts';
import type { QueueKind, QueueRow } from '../../../engine/protocol/queueViews.ts';
import type { Push, Reply } from '../../../engine/protocol.ts';
import { useEngine } from '../../app/engine.ts';
import { call, onPush } from '../../bridge.ts';

interface Listed {
  readonly rows: readonly QueueRow[] | null;
  readonly counts: Reply<'queues.list'>['counts'] | null;
  readonly fault: Fault | null;
}

/** A burst of news is read once. */
const GATHER_MS = 250;
const NEWS: ReadonlySet<Push['push']> = new Set(['queues', 'delivery', 'turn', 'status']);

/** The rows of these queues, read again whenever the engine says that something moved. `kinds` must stay the same array. */
export function useQueue(kinds: readonly QueueKind[]): Listed & { readonly reload: () => void } {
  const [listed, setListed] = useState<Listed>({ rows: null, counts: null, fault: null });
  const [round, setRound] = useState(0);
  const isLinked = useEngine((state) => state.link === 'open');

  useEffect(() => {
    if (!isLinked) return undefined;
    let isOld = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    async function load(): Promise<void> {
      timer = null;
      const reply = await call('queues.list', { kinds: [...kinds] });
      if (isOld) return;
      if (reply.ok) setListed({ rows: reply.value.rows, counts: reply.value.counts, fault: null });
      else setListed((before) => ({ ...before, fault: reply.fault }));
    }
    const stop = onPush((push) => {
      if (NEWS.has(push.push)) timer ??= setTimeout(() => void load(), GATHER_MS);
    });
    void load();
    return () => {
      isOld = true;
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [kinds, round, isLinked]);

  return { ...listed, reload: () => setRound((count) => count + 1) };
}
