import { resolve } from 'node:path';
import type { Engine } from '../host/engine.ts';
import { openEncoderPack } from '../host/encoderPack.ts';
import { chooseEmbedder } from '../nlu/embedders.ts';
import { sentence, tell } from './output.ts';

/** `--vectors DIR`: learns with the English sentence vectors in that folder; without them, and one line, if there are none. */
export function useVectors(folder: string | undefined): void {
  if (folder === undefined) return;
  const pack = openEncoderPack(resolve(folder));
  if (pack.ok) chooseEmbedder({ embedder: pack.value.embedder, language: 'en' });
  else tell(sentence(pack.fault));
}

/** Takes them away again. */
const OFF = 'off';

/** `serve --vectors DIR|off`: as it was chosen before, if nothing is said. What can't be used is told in one line, and all goes on. */
export async function serveVectors({ vectors }: Engine, choice: string | undefined): Promise<void> {
  const done =
    choice === undefined ? null : choice === OFF ? await vectors.remove() : await vectors.choose(resolve(choice));
  const fault = done?.ok === false ? done.fault : vectors.view().fault;
  if (fault !== null) tell(sentence(fault));
}
