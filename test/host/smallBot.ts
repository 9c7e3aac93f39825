import { unwrap } from './liveShop.ts';
import { readBot } from '../../engine/flow/parseBot.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';

/** A menu of two with a hand-off: the least bot that meets everything the host does. */
export function smallBot(settings: Record<string, unknown> = {}): Bot {
  return unwrap(
    readBot({
      format: 1,
      id: 'small',
      name: 'Лавка',
      language: 'ru',
      timeZone: 'Europe/Moscow',
      statuses: [
        { id: 'st_first', name: 'Первичное касание', role: 'bot' },
        { id: 'st_human', name: 'Диалог с оператором', role: 'operator' },
        { id: 'st_order', name: 'Хочу заказать', role: 'none' },
      ],
      settings: { burstSeconds: 0, resumeWord: 'бот', ...settings },
      flows: [
        {
          id: 'main',
          name: 'Главный',
          main: true,
          nodes: [
            { id: 'start', kind: 'start', exits: { next: 'first' } },
            { id: 'first', kind: 'status', data: { status: 'st_first' }, exits: { next: 'hello', failed: 'hello' } },
            { id: 'hello', kind: 'message', data: { parts: [{ text: 'Здравствуйте!' }] }, exits: { next: 'menu' } },
            { id: 'word', kind: 'command', data: { words: ['меню'] }, exits: { next: 'menu' } },
            {
              id: 'menu',
              kind: 'menu',
              data: {
                text: 'Что вас интересует?',
                options: [
                  { id: 'o1', label: 'О нас' },
                  { id: 'o2', label: 'Заказать' },
                  { id: 'o3', label: 'Сотрудник' },
                ],
                after: 'repeat',
              },
              exits: { o1: 'about', o2: 'order', o3: 'hand' },
            },
            { id: 'about', kind: 'message', data: { parts: [{ text: 'Печём торты.' }] } },
            { id: 'order', kind: 'status', data: { status: 'st_order' }, exits: { next: 'thanks', failed: 'sorry' } },
            { id: 'thanks', kind: 'end', data: { text: 'Спасибо за заказ!' } },
            { id: 'sorry', kind: 'message', data: { parts: [{ text: 'Не получилось записать заказ.' }] } },
            { id: 'hand', kind: 'handoff', data: { status: 'st_human', text: 'Передаю сотруднику.' }, exits: {} },
          ],
        },
      ],
    }),
  );
}

export const MENU = 'Что вас интересует?\n1 — О нас\n2 — Заказать\n3 — Сотрудник';
