import { Worker } from 'node:worker_threads';
import { quickEmbeddersFor } from '../nlu/embedders.ts';
import type { IntentModel, TrainingSet } from '../nlu/intentModel.ts';
import { trainIntents } from '../nlu/train.ts';
import type { Log } from '../ports/log.ts';

/** Learns the phrases of a bot; never rejects. */
export type Learn = (set: TrainingSet) => Promise<IntentModel>;

/** Learns them with what the owner has chosen, which may take long; null if that could not be done. Never rejects. */
export type LearnMore = (set: TrainingSet, folder: string) => Promise<IntentModel | null>;

/** What the thread is started with. */
export interface Lesson {
  readonly set: TrainingSet;
  /** Vectors to be learned with: where their pack is, and where those of phrases are kept between lessons. */
  readonly vectors: { readonly folder: string; readonly kept: string } | null;
}

/** Fewer are learned before a thread has started. */
const FEW_PHRASES = 60;

/** Many phrases take seconds: they are learned beside the conversations, not between them. */
export function learnInThread(log: Log): Learn {
  const inPlace = (set: TrainingSet): IntentModel => trainIntents(set, { embedders: quickEmbeddersFor(set) });
  return async (set) => {
    const phrases = set.intents.reduce((sum, intent) => sum + intent.phrases.length, 0);
    if (phrases < FEW_PHRASES) return inPlace(set);
    try {
      return await inThread({ set, vectors: null }, true);
    } catch (error) {
      log.warn('learn.noThread', { stack: error instanceof Error ? error.stack : String(error) });
      return inPlace(set);
    }
  };
}

/** `kept`: the folder for vectors of phrases. The process may end while it learns: nobody waits for it. */
export function learnMoreInThread(log: Log, kept: string): LearnMore {
  return async (set, folder) => {
    try {
      return await inThread({ set, vectors: { folder, kept } }, false);
    } catch (error) {
      log.warn('learn.notMore', { stack: error instanceof Error ? error.stack : String(error) });
      return null;
    }
  };
}

function inThread(lesson: Lesson, holdsProcess: boolean): Promise<IntentModel> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile(), { workerData: lesson });
    if (!holdsProcess) thread.unref();
    thread.once('message', (model: IntentModel) => resolve(model));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread ended without a word')));
  });
}

/** Beside this file, in the sources as in a build; out of Electron's archive, which a thread does not read. */
function threadFile(): URL {
  const file = import.meta.url.endsWith('.ts') ? './learnThread.ts' : './learnThread.js';
  return new URL(new URL(file, import.meta.url).href.replace(/app\.asar\//u, 'app.asar.unpacked/'));
}
