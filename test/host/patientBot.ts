import type { Bot } from '../../engine/flow/botSchema.ts';
import { readBot } from '../../engine/flow/parseBot.ts';
import { unwrap } from './liveShop.ts';

/** Asks for a phone and gives up after an hour of silence. */
export function patientBot(): Bot {
  return unwrap(
    readBot({
      format: 1,
      id: 'patient',
      name: 'Терпеливый',
      language: 'ru',
      settings: { burstSeconds: 0 },
      variables: [{ id: 'said', type: 'text' }],
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
              data: { text: 'Ваш телефон?', saveTo: 'said', timeoutMinutes: 60 },
              exits: { answered: 'thanks', failed: 'late', timeout: 'late' },
            },
            { id: 'thanks', kind: 'end', data: { text: 'Записал.' } },
            { id: 'late', kind: 'end', data: { text: 'Напишу позже.' } },
          ],
        },
      ],
    }),
  );
}
