import type { Bot } from '../flow/botSchema.ts';
import { parseBot } from '../flow/parseBot.ts';
import type { Result } from '../model/result.ts';
import { readTextFile } from './readTextFile.ts';

/** A bot from its file. Faults: those of `readTextFile` and `parseBot`. */
export function readBotFile(path: string): Result<Bot> {
  const text = readTextFile(path);
  return text.ok ? parseBot(text.value) : text;
}
