import { useEffect, useState } from 'react';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Change } from '../../engine/flow/diff/change.ts';
import { diffBots } from '../../engine/flow/diffBots.ts';
import { useEditor } from '../editor/store.ts';

/** Quiet after the last change before the draft is compared again (ms). */
const QUIET_MS = 300;

/** What makes the draft on screen another bot than `base`; null = not known yet, or there is nothing to compare with. */
export function useChangesSince(base: Bot | null): readonly Change[] | null {
  const draft = useEditor((state) => (state.isOpen ? (state.viewing?.draft.bot ?? state.bot) : null));
  const [compared, setCompared] = useState<{ base: Bot; changes: readonly Change[] } | null>(null);
  const isFirst = compared?.base !== base;
  useEffect(() => {
    if (base === null || draft === null) return undefined;
    const timer = setTimeout(() => setCompared({ base, changes: diffBots(base, draft) }), isFirst ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [base, draft, isFirst]);
  return base !== null && compared?.base === base ? compared.changes : null;
}
