import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { toast, type ToastAction } from '../ui/toast.ts';

/** For an action of the person's own whose place on the screen is gone by now; otherwise say it at the place (FaultBanner). */
export function showFault(fault: Fault, action?: ToastAction): void {
  const { what, todo } = faultWords(fault, currentLanguage());
  toast(`${what} ${todo}`, { tone: 'danger', ms: 9_000, ...(action !== undefined && { action }) });
}
