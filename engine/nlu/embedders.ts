import type { Embedder } from './embedder.ts';
import type { TrainingSet } from './intentModel.ts';

/** The packs of a process. Each is read when it is first needed; one that can't be read is not there. */
export interface Embedders {
  /** Those that help a bot with these phrases, in a fixed order; none where there are no phrases. */
  for(set: TrainingSet): readonly Embedder[];
  /** For a model that was learned elsewhere, in a thread of its own. */
  named(id: string): Embedder | undefined;
}

const NONE: Embedders = { for: () => [], named: () => undefined };

let provided = NONE;

/**
 * Says where this process has its packs: asked of whoever starts it, once, before anything is learned. So that the bot
 * that is tried, checked and run is one bot, they are not handed through every call that learns or answers.
 */
export function provideEmbedders(embedders: Embedders | null): void {
  provided = embedders ?? NONE;
}

export function embeddersFor(set: TrainingSet): readonly Embedder[] {
  return provided.for(set);
}

export function embedderNamed(id: string): Embedder | undefined {
  return provided.named(id);
}
