import type { Intent } from '../../engine/model/definitions.ts';
import { meaningOf } from '../../engine/nlu/overlaps.ts';

/** The same phrase, but for endings and the order of words, in another topic. */
export interface Twin {
  readonly topic: string;
  readonly phrase: string;
}

/** Topics that did not change share their list with the version before: what their phrases mean is found once. */
const meanings = new WeakMap<readonly string[], readonly string[]>();

function meaningsOf(phrases: readonly string[]): readonly string[] {
  const known = meanings.get(phrases);
  if (known) return known;
  const found = phrases.map(meaningOf);
  meanings.set(phrases, found);
  return found;
}

/** Phrases that stand in other topics too: by topic and by phrase, the first twin of each. */
export function findTwins(topics: readonly Intent[]): ReadonlyMap<string, ReadonlyMap<string, Twin>> {
  const holders = new Map<string, Twin[]>();
  for (const { id, phrases } of topics)
    meaningsOf(phrases).forEach((meaning, at) => {
      if (meaning === '') return;
      const list = holders.get(meaning);
      const twin = { topic: id, phrase: phrases[at] ?? '' };
      if (list === undefined) holders.set(meaning, [twin]);
      else list.push(twin);
    });
  const twins = new Map<string, Map<string, Twin>>();
  for (const list of holders.values()) {
    if (list.every(({ topic }) => topic === list[0]?.topic)) continue;
    for (const { topic, phrase } of list) {
      const other = list.find((each) => each.topic !== topic);
      const own = twins.get(topic) ?? new Map<string, Twin>();
      if (other && !own.has(phrase)) own.set(phrase, other);
      twins.set(topic, own);
    }
  }
  return twins;
}
