import { useEffect, useState } from 'react';
import type { LiveSession } from '../../../engine/protocol/liveViews.ts';
import type { Fault } from '../../../engine/model/fault.ts';
import type { Reply } from '../../../engine/protocol.ts';
import { call } from '../../bridge.ts';

export type Details = Reply<'live.details'>;
interface Read {
  readonly details: Details | null;
  readonly fault: Fault | null;
}

/** What the engine keeps of a conversation, read anew whenever it is told of; what was there stays until then. */
export function useDetails(session: LiveSession): Read {
  const [read, setRead] = useState<Read>({ details: null, fault: null });
  const { lead } = session;
  useEffect(() => {
    let isOld = false;
    void call('live.details', { lead }).then((reply) => {
      if (isOld) return;
      setRead((before) =>
        reply.ok ? { details: reply.value, fault: null } : { details: before.details, fault: reply.fault },
      );
    });
    return () => {
      isOld = true;
    };
    // `session` is a new object with each push about it.
  }, [lead, session]);
  return read;
}
