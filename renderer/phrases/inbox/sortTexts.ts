import type { Bot } from '../../../engine/flow/botSchema.ts';
import { phraseKey } from '../../../engine/nlu/phraseKey.ts';
import type { Unrecognised } from '../../../engine/protocol/phrases.ts';
import { menuOptions } from './menuOptions.ts';
import type { Point } from './inboxJobs.ts';

/** A text with what would be saved of it. */
export interface Said extends Unrecognised {
  readonly point: Point;
}
/** Texts that ask for the same; the first is the one the others are like. */
export interface Group {
  /** Of its first text: the same while that one is in it. */
  readonly id: string;
  readonly texts: readonly Said[];
  readonly count: number;
}

/** What the worker made of the texts it was given. */
export interface Grouped {
  readonly texts: readonly Unrecognised[];
  readonly points: readonly Point[];
  readonly groups: readonly (readonly number[])[];
}

/** Groups of what waits (or of what was put aside), less what the draft has learned meanwhile: taken back, it is here again. */
export function sortTexts({ texts, points, groups }: Grouped, bot: Bot, which: 'waiting' | 'aside'): readonly Group[] {
  const isKnown = knownTo(bot);
  return groups
    .flatMap((members): Group[] => {
      const said = members.flatMap((member): Said[] => {
        const text = texts[member];
        const point = points[member];
        if (text === undefined || point === undefined || text.ignored !== (which === 'aside')) return [];
        const own = { ...text, point };
        return which === 'waiting' && isKnown(own) ? [] : [own];
      });
      const [first] = said;
      return first === undefined ? [] : [{ id: first.key, texts: said, count: countOf(said) }];
    })
    .sort((one, other) => other.count - one.count);
}

function countOf(texts: readonly Said[]): number {
  return texts.reduce((sum, { count }) => sum + count, 0);
}

/** Is it a phrase of some topic, or what an option of the menu it was said at is called? */
function knownTo(bot: Bot): (text: Said) => boolean {
  const phrases = new Set((bot.intents ?? []).flatMap((topic) => topic.phrases.map(phraseKey)));
  const options = new Map<string, ReadonlySet<string>>();
  const optionsAt = (flow: string, node: string): ReadonlySet<string> => {
    const place = `${flow}/${node}`;
    const known = options.get(place);
    if (known !== undefined) return known;
    const own = menuOptions(bot, { flow, node }) ?? [];
    const keys = new Set(own.flatMap(({ label, synonyms = [] }) => [label, ...synonyms].map(phraseKey)));
    options.set(place, keys);
    return keys;
  };
  return ({ key, point, places }) =>
    phrases.has(key) ||
    phrases.has(point.key) ||
    places.every(({ flow, node }) => optionsAt(flow, node).has(point.key) || optionsAt(flow, node).has(key));
}
