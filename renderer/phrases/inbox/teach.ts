import type { Intent } from '../../../engine/model/definitions.ts';
import { phraseKey } from '../../../engine/nlu/phraseKey.ts';
import { newId } from '../../editor/newId.ts';
import { useEditor } from '../../editor/store.ts';
import { menuOptions } from './menuOptions.ts';
import type { Said } from './sortTexts.ts';

// What is done with texts that were not understood: each is one step of undo.

const NO_TOPICS: readonly Intent[] = [];

/** What would be saved of these: each phrase once, less what is there already. */
export function phrasesOf(texts: readonly Said[], there: readonly string[] = []): string[] {
  const known = new Set(there.map(phraseKey));
  return texts.flatMap(({ point }) => {
    if (point.key === '' || known.has(point.key)) return [];
    known.add(point.key);
    return [point.phrase];
  });
}

/** Value: how many phrases the topic has got. */
export function teachTopic(topic: string, texts: readonly Said[]): number {
  const { bot, run } = useEditor.getState();
  const topics = bot.intents ?? NO_TOPICS;
  const known = topics.find(({ id }) => id === topic);
  if (known === undefined) return 0;
  const added = phrasesOf(texts, known.phrases);
  const intents = topics.map((one) => (one === known ? { ...one, phrases: [...one.phrases, ...added] } : one));
  const step = { key: 'addPhrases', name: known.name, count: added.length } as const;
  return added.length > 0 && run('setTopics', { intents, step }) ? added.length : 0;
}

/** Value: how many phrases the new topic has. */
export function teachNewTopic(name: string, texts: readonly Said[]): number {
  const { bot, run } = useEditor.getState();
  const topics = bot.intents ?? NO_TOPICS;
  const id = newId('topic', (taken) => topics.some((topic) => topic.id === taken));
  const phrases = phrasesOf(texts);
  const step = { key: 'addTopics', name, count: 1 } as const;
  return run('setTopics', { intents: [...topics, { id, name, phrases }], step }) ? phrases.length : 0;
}

/** Value: how many more ways to say the option there are. */
export function teachOption(
  place: { readonly flow: string; readonly node: string },
  option: string,
  texts: readonly Said[],
): number {
  const { bot, run } = useEditor.getState();
  const options = menuOptions(bot, place);
  const known = options?.find(({ id }) => id === option);
  if (options === null || known === undefined) return 0;
  const synonyms = known.synonyms ?? [];
  const added = phrasesOf(texts, [known.label, ...synonyms]);
  const patch = {
    options: options.map((one) => (one === known ? { ...one, synonyms: [...synonyms, ...added] } : one)),
  };
  return added.length > 0 && run('setData', { ...place, patch }) ? added.length : 0;
}
