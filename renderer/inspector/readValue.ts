import type { Variable } from '../../engine/model/definitions.ts';
import type { Value } from '../../engine/model/value.ts';

/** What an author typed as the value of a variable; what does not fit its type stays text. Empty = not known. */
export function readValue(typed: string, type: Variable['type']): Value {
  const text = typed.trim();
  if (text === '') return null;
  if (type === 'list') return text.split(',').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
  if (type !== 'number') return text;
  const figure = Number(text.replaceAll(/\s/gu, '').replace(',', '.'));
  return Number.isFinite(figure) ? figure : text;
}
