import { type Copy, copyOf } from '../copy/i18n.ts';
import { kindWord } from '../nodes/blockTitle.ts';
import { isKind } from '../nodes/isKind.ts';
import { announce } from './announcer.ts';
import type { StepKey, StepLabel } from './command.ts';
import { refuseWriting } from './refuseWriting.ts';
import { useEditor } from './store.ts';

/** Said without a number of one thing alone: the plural form «one» is of 21 and 101 too. */
const OF_ONE = {
  move: 'moveOne',
  addTopics: 'addTopic',
  addPhrases: 'addPhrase',
  removePhrases: 'removePhrase',
  movePhrases: 'movePhrase',
  removeNote: 'removeNoteOne',
} as const satisfies Partial<Record<StepKey, string>>;

function wordsKey({ key, count = 1 }: StepLabel): StepKey | (typeof OF_ONE)[keyof typeof OF_ONE] {
  return count === 1 && Object.hasOwn(OF_ONE, key) ? OF_ONE[key as keyof typeof OF_ONE] : key;
}

/** What a step is called: «удаление блока „Доставка“». A block without a name goes by the word for its kind. */
export function stepWords(label: StepLabel, t: Copy<'editor'> = copyOf('editor')): string {
  const name = label.name ?? '';
  return t(`steps.${wordsKey(label)}`, { name: isKind(name) ? kindWord(name) : name, count: label.count ?? 1 });
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
