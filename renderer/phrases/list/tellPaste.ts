import { copyOf } from '../../copy/i18n.ts';
import { toast } from '../../ui/toast.ts';
import type { Pasted } from '../readPaste.ts';
import { undoToast } from '../../editor/undoToast.ts';

/** «Добавлено 12 фраз, 2 повтора пропущены»: nothing is dropped without a word. */
export function tellPaste({ phrases, repeated, empty }: Pasted): void {
  const t = copyOf('phrases');
  const words = [
    phrases.length > 0 ? t('list.added', { count: phrases.length }) : t('list.addedNone'),
    ...(repeated > 0 ? [t('list.skippedRepeated', { count: repeated })] : []),
    ...(empty > 0 ? [t('list.skippedEmpty', { count: empty })] : []),
  ].join(', ');
  if (phrases.length > 0) undoToast(words);
  else toast(words);
}
