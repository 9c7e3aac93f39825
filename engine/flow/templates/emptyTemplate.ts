import type { Bot } from '../botSchema.ts';
import { layoutOf } from './layoutOf.ts';

/** Nothing but the beginning: the canvas asks what the bot will say first. */
export function emptyTemplate(language: 'ru' | 'en'): Bot {
  const ru = language === 'ru';
  return {
    format: 1,
    id: 'bot_empty',
    name: ru ? 'Новый бот' : 'New bot',
    language,
    languages: [language],
    timeZone: ru ? 'Europe/Moscow' : 'Europe/London',
    statuses: [
      { id: 'st_first', name: ru ? 'Первичное касание' : 'First touch', role: 'bot' },
      { id: 'st_human', name: ru ? 'Диалог с оператором' : 'Dialogue with operator', role: 'operator' },
    ],
    variables: [],
    intents: [],
    settings: { attempts: 3, burstSeconds: 2, takeOverWhenManagerWrites: true, restartAfterHours: 24 },
    flows: [{ id: 'main', name: ru ? 'Главный' : 'Main', main: true, nodes: [{ id: 'start', kind: 'start' }] }],
    layout: layoutOf('main', { start: [0, 0] }),
    checks: [],
  };
}
