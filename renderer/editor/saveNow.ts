import { create } from 'zustand';
import { copyOf } from '../copy/i18n.ts';
import { toast } from '../ui/toast.ts';
import type { OpenDraft } from './openDraft.ts';

const EXPLAINED = 'dialogram.saveExplained';

/** Grows with each Ctrl+S: the status bar answers it. */
export const useSaveFlash = create<{ readonly count: number }>(() => ({ count: 0 }));

/** Ctrl+S, out of habit: nothing waits for it, so it never fails; the first time it is told why. */
export function saveNow(draft: OpenDraft | null): void {
  void draft?.flush();
  useSaveFlash.setState(({ count }) => ({ count: count + 1 }));
  if (localStorage.getItem(EXPLAINED) !== null) return;
  toast(copyOf('editor')('saveExplained'), { tone: 'success', ms: 8_000 });
  try {
    localStorage.setItem(EXPLAINED, '1');
  } catch {
    // Storage may be full or switched off: it is explained again next time.
  }
}
