import { useEffect } from 'react';
import { copyOf } from '../copy/i18n.ts';
import { toast } from '../ui/toast.ts';
import { forgetCrash, useRecovery } from './recovery.ts';

/** Long enough to be read by someone who is still looking for what is lost (ms). */
const SHOWN_MS = 10_000;

/** The one line after a crash, once the flow that stood open is there again. */
export function useRecovered(bot: string, isOpen: boolean): void {
  const crashed = useRecovery((state) => state.crashed.some((mark) => mark.bot === bot));
  useEffect(() => {
    if (!isOpen || !crashed) return;
    forgetCrash(bot);
    toast(copyOf('editor')('recovered'), { tone: 'success', ms: SHOWN_MS });
  }, [bot, isOpen, crashed]);
}
