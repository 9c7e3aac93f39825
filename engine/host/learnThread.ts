import { parentPort, workerData } from 'node:worker_threads';
import { trainIntents } from '../nlu/train.ts';
import type { TrainingSet } from '../nlu/intentModel.ts';
import { provideFilePacks } from './filePacks.ts';

/** The thread of `learnInThread`: learns what it was started with, tells, and ends. */
// What is missing has been told by the process, which asks for the same file when the model answers.
provideFilePacks(() => undefined);
const model = trainIntents(workerData as TrainingSet);
parentPort?.postMessage(model);
