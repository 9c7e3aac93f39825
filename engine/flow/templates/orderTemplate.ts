import type { Variable } from '../../model/definitions.ts';
import type { Bot, BotNode } from '../botSchema.ts';
import { layoutOf } from './layoutOf.ts';
import { orderChecks } from './orderChecks.ts';
import { orderNodes } from './orderNodes.ts';
import type { OrderTexts } from './orderTextsRu.ts';

/** «Pies delivered»: an order that is put together question by question, counted, corrected and written to the lead. */
export function orderTemplate(texts: OrderTexts, language: 'ru' | 'en'): Bot {
  const day: [string, string][] = [['08:00', '21:00']];
  const { variables, labels } = texts;
  const variable = (id: keyof typeof variables, type: 'text' | 'number' | 'date'): Variable => ({
    id: variables[id],
    label: labels[id],
    type,
  });
  return {
    format: 1,
    id: 'bot_pies',
    name: texts.bot,
    language,
    languages: [language],
    timeZone: texts.zone,
    statuses: [
      { id: 'st_first', name: texts.statuses.first, role: 'bot' },
      { id: 'st_order', name: texts.statuses.order, role: 'none' },
      { id: 'st_human', name: texts.statuses.human, role: 'operator' },
    ],
    variables: [
      variable('pie', 'text'),
      variable('price', 'number'),
      variable('count', 'number'),
      variable('day', 'date'),
      variable('address', 'text'),
      variable('phone', 'text'),
      variable('left', 'number'),
      variable('delivery', 'text'),
      variable('total', 'number'),
    ],
    intents: [],
    hours: { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }, holidays: [] },
    settings: {
      attempts: 3,
      burstSeconds: 2,
      takeOverWhenManagerWrites: true,
      resumeWord: texts.resumeWord,
      restartAfterHours: 24,
    },
    flows: [
      {
        id: 'main',
        name: texts.flow,
        main: true,
        nodes: [...entries(texts), ...orderNodes(texts)],
      },
    ],
    layout: layoutOf('main', CELLS),
    checks: orderChecks(texts),
  };
}

const CELLS: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 0],
  hello: [1, 0],
  words: [1, 192],
  resumed: [1, 352],
  fresh: [2, 0],
  missing: [3, 0],
  pies: [4, 0],
  count: [4, 232],
  day: [4, 432],
  address: [4, 632],
  phone: [4, 832],
  apple: [5, 0],
  cherry: [5, 160],
  meat: [5, 320],
  sum: [0, 1056],
  more: [1, 1056],
  shipping: [2, 1056],
  addOne: [2, 1232],
  paid: [3, 1232],
  summary: [4, 1056],
  confirm: [5, 1056],
  unclear: [5, 1304],
  card: [6, 864],
  people: [6, 1056],
  change: [6, 1240],
  tagged: [7, 864],
  ordered: [8, 864],
  reached: [9, 864],
  notSaved: [9, 1032],
  done: [10, 864],
};

function entries({ names, hello, words, resumed, hint }: OrderTexts): BotNode[] {
  return [
    { id: 'start', kind: 'start', exits: { next: 'hello' } },
    { id: 'words', kind: 'command', name: names.words, data: { words: [...words] }, exits: { next: 'fresh' } },
    {
      id: 'resumed',
      kind: 'resume',
      name: names.resumed,
      data: { text: resumed, continue: 'node' },
      exits: { next: 'fresh' },
    },
    {
      id: 'unclear',
      kind: 'fallback',
      name: names.unclear,
      data: { hint, clarify: true, attempts: 3 },
      exits: { giveUp: 'people' },
    },
    {
      id: 'hello',
      kind: 'message',
      name: names.hello,
      data: { parts: hello.map((text) => ({ text })) },
      exits: { next: 'fresh' },
    },
  ];
}
