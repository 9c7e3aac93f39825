import { type Copy, copyOf } from '../copy/i18n.ts';
import { kindWord } from '../nodes/blockTitle.ts';
import { isKind } from '../nodes/isKind.ts';
import { announce } from './announcer.ts';
import type { StepLabel } from './command.ts';
import { refuseWriting } from './refuseWriting.ts';
import { useEditor } from './store.ts';

/** What a step is called: «удаление блока „Доставка“». A block without a name goes by the word for its kind. */
export function stepWords(label: StepLabel, t: Copy<'editor'> = copyOf('editor')): string {
  const name = label.name ?? '';
  return t(`steps.${label.key}`, { name: isKind(name) ? kindWord(name) : name, count: label.count ?? 1 });
}

/** Undo or redo, and say what it was. */
export function stepBack(way: 'undo' | 'redo'): void {
  const t = copyOf('editor');
  if (useEditor.getState().readOnly) {
    refuseWriting();
    return;
  }
  const label = useEditor.getState()[way]();
  if (label) announce(t(way === 'undo' ? 'undone' : 'redone', { step: stepWords(label, t) }));
  else announce(t(way === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
}
