import type { Bot } from '../../../engine/flow/botSchema.ts';

/** A small bot to edit: start → menu (two options) → message, hand-off, and a command from anywhere. */
export function cakes(): Bot {
  return {
    format: 1,
    id: 'bot_cakes',
    name: 'Торты',
    language: 'ru',
    statuses: [{ id: 'st_human', name: 'Оператор', role: 'operator' }],
    flows: [
      {
        id: 'main',
        name: 'Главный',
        main: true,
        nodes: [
          { id: 'start', kind: 'start', exits: { next: 'menu' } },
          {
            id: 'menu',
            kind: 'menu',
            name: 'Меню',
            data: {
              text: 'Чем помочь?',
              options: [
                { id: 'o1', label: 'О нас' },
                { id: 'o2', label: 'Человек' },
              ],
            },
            exits: { o1: 'about', o2: 'hand', other: 'hand' },
          },
          { id: 'about', kind: 'message', data: { parts: [{ text: 'Печём с 2009 года.' }] }, exits: { next: 'menu' } },
          { id: 'hand', kind: 'handoff', data: { status: 'st_human' } },
          { id: 'word', kind: 'command', data: { words: ['меню'] }, exits: { next: 'menu' } },
        ],
      },
      { id: 'extra', name: 'Второй', nodes: [{ id: 'begin', kind: 'start' }] },
    ],
    layout: {
      main: {
        nodes: {
          start: { x: 0, y: 0 },
          menu: { x: 344, y: 0 },
          about: { x: 688, y: 0 },
          hand: { x: 688, y: 240 },
          word: { x: 0, y: 240 },
        },
      },
      extra: { nodes: { begin: { x: 0, y: 0 } } },
    },
  };
}
