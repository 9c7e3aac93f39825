import type { Bot } from '../botSchema.ts';
import { layoutOf } from './layoutOf.ts';

const TEXTS = {
  ru: {
    bot: 'Новый бот',
    flow: 'Главный',
    zone: 'Europe/Moscow',
    statuses: { first: 'Первичное касание', human: 'Диалог с оператором' },
    hello: 'Первый ответ',
    text: 'Здравствуйте! Спасибо, что написали. Скоро ответим.',
    check: 'Бот здоровается один раз',
    said: ['Добрый день!', 'Жду'],
  },
  en: {
    bot: 'New bot',
    flow: 'Main',
    zone: 'Europe/London',
    statuses: { first: 'First touch', human: 'Dialogue with operator' },
    hello: 'First answer',
    text: 'Hello! Thank you for your message. We will answer soon.',
    check: 'The bot greets once',
    said: ['Good afternoon!', 'I am waiting'],
  },
} as const;

/** The least a bot can be: it greets, and leaves the rest to people. */
export function emptyTemplate(language: 'ru' | 'en'): Bot {
  const texts = TEXTS[language];
  const [hello, wait] = texts.said;
  return {
    format: 1,
    id: 'bot_empty',
    name: texts.bot,
    language,
    languages: [language],
    timeZone: texts.zone,
    statuses: [
      { id: 'st_first', name: texts.statuses.first, role: 'bot' },
      { id: 'st_human', name: texts.statuses.human, role: 'operator' },
    ],
    variables: [],
    intents: [],
    settings: { attempts: 3, burstSeconds: 2, takeOverWhenManagerWrites: true, restartAfterHours: 24 },
    flows: [
      {
        id: 'main',
        name: texts.flow,
        main: true,
        nodes: [
          { id: 'start', kind: 'start', exits: { next: 'hello' } },
          { id: 'hello', kind: 'end', name: texts.hello, data: { text: texts.text } },
        ],
      },
    ],
    layout: layoutOf('main', { start: [0, 0], hello: [1, 0] }),
    checks: [
      {
        id: 'hello',
        name: texts.check,
        steps: [{ customer: hello }, { bot: texts.text }, { customer: wait }, { silent: true }],
      },
    ],
  };
}

/** What the window begins with: «start» alone, beside which the canvas asks what the bot is to say first. */
export function blankBot(language: 'ru' | 'en'): Bot {
  const bot = emptyTemplate(language);
  const flows = bot.flows.map((flow) => ({ ...flow, nodes: [{ id: 'start', kind: 'start' }] }));
  return { ...bot, flows, layout: layoutOf('main', { start: [0, 0] }), checks: [] };
}
