import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckResult } from '../../../engine/check/checkResult.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { useEditor } from '../../editor/store.ts';
import { askInbox } from './askInbox.ts';
import type { Ask } from './inboxJobs.ts';

/** What became of the bot's checks after it was taught something. */
export type Recheck =
  | { readonly kind: 'running' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'done'; readonly results: readonly CheckResult[] };

/** Runs the checks that a lesson concerns. What they said of another draft than that on screen is forgotten. */
export function useRecheck(): {
  readonly recheck: Recheck | null;
  readonly run: (through: Ask<'checks'>['through']) => void;
} {
  const bot = useEditor((state) => state.bot);
  const [last, setLast] = useState<{ readonly bot: Bot; readonly state: Recheck } | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const run = useCallback((through: Ask<'checks'>['through']) => {
    const { bot: taught } = useEditor.getState();
    setLast({ bot: taught, state: { kind: 'running' } });
    void askInbox('checks', { bot: taught, through }).then((results) => {
      if (results === 'superseded') return;
      const state: Recheck = results === null ? { kind: 'broken' } : { kind: 'done', results };
      if (!isGone.current) setLast((present) => (present?.bot === taught ? { bot: taught, state } : present));
    });
  }, []);

  return { recheck: last?.bot === bot ? last.state : null, run };
}
