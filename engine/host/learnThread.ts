import { parentPort, workerData } from 'node:worker_threads';
import { trainIntents } from '../nlu/train.ts';
import type { TrainingSet } from '../nlu/intentModel.ts';

/** The thread of `learnInThread`: learns what it was started with, tells, and ends. */
const model = trainIntents(workerData as TrainingSet);
parentPort?.postMessage(model);
