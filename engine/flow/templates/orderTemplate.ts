import type { Bot, BotNode } from '../botSchema.ts';
import { layoutOf } from './layoutOf.ts';
import { orderChecks } from './orderChecks.ts';
import type { OrderTexts } from './orderTextsRu.ts';

/** «Pies delivered»: an order that is put together question by question, counted, corrected and written to the lead. */
export function orderTemplate(texts: OrderTexts, language: 'ru' | 'en'): Bot {
  const day: [string, string][] = [['08:00', '21:00']];
  const { labels } = texts;
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
      { id: 'pie', label: labels.pie, type: 'text' },
      { id: 'price', label: labels.price, type: 'number' },
      { id: 'count', label: labels.count, type: 'number' },
      { id: 'day', label: labels.day, type: 'date' },
      { id: 'address', label: labels.address, type: 'text' },
      { id: 'phone', label: labels.phone, type: 'text' },
      { id: 'left', label: labels.left, type: 'number' },
      { id: 'delivery', label: labels.delivery, type: 'text' },
      { id: 'total', label: labels.total, type: 'number' },
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
        nodes: [...entries(texts), ...asking(texts), ...counting(texts), ...ordering(texts)],
      },
    ],
    layout: layoutOf('main', CELLS),
    checks: orderChecks(texts),
  };
}

const CELLS: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 0],
  words: [0, 160],
  resumed: [0, 320],
  unclear: [0, 480],
  hello: [1, 0],
  fresh: [2, 0],
  missing: [3, 0],
  pies: [4, 0],
  count: [4, 240],
  day: [4, 432],
  address: [4, 624],
  phone: [4, 816],
  apple: [5, 0],
  cherry: [5, 160],
  meat: [5, 320],
  sum: [5, 816],
  more: [6, 816],
  addOne: [7, 976],
  shipping: [7, 752],
  paid: [8, 912],
  summary: [9, 752],
  confirm: [10, 752],
  change: [11, 1008],
  card: [11, 560],
  tagged: [12, 560],
  ordered: [13, 560],
  reached: [14, 560],
  done: [15, 560],
  notSaved: [14, 720],
  people: [11, 816],
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

/** Each answer leads back to the question what is still missing, so that any of them can be given anew. */
function asking(texts: OrderTexts): BotNode[] {
  const { names, options, prices, cases } = texts;
  const missing = (id: string, variable: string, label: string): object => ({
    id,
    label,
    all: [{ left: variable, op: 'empty' }],
  });
  const chosen = (id: 'apple' | 'cherry' | 'meat'): BotNode => ({
    id,
    kind: 'set',
    name: names[id],
    note: texts.priceNote,
    data: {
      assignments: [
        { variable: 'pie', op: '=', value: options[id].pie },
        { variable: 'price', op: '=', value: prices[id] },
      ],
    },
    exits: { next: 'missing' },
  });
  const ask = (id: 'count' | 'day' | 'address' | 'phone', data: object): BotNode => ({
    id,
    kind: 'question',
    name: names[id],
    data: { text: texts[id], saveTo: id, hint: texts[`${id}Hint`], attempts: 3, ...data },
    exits: { answered: 'missing', failed: 'people' },
  });
  return [
    {
      id: 'fresh',
      kind: 'set',
      name: names.fresh,
      data: { assignments: ['pie', 'count', 'day'].map((variable) => ({ variable, op: 'clear' })) },
      exits: { next: 'missing' },
    },
    {
      id: 'missing',
      kind: 'condition',
      name: names.missing,
      data: {
        cases: [
          missing('pies', 'pie', cases.pie),
          missing('count', 'count', cases.count),
          missing('day', 'day', cases.day),
          missing('address', 'address', cases.address),
          missing('phone', 'phone', cases.phone),
        ],
      },
      exits: { pies: 'pies', count: 'count', day: 'day', address: 'address', phone: 'phone', else: 'sum' },
    },
    {
      id: 'pies',
      kind: 'menu',
      name: names.pies,
      data: {
        text: texts.pies,
        options: (['apple', 'cherry', 'meat'] as const).map((id) => ({
          id,
          label: options[id].label,
          synonyms: [...options[id].synonyms],
        })),
      },
      exits: { apple: 'apple', cherry: 'cherry', meat: 'meat' },
    },
    chosen('apple'),
    chosen('cherry'),
    chosen('meat'),
    ask('count', { answer: 'number', min: 1, max: 6 }),
    ask('day', { answer: 'date', min: '+1d', max: '+14d' }),
    ask('address', { answer: 'text', min: 8, max: 200 }),
    ask('phone', { answer: 'phone', country: texts.country }),
  ];
}

