import type { Intent } from '../../engine/model/definitions.ts';
import type { SetTopicsArgs } from '../editor/commands/setTopics.ts';
import { newId } from '../editor/newId.ts';
import { useEditor } from '../editor/store.ts';
import { phraseKey } from '../../engine/nlu/phraseKey.ts';

// What is done with topics and phrases; each is one step of undo.

const NO_TOPICS: readonly Intent[] = [];

export function topicsNow(): readonly Intent[] {
  return useEditor.getState().bot.intents ?? NO_TOPICS;
}

function write(intents: readonly Intent[], step: SetTopicsArgs['step'], mergeKey?: string): boolean {
  return useEditor.getState().run('setTopics', { intents, step, ...(mergeKey !== undefined && { mergeKey }) });
}

function topicOf(id: string): Intent | undefined {
  return topicsNow().find((topic) => topic.id === id);
}

function withPhrases(topics: readonly Intent[], id: string, change: (phrases: string[]) => string[]): Intent[] {
  return topics.map((topic) => (topic.id === id ? { ...topic, phrases: change(topic.phrases) } : topic));
}

/** Value: the id of the new topic; null where nothing may be changed. */
export function addTopic(name: string, phrases: readonly string[] = []): string | null {
  const topics = topicsNow();
  const id = newId('topic', (taken) => topics.some((topic) => topic.id === taken));
  const added = write([...topics, { id, name, phrases: [...phrases] }], { key: 'addTopics', name, count: 1 });
  return added ? id : null;
}

export function renameTopic(id: string, name: string): void {
  const known = topicOf(id);
  const wanted = name.trim();
  if (!known || wanted === '' || wanted === known.name) return;
  write(
    topicsNow().map((topic) => (topic.id === id ? { ...topic, name: wanted } : topic)),
    { key: 'renameTopic', name: known.name },
  );
}

export function removeTopic(id: string): boolean {
  const known = topicOf(id);
  if (!known) return false;
  return write(
    topicsNow().filter((topic) => topic.id !== id),
    { key: 'removeTopic', name: known.name },
  );
}

/** One place up or down. */
export function shiftTopic(id: string, way: 1 | -1): boolean {
  const topics = topicsNow();
  const from = topics.findIndex((topic) => topic.id === id);
  const topic = topics[from];
  const to = from + way;
  if (!topic || to < 0 || to >= topics.length) return false;
  const order = topics.toSpliced(from, 1).toSpliced(to, 0, topic);
  return write(order, { key: 'orderTopics', name: topic.name }, `order-${id}`);
}

/** `at`: before which phrase; without it at the end. */
export function addPhrases(id: string, added: readonly string[], at?: number): boolean {
  const name = topicOf(id)?.name;
  if (name === undefined || added.length === 0) return false;
  return write(
    withPhrases(topicsNow(), id, (phrases) => phrases.toSpliced(at ?? phrases.length, 0, ...added)),
    { key: 'addPhrases', name, count: added.length },
  );
}

export function editPhrase(id: string, at: number, text: string): void {
  const topic = topicOf(id);
  if (!topic || topic.phrases[at] === text) return;
  write(
    withPhrases(topicsNow(), id, (phrases) => phrases.with(at, text)),
    { key: 'editPhrase', name: topic.name },
  );
}

export function removePhrases(id: string, gone: readonly number[]): boolean {
  const name = topicOf(id)?.name;
  if (name === undefined || gone.length === 0) return false;
  const places = new Set(gone);
  return write(
    withPhrases(topicsNow(), id, (phrases) => phrases.filter((_, at) => !places.has(at))),
    { key: 'removePhrases', name, count: places.size },
  );
}

/** To the end of another topic; what that one has already is only taken away here. */
export function movePhrases(from: string, places: readonly number[], to: string): boolean {
  const source = topicOf(from);
  const target = topicOf(to);
  if (!source || !target || from === to || places.length === 0) return false;
  const moved = places.toSorted((a, b) => a - b).flatMap((at) => source.phrases[at] ?? []);
  const known = new Set(target.phrases.map(phraseKey));
  const fresh = moved.filter((phrase) => !known.has(phraseKey(phrase)));
  const gone = new Set(places);
  const left = withPhrases(topicsNow(), from, (phrases) => phrases.filter((_, at) => !gone.has(at)));
  return write(
    withPhrases(left, to, (phrases) => [...phrases, ...fresh]),
    { key: 'movePhrases', name: target.name, count: moved.length },
  );
}

/** New topics, and more phrases for those that are there: one step together. */
export function addTopics(added: readonly Intent[]): boolean {
  if (added.length === 0) return false;
  const ids = new Map(added.map((topic) => [topic.id, topic]));
  const grown = topicsNow().map((topic) => {
    const more = ids.get(topic.id);
    return more ? { ...topic, phrases: [...topic.phrases, ...more.phrases] } : topic;
  });
  const fresh = added.filter(({ id }) => !grown.some((topic) => topic.id === id));
  const [first] = added;
  return write([...grown, ...fresh], { key: 'addTopics', name: first?.name ?? '', count: added.length });
}
