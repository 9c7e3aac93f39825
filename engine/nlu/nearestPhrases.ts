import type { IntentModel } from './intentModel.ts';
import type { Vector } from './vocabulary.ts';

const INTENTS = 3;
const PHRASES = 3;
/** Phrases looked at per intent: a bound on the time of an answer, far above what authors write by hand. */
const LOOKED_AT = 200;

/** The author's phrases most like a message, by the dot product of their vectors, among the best-ranked intents. */
export function nearestPhrases(
  model: IntentModel,
  vector: Vector,
  ranked: readonly { readonly intent: string }[],
): { intent: string; phrase: string }[] {
  const { starts, ids, values } = model.phraseRows;
  const query = new Float32Array(model.rarity.known.length);
  vector.ids.forEach((id, i) => (query[id] = vector.values[i]!));
  const left = new Map(ranked.slice(0, INTENTS).map(({ intent }) => [model.intents.indexOf(intent), LOOKED_AT]));
  const found: { row: number; likeness: number }[] = [];
  model.phraseClass.forEach((label, row) => {
    const more = left.get(label) ?? 0;
    if (more === 0) return;
    left.set(label, more - 1);
    let likeness = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at++) likeness += query[ids[at]!]! * values[at]!;
    if (likeness > 0) found.push({ row, likeness });
  });
  found.sort((a, b) => b.likeness - a.likeness || a.row - b.row);
  return found.slice(0, PHRASES).map(({ row }) => ({
    intent: model.intents[model.phraseClass[row]!]!,
    phrase: model.phrases[row]!,
  }));
}