function counting(texts: OrderTexts): BotNode[] {
  const { names, prices } = texts;
  return [
    {
      id: 'sum',
      kind: 'set',
      name: names.sum,
      note: texts.sumNote,
      data: {
        assignments: [
          { variable: 'total', op: '=', value: '{{price}}' },
          { variable: 'left', op: '=', value: '{{count}}' },
          { variable: 'delivery', op: '=', value: texts.freeDelivery },
        ],
      },
      exits: { next: 'more' },
    },
    {
      id: 'more',
      kind: 'condition',
      name: names.more,
      data: { cases: [{ id: 'another', label: texts.another, all: [{ left: 'left', op: '>', right: 1 }] }] },
      exits: { another: 'addOne', else: 'shipping' },
    },
    {
      id: 'addOne',
      kind: 'set',
      name: names.addOne,
      data: {
        assignments: [
          { variable: 'total', op: '+', value: '{{price}}' },
          { variable: 'left', op: '-', value: 1 },
        ],
      },
      exits: { next: 'more' },
    },
    {
      id: 'shipping',
      kind: 'condition',
      name: names.shipping,
      data: { cases: [{ id: 'less', label: texts.enough, all: [{ left: 'total', op: '<', right: prices.free }] }] },
      exits: { less: 'paid', else: 'summary' },
    },
    {
      id: 'paid',
      kind: 'set',
      name: names.paid,
      data: {
        assignments: [
          { variable: 'total', op: '+', value: prices.delivery },
          { variable: 'delivery', op: '=', value: texts.paidDelivery },
        ],
      },
      exits: { next: 'summary' },
    },
  ];
}

function ordering(texts: OrderTexts): BotNode[] {
  const { names, answers, changes } = texts;
  const option = (id: 'yes' | 'change' | 'person'): object => ({
    id,
    label: answers[id].label,
    synonyms: [...answers[id].synonyms],
  });
  return [
    {
      id: 'summary',
      kind: 'message',
      name: names.summary,
      data: { parts: [{ text: texts.summary }] },
      exits: { next: 'confirm' },
    },
    {
      id: 'confirm',
      kind: 'menu',
      name: names.confirm,
      data: { text: texts.confirm, options: [option('yes'), option('change'), option('person')] },
      exits: { yes: 'card', change: 'change', person: 'people' },
    },
    {
      id: 'change',
      kind: 'menu',
      name: names.change,
      data: {
        text: texts.change,
        options: [
          { id: 'pies', label: changes.pies },
          { id: 'count', label: changes.count },
          { id: 'day', label: changes.day },
          { id: 'address', label: changes.address },
          { id: 'phone', label: changes.phone },
          { id: 'keep', label: changes.keep, code: '0' },
        ],
      },
      exits: { pies: 'pies', count: 'count', day: 'day', address: 'address', phone: 'phone', keep: 'summary' },
    },
    {
      id: 'card',
      kind: 'lead',
      name: names.card,
      data: { comment: texts.comment, amount: '{{total}}', phone: '{{phone}}' },
      exits: { next: 'tagged' },
    },
    { id: 'tagged', kind: 'tags', name: names.tagged, data: { add: [texts.tag] }, exits: { next: 'ordered' } },
    {
      id: 'ordered',
      kind: 'status',
      name: names.ordered,
      data: { status: 'st_order' },
      exits: { next: 'reached', failed: 'notSaved' },
    },
    {
      id: 'reached',
      kind: 'goal',
      name: names.reached,
      data: { name: texts.goal, value: '{{total}}', once: false },
      exits: { next: 'done' },
    },
    { id: 'done', kind: 'end', name: names.done, data: { outcome: 'solved', text: texts.done } },
    {
      id: 'notSaved',
      kind: 'message',
      name: names.notSaved,
      data: { parts: [{ text: texts.notSaved }] },
      exits: { next: 'confirm' },
    },
    {
      id: 'people',
      kind: 'handoff',
      name: names.people,
      data: { status: 'st_human', text: texts.handoff, outsideHours: texts.outside, brief: texts.brief },
    },
  ];
}
