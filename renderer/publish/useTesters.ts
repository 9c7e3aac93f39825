import { useCallback, useEffect, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { Params } from '../../engine/protocol.ts';
import type { Testers } from '../../engine/protocol/botViews.ts';
import { useEngine } from '../app/engine.ts';
import { call } from '../bridge.ts';

export interface TestersOfAccount {
  /** Null until the first answer. */
  readonly value: Testers | null;
  readonly fault: Fault | null;
  readonly change: (change: Params<'testers.change'>) => Promise<boolean>;
}

/** The test contacts of the account, fresh: somebody may write the word at any moment. */
export function useTesters(): TestersOfAccount {
  // Anything the engine has to say about bots may be about who tries them out.
  const bots = useEngine((state) => state.bots);
  const [value, setValue] = useState<Testers | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => {
    let isGone = false;
    void call('testers.list', {}).then((reply) => {
      if (!isGone && reply.ok) setValue(reply.value.testers);
    });
    return () => {
      isGone = true;
    };
  }, [bots]);
  const change = useCallback(async (wanted: Params<'testers.change'>) => {
    const reply = await call('testers.change', wanted);
    setFault(reply.ok ? null : reply.fault);
    if (reply.ok) setValue(reply.value.testers);
    return reply.ok;
  }, []);
  return { value, fault, change };
}
