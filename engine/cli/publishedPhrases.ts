import { Worker } from 'node:worker_threads';
import { botFacts } from '../flow/botFacts.ts';
import type { Bot } from '../flow/botSchema.ts';
import type { PhraseGate } from '../nlu/phraseGate.ts';
import { trainingSet } from '../runtime/compileBot.ts';
import { inWords } from './output.ts';

/** What was found, as `serve --json` tells it: ids and counts, no phrases. */
export interface PublishedPhrases {
  readonly passed: boolean;
  readonly compared: number;
  /** Topics that lose more of their phrases than they may. */
  readonly topics: readonly {
    readonly id: string;
    readonly phrases: number;
    readonly before: number;
    readonly after: number;
  }[];
}

/**
 * What a publication from the command line did to the phrases that stayed (`nlu gate`, and the same question the window
 * asks). It is told and refuses nothing: an automated start must come up, and customers are served while it is judged, in a
 * thread of its own. Null: the phrases are the same, or nobody could tell. `end`: nobody wants to know any more.
 */
export async function publishedPhrases(before: Bot, after: Bot, end: Promise<void>): Promise<PublishedPhrases | null> {
  const sets = { before: trainingSet(botFacts(before)), after: trainingSet(botFacts(after)) };
  if (JSON.stringify(sets.before) === JSON.stringify(sets.after)) return null;
  const found = await inThread(sets, end);
  if (found === null || found.compared === 0) return null;
  const topics = found.intents
    .filter(({ blocks }) => blocks)
    .map(({ intent, phrases, before, after }) => ({ id: intent, phrases, before, after }));
  return { passed: topics.length === 0, compared: found.compared, topics };
}

/** The same for people; empty where there is nothing to warn of. */
export function phraseWarnings({ topics }: PublishedPhrases, bot: Bot): readonly string[] {
  const names = new Map(botFacts(bot).intents.map(({ id, name }) => [id, name]));
  return topics.map(({ id, phrases, before, after }) => {
    const [name, was, is, of] = [names.get(id) ?? id, String(before), String(after), String(phrases)];
    return inWords({
      ru: `Внимание: тема «${name}» узнаёт прежние фразы хуже: было ${was} из ${of}, стало ${is}. Какие: dialogram nlu gate ПРЕЖНИЙ НОВЫЙ`,
      en: `Warning: the topic “${name}” recognises its earlier phrases worse: ${was} of ${of} before, ${is} now. Which: dialogram nlu gate BEFORE AFTER`,
    });
  });
}

function inThread(sets: object, end: Promise<void>): Promise<PhraseGate | null> {
  return new Promise((resolve) => {
    const thread = new Worker(threadFile(), { workerData: sets });
    thread.once('message', (found: PhraseGate) => resolve(found));
    // The end follows, which says the same.
    thread.once('error', () => undefined);
    thread.once('exit', () => resolve(null));
    void end.then(() => thread.terminate());
  });
}

/** Beside this file, in the sources as in a build; out of Electron's archive, which a thread does not read. */
function threadFile(): URL {
  const file = import.meta.url.endsWith('.ts') ? './gateThread.ts' : './gateThread.js';
  return new URL(new URL(file, import.meta.url).href.replace(/app\.asar\//u, 'app.asar.unpacked/'));
}
