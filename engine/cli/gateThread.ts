import { parentPort, workerData } from 'node:worker_threads';
import { provideFilePacks } from '../host/filePacks.ts';
import type { TrainingSet } from '../nlu/intentModel.ts';
import { judgePhrases } from './judgePhrases.ts';

/** The thread of `publishedPhrases`: judges what it was started with, tells, and ends. What it can't read its command tells. */
provideFilePacks(() => undefined);
const { before, after } = workerData as { readonly before: TrainingSet; readonly after: TrainingSet };
parentPort?.postMessage(judgePhrases(before, after));
