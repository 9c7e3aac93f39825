import { useEffect, useRef, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { Reply } from '../../engine/protocol.ts';
import { call } from '../bridge.ts';

export type Account = Reply<'connection.checkToken'>;

export interface TokenCheck {
  readonly state: 'empty' | 'checking' | 'good' | 'failed';
  readonly account: Account | null;
  readonly fault: Fault | null;
  /** Asks again about the same token. */
  readonly retry: () => void;
}

/** Quiet after the last key before the token is tried; a pasted one is whole at once. */
const QUIET_MS = 400;
const SHORTEST = 8;

/** Looks behind a token as soon as it is there. The answer to an older token is never shown for a newer one. */
export function useTokenCheck(token: string, server: string): TokenCheck {
  const [answer, setAnswer] = useState<Omit<TokenCheck, 'retry'>>({ state: 'empty', account: null, fault: null });
  const [round, setRound] = useState(0);
  const before = useRef('');

  useEffect(() => {
    const wasPasted = token.length - before.current.length > 1;
    before.current = token;
    if (token.length < SHORTEST) {
      setAnswer({ state: 'empty', account: null, fault: null });
      return undefined;
    }
    let isOld = false;
    async function check(): Promise<void> {
      setAnswer((last) => ({ ...last, state: 'checking' }));
      const reply = await call('connection.checkToken', { token, ...(server !== '' && { baseUrl: server }) });
      if (isOld) return;
      if (reply.ok) setAnswer({ state: 'good', account: reply.value, fault: null });
      else setAnswer({ state: 'failed', account: null, fault: reply.fault });
    }
    const timer = setTimeout(() => void check(), wasPasted || round > 0 ? 0 : QUIET_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [token, server, round]);

  return { ...answer, retry: () => setRound((count) => count + 1) };
}
