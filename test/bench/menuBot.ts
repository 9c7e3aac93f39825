import type { Bot } from '../../engine/flow/botSchema.ts';

/** The bot of `peers.md`: a greeting, a menu of four, «2» answers and shows the menu again. */
export const menuBot: Bot = {
  format: 1,
  id: 'bench',
  name: 'Bench',
  language: 'ru',
  settings: { burstSeconds: 0 },
  flows: [
    {
      id: 'main',
      name: 'Main',
      main: true,
      nodes: [
        { id: 'start', kind: 'start', exits: { next: 'hello' } },
        { id: 'hello', kind: 'message', data: { parts: [{ text: 'Здравствуйте!' }] }, exits: { next: 'menu' } },
        { id: 'word', kind: 'command', data: { words: ['меню'] }, exits: { next: 'menu' } },
        {
          id: 'menu',
          kind: 'menu',
          data: {
            text: 'Чем помочь?',
            after: 'repeat',
            options: [
              { id: 'o1', label: 'Каталог' },
              { id: 'o2', label: 'Доставка' },
              { id: 'o3', label: 'Оплата' },
              { id: 'o4', label: 'Контакты' },
            ],
          },
          exits: { o1: 'a1', o2: 'a2', o3: 'a3', o4: 'a4' },
        },
        { id: 'a1', kind: 'message', data: { parts: [{ text: 'Вот каталог.' }] } },
        { id: 'a2', kind: 'message', data: { parts: [{ text: 'Привезём за день.' }] } },
        { id: 'a3', kind: 'message', data: { parts: [{ text: 'Картой или наличными.' }] } },
        { id: 'a4', kind: 'message', data: { parts: [{ text: 'Тел. 12-34-56.' }] } },
      ],
    },
  ],
};
