import type { Bot } from '../../engine/flow/botSchema.ts';
import { readBot } from '../../engine/flow/parseBot.ts';
import { unwrap } from './liveShop.ts';

/** Says back whatever it is told, so that every message has one reply that names it. */
export function echoBot(settings: Record<string, unknown> = {}): Bot {
  return unwrap(
    readBot({
      format: 1,
      id: 'echo',
      name: 'Эхо',
      language: 'ru',
      variables: [{ id: 'said', type: 'text' }],
      settings: { burstSeconds: 0, ...settings },
      flows: [
        {
          id: 'main',
          name: 'Главный',
          main: true,
          nodes: [
            { id: 'start', kind: 'start', exits: { next: 'ask' } },
            {
              id: 'ask',
              kind: 'question',
              data: { text: 'Слушаю', saveTo: 'said' },
              exits: { answered: 'echo', failed: 'echo' },
            },
            {
              id: 'echo',
              kind: 'message',
              data: { parts: [{ text: 'Вы сказали: {{said}}.' }] },
              exits: { next: 'ask' },
            },
          ],
        },
      ],
    }),
  );
}
