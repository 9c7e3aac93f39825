import { z } from 'zod';
import { explore } from '../../engine/check/explore/explore.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { provideWordsInWorker } from '../phrases/learning/wordsInWorker.ts';

// As in main.tsx: the policy of the window holds for its workers too.
z.config({ jitless: true });
provideWordsInWorker();

// A walk takes from tenths of a second to twenty seconds: here it holds up nobody. One bot in, its report out.
self.addEventListener('message', ({ data }: MessageEvent<Bot>) => self.postMessage(explore(compileBot(data))));
