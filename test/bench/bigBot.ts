import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';

/** Blocks of one round: a menu and what hangs below it. */
const ROUND = 10;

/** A bot of about `size` blocks that lead on to each other, with every common kind in it and no mistake. */
export function bigBot(size: number): Bot {
  const rounds = Math.max(2, Math.round(size / ROUND));
  return {
    format: 1,
    id: 'bot_big',
    name: 'Большой',
    language: 'ru',
    statuses: [
      { id: 'st_bot', name: 'Первичное касание', role: 'bot' },
      { id: 'st_human', name: 'Диалог с оператором', role: 'operator' },
    ],
    variables: [{ id: 'name', type: 'text' }],
    flows: [
      {
        id: 'main',
        name: 'Главный',
        main: true,
        nodes: [
          { id: 'start', kind: 'start', exits: { next: 'menu0' } },
          ...Array.from({ length: rounds }, (_, at) => round(at, (at + 1) % rounds)).flat(),
        ],
      },
    ],
  };
}

function round(at: number, next: number): BotNode[] {
  const own = (id: string): string => `${id}${String(at)}`;
  const options = ['О нас', 'Доставка', 'Оставить имя', 'Дальше', 'Ещё'].map((label, index) => ({
    id: `o${String(index)}`,
    label: `${label} ${String(at)}`,
    synonyms: [`слово ${String(index)} ${String(at)}`],
  }));
  const exits = { o0: own('about'), o1: own('first'), o2: own('ask'), o3: `menu${String(next)}`, o4: own('go') };
  return [
    {
      id: own('menu'),
      kind: 'menu',
      data: { text: `Что вас интересует? ${String(at)}`, options, after: 'repeat' },
      exits,
    },
    { id: own('about'), kind: 'message', data: { parts: [{ text: `Здравствуйте, {{name}}! ${String(at)}` }] } },
    { id: own('first'), kind: 'message', data: { parts: [{ text: 'Привезём' }] }, exits: { next: own('second') } },
    { id: own('second'), kind: 'message', data: { parts: [{ text: 'за три дня' }] } },
    {
      id: own('ask'),
      kind: 'question',
      data: { text: 'Как вас зовут?', answer: 'name', saveTo: 'name' },
      exits: { answered: own('status'), failed: own('people') },
    },
    { id: own('status'), kind: 'status', data: { status: 'st_bot' }, exits: { next: own('bye') } },
    { id: own('bye'), kind: 'end', data: { text: 'Спасибо!' } },
    { id: own('people'), kind: 'handoff', data: { status: 'st_human', text: 'Зову людей' } },
    { id: own('go'), kind: 'jump', data: { node: `menu${String(next)}` } },
    { id: own('word'), kind: 'command', data: { words: [`слово${String(at)}`] }, exits: { next: own('menu') } },
  ];
}
