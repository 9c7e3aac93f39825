import { fail, ok } from '../model/result.ts';
import type { UnrecognisedRow } from '../ports/phraseStore.ts';
import type { Unrecognised } from '../protocol/phrases.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';

const DAY = 86_400_000;
const HIT_DAYS = 7;

/** What customers wrote that the bot did not understand, and how often its topics were heard. */
export function phrasesApi(
  engine: Engine,
  now: () => number,
): Pick<Handlers, 'phrases.unrecognised' | 'phrases.ignore' | 'phrases.hits'> {
  const { store } = engine;
  return {
    'phrases.unrecognised': ({ bot }) => ok({ texts: byText(store.read.unrecognised(bot)) }),
    async 'phrases.ignore'({ bot, keys, ignored }) {
      const done = await store.write((writer) => writer.ignoreUnrecognised(bot, keys, ignored));
      if (!done.ok) return done;
      if (done.value === 0) return fail({ code: 'notFound', what: 'phrase', id: keys[0] ?? '' });
      engine.announce({ push: 'phrases', bot });
      return ok({});
    },
    'phrases.hits': ({ bot }) => ok({ topics: [...store.read.topicHits(bot, now() - (HIT_DAYS - 1) * DAY)] }),
  };
}

/** One line a text, over customers and places; the rows come newest first. */
function byText(rows: readonly UnrecognisedRow[]): Unrecognised[] {
  const texts = new Map<string, Unrecognised & { readonly leads: Set<string> }>();
  for (const { key, lead, flow, node, why, count, ...row } of rows) {
    let known = texts.get(key);
    if (known === undefined) {
      known = { key, lead, ...row, count: 0, people: 0, places: [], leads: new Set() };
      texts.set(key, known);
    }
    known.count += count;
    known.ignored ||= row.ignored;
    known.leads.add(lead);
    const place = known.places.find((other) => other.flow === flow && other.node === node);
    if (place === undefined) known.places.push({ flow, node, why, count });
    else place.count += count;
  }
  return [...texts.values()].map(({ leads, places, ...text }) => ({
    ...text,
    people: leads.size,
    places: places.sort((one, other) => other.count - one.count),
  }));
}
