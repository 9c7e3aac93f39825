import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Intent } from '../../../engine/model/definitions.ts';
import { readyIntents } from '../../../engine/nlu/readyIntents/readyIntents.ts';
import { fold } from '../../ui/wordFit.ts';
import { phraseKey } from '../../../engine/nlu/phraseKey.ts';

export interface ReadyTopic {
  readonly id: string;
  readonly name: string;
  /** All there is in the languages of the bot. */
  readonly phrases: readonly string[];
  /** What the bot does not have in its topic of this id yet; all of them where it has no such topic. */
  readonly fresh: readonly string[];
  readonly isKnown: boolean;
}

/** The languages that ready-made topics are written in. */
const WRITTEN = ['ru', 'en'] as const;

/** Ready-made topics in the languages of the bot, the main one first; in English where it speaks none that we have. */
export function readyTopics(bot: Bot): readonly ReadyTopic[] {
  const spoken = [bot.language, ...(bot.languages ?? [])];
  const written = [...new Set(spoken)].flatMap((code) => WRITTEN.find((each) => each === code) ?? []);
  const topics = new Map<string, { name: string; phrases: string[] }>();
  for (const language of written.length > 0 ? written : (['en'] as const))
    for (const { id, name, phrases } of readyIntents(language)) {
      const known = topics.get(id);
      if (known) known.phrases.push(...phrases);
      else topics.set(id, { name, phrases: [...phrases] });
    }
  return [...topics].map(([id, { name, phrases }]) => {
    // A topic that the author has called so is the same to everybody.
    const own =
      bot.intents?.find((topic) => topic.id === id) ??
      bot.intents?.find((topic) => fold(topic.name) === fold(name) && !topics.has(topic.id));
    const has = new Set(own?.phrases.map(phraseKey));
    return {
      id: own?.id ?? id,
      name,
      phrases,
      fresh: phrases.filter((phrase) => !has.has(phraseKey(phrase))),
      isKnown: own !== undefined,
    };
  });
}

/** A ready-made topic as one of the bot's; `most` keeps its first phrases alone. */
export function asTopic({ id, name, fresh }: ReadyTopic, most = fresh.length): Intent {
  return { id, name, phrases: fresh.slice(0, most) };
}
