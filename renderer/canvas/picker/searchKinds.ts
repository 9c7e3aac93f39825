import { KIND_NAMES, type KindName } from '../../../engine/nodes/kind.ts';
import { nodesCopy } from '../../copy/nodes.ts';
import { pickerCopy } from '../../copy/picker.ts';
import { fitOf, fold, wordsOf } from '../../ui/wordFit.ts';

const NAMES = KIND_NAMES.map((kind) => ({
  kind,
  names: [nodesCopy.ru.kind[kind], nodesCopy.en.kind[kind]].map(fold),
  others: [
    ...wordsOf(pickerCopy.ru.synonyms[kind]),
    ...wordsOf(pickerCopy.en.synonyms[kind]),
    ...wordsOf(nodesCopy.ru.about[kind]),
    ...wordsOf(nodesCopy.en.about[kind]),
    kind,
  ],
}));

/** Kinds that fit what was typed, best first, whichever language it was typed in; all of them for nothing typed. */
export function searchKinds(text: string): readonly KindName[] {
  const query = fold(text);
  if (query === '') return KIND_NAMES;
  return NAMES.map(({ kind, names, others }) => ({ kind, fit: fitOf(names, others, query) }))
    .filter((found) => found.fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map((found) => found.kind);
}
