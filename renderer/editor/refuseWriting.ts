import { copyOf } from '../copy/i18n.ts';
import { toast } from '../ui/toast.ts';

/** Says why nothing happens: what is on screen can only be looked at. */
export function refuseWriting(): void {
  toast(copyOf('canvas')('saidReadOnly'), { ms: 3_000 });
}
