import type { Intent } from '../../../engine/model/definitions.ts';
import { THRESHOLDS } from '../../../engine/nlu/decide.ts';
import type { Near } from './inboxJobs.ts';

export interface TopicOffer {
  readonly id: string;
  readonly name: string;
  readonly likeness: 'alike' | 'far' | 'none';
}

/** There are nine keys. */
const MOST = 9;

/** Topics to choose from by a digit: the nearest first, then the others in the author's order. */
export function offeredTopics(topics: readonly Intent[], near: readonly Near[]): readonly TopicOffer[] {
  const nearest = near.flatMap(({ topic, confidence }): TopicOffer[] => {
    const known = topics.find(({ id }) => id === topic);
    if (known === undefined) return [];
    return [{ id: known.id, name: known.name, likeness: confidence >= THRESHOLDS.normal.minimum ? 'alike' : 'far' }];
  });
  const others = topics.filter(({ id }) => !nearest.some((offer) => offer.id === id));
  return [...nearest, ...others.map(({ id, name }) => ({ id, name, likeness: 'none' as const }))].slice(0, MOST);
}
