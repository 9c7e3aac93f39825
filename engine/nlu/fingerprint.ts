import { embeddersFor } from './embedders.ts';
import type { Embedder } from './embedder.ts';
import type { TrainingSet } from './intentModel.ts';

/** Grows when the engine itself changes what it learns from the same phrases. */
const ENGINE = 5;

/** Short hash of everything training depends on: an equal fingerprint means an equal model. Two FNV-1a halves, 16 hex digits. */
export function fingerprint(set: TrainingSet, embedders: readonly Embedder[] = embeddersFor(set)): string {
  const text = JSON.stringify([
    ENGINE,
    set.languages,
    set.intents.map((intent) => [intent.id, intent.name ?? '', intent.phrases]),
    set.negatives ?? [],
    embedders.map(({ id }) => id),
  ]);
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (i & 0xff), 0x85ebca6b);
    high ^= high >>> 13;
  }
  return hex(low) + hex(high);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
