import { KIND_NAMES, type KindName } from '../../../engine/nodes/kind.ts';
import { nodesCopy } from '../../copy/nodes.ts';
import { pickerCopy } from '../../copy/picker.ts';

/** How well a query fits a kind; 0 = not at all. */
type Score = 0 | 1 | 2 | 3 | 4;

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim();
}

const wordsOf = (text: string): string[] => fold(text).split(/[\s,./«»]+/u);

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

function score(names: readonly string[], others: readonly string[], query: string): Score {
  if (names.some((name) => name.startsWith(query))) return 4;
  if (names.some((name) => wordsOf(name).some((word) => word.startsWith(query)))) return 3;
  if (others.some((word) => word.startsWith(query))) return 2;
  if (query.length > 2 && [...names, ...others].some((word) => word.includes(query))) return 1;
  return 0;
}

/** Kinds that fit what was typed, best first, whichever language it was typed in; all of them for nothing typed. */
export function searchKinds(text: string): readonly KindName[] {
  const query = fold(text);
  if (query === '') return KIND_NAMES;
  return NAMES.map(({ kind, names, others }) => {
    const parts = query.split(/\s+/);
    const whole = score(names, others, query);
    const worst = Math.min(...parts.map((part) => score(names, others, part))) as Score;
    return { kind, score: Math.max(whole, worst) };
  })
    .filter((found) => found.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map((found) => found.kind);
}
