import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { chooseEmbedder } from '../nlu/embedders.ts';
import type { IntentModel } from '../nlu/intentModel.ts';
import { trainIntents } from '../nlu/train.ts';
import { openEncoderPack } from './encoderPack.ts';
import { provideFilePacks } from './filePacks.ts';
import { keepVectors } from './keptVectors.ts';
import type { Lesson } from './learnInThread.ts';

/** The thread of `learnInThread`: learns what it was started with, tells, and ends. What it can't read the engine tells. */
provideFilePacks(() => undefined);
const { set, vectors } = workerData as Lesson;
parentPort?.postMessage(vectors === null ? trainIntents(set) : withVectors(vectors));

function withVectors({ folder, kept }: NonNullable<Lesson['vectors']>): IntentModel {
  const pack = openEncoderPack(folder);
  if (!pack.ok) throw new Error(`${pack.fault.code} ${folder}`);
  const { id } = pack.value.embedder;
  const memory = keepVectors(pack.value.embedder, join(kept, `${id}.bin`));
  chooseEmbedder({ embedder: memory.embedder, language: 'en' });
  const model = trainIntents(set);
  try {
    memory.save();
  } catch {
    // A full disk, or the folder is gone with the engine: next time they are reckoned again.
  }
  return model;
}
