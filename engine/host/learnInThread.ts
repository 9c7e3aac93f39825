import { Worker } from 'node:worker_threads';
import type { IntentModel, TrainingSet } from '../nlu/intentModel.ts';
import { trainIntents } from '../nlu/train.ts';
import type { Log } from '../ports/log.ts';

/** Learns the phrases of a bot; never rejects. */
export type Learn = (set: TrainingSet) => Promise<IntentModel>;

/** Fewer are learned before a thread has started. */
const FEW_PHRASES = 60;

/** Many phrases take seconds: they are learned beside the conversations, not between them. */
export function learnInThread(log: Log): Learn {
  return async (set) => {
    const phrases = set.intents.reduce((sum, intent) => sum + intent.phrases.length, 0);
    if (phrases < FEW_PHRASES) return trainIntents(set);
    try {
      return await inThread(set);
    } catch (error) {
      log.warn('learn.noThread', { stack: error instanceof Error ? error.stack : String(error) });
      return trainIntents(set);
    }
  };
}

function inThread(set: TrainingSet): Promise<IntentModel> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile(), { workerData: set });
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
