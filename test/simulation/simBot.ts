import type { Bot } from '../../engine/flow/botSchema.ts';
import { readBot } from '../../engine/flow/parseBot.ts';
import { unwrap } from '../host/liveShop.ts';

/** Words the simulated customers know. */
export const WORDS = { hand: 'людей', resume: 'бот', order: 'закажи', fetch: 'узнай', wait: 'подожди' } as const;

/** Says back what it is told, and knows a word for each thing an engine does: hand over, set a status, ask a server, wait. */
export function simBot(settings: Record<string, unknown>, edition: number): Bot {
  const message = (id: string, text: string, next: string): object => ({
    id,
    kind: 'message',
    data: { parts: [{ text }] },
    exits: { next },
  });
  const branch = (id: keyof typeof WORDS): object => ({
    id,
    label: id,
    all: [{ left: 'said', op: '=', right: WORDS[id] }],
  });
  const nodes = [
    { id: 'start', kind: 'start', exits: { next: 'first' } },
    message('first', `Вы сказали: {{message.text}} (${String(edition)})`, 'ask'),
    {
      id: 'ask',
      kind: 'question',
      data: { text: 'Слушаю', saveTo: 'said' },
      exits: { answered: 'choose', failed: 'echo' },
    },
    {
      id: 'choose',
      kind: 'condition',
      data: { cases: [branch('hand'), branch('order'), branch('fetch'), branch('wait')] },
      exits: { hand: 'hand', order: 'order', fetch: 'fetch', wait: 'wait', else: 'echo' },
    },
    message('echo', `Вы сказали: {{said}} (${String(edition)})`, 'ask'),
    { id: 'hand', kind: 'handoff', data: { status: 'st_human', text: 'Передаю.' }, exits: {} },
    { id: 'order', kind: 'status', data: { status: 'st_order' }, exits: { next: 'ordered', failed: 'ordered' } },
    message('ordered', 'Записал.', 'ask'),
    {
      id: 'fetch',
      kind: 'http',
      data: { method: 'POST', url: 'https://shop.example/n', body: '{"a":1}', save: { got: 'n' }, retries: 1 },
      exits: { ok: 'fetched', error: 'fetched' },
    },
    message('fetched', 'Узнал: {{got|ничего}}', 'ask'),
    { id: 'wait', kind: 'wait', data: { minutes: 0.5 }, exits: { next: 'waited' } },
    message('waited', 'Дождались.', 'ask'),
  ];
  return unwrap(
    readBot({
      format: 1,
      id: 'sim',
      name: 'Эхо',
      language: 'ru',
      timeZone: 'Europe/Moscow',
      variables: [
        { id: 'said', type: 'text' },
        { id: 'got', type: 'text' },
      ],
      statuses: [
        { id: 'st_first', name: 'Первичное касание', role: 'bot' },
        { id: 'st_human', name: 'Диалог с оператором', role: 'operator' },
        { id: 'st_order', name: 'Хочу заказать', role: 'none' },
      ],
      settings: { burstSeconds: 0, resumeWord: WORDS.resume, ...settings },
      flows: [{ id: 'main', name: 'Главный', main: true, nodes }],
    }),
  );
}
