import type { Embedder } from './embedder.ts';
import type { TrainingSet } from './intentModel.ts';

/** The packs of a process. Each is read when it is first needed; one that can't be read is not there. */
export interface Embedders {
  /** Those that help a bot with these phrases, in a fixed order; none where there are no phrases. */
  for(set: TrainingSet): readonly Embedder[];
  /** For a model that was learned elsewhere, in a thread of its own. */
  named(id: string): Embedder | undefined;
}

/** A pack that this process does not bring: its owner has chosen it. */
export interface ChosenPack {
  readonly embedder: Embedder;
  /** ISO 639-1 code of the language it helps with. */
  readonly language: string;
}

const NONE: Embedders = { for: () => [], named: () => undefined };

let provided = NONE;
let chosen: ChosenPack | null = null;

/**
 * Says where this process has its packs: asked of whoever starts it, once, before anything is learned. So that the bot
 * that is tried, checked and run is one bot, they are not handed through every call that learns or answers.
 */
export function provideEmbedders(embedders: Embedders | null): void {
  provided = embedders ?? NONE;
}

/** Puts the owner's pack beside those of the process, in the place of the one before; null takes it away. */
export function chooseEmbedder(pack: ChosenPack | null): void {
  chosen = pack;
}

export function embeddersFor(set: TrainingSet): readonly Embedder[] {
  const own = provided.for(set);
  if (chosen?.language === undefined || !set.languages.includes(chosen.language)) return own;
  return set.intents.some(({ phrases }) => phrases.length > 0) ? [...own, chosen.embedder] : own;
}

/** Those that cost next to nothing: a bot learned with them alone can serve until the rest is learned. */
export function quickEmbeddersFor(set: TrainingSet): readonly Embedder[] {
  return embeddersFor(set).filter(({ slow }) => slow !== true);
}

export function embedderNamed(id: string): Embedder | undefined {
  return chosen?.embedder.id === id ? chosen.embedder : provided.named(id);
}
