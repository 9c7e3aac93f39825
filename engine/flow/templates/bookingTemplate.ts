import type { Variable } from '../../model/definitions.ts';
import type { Bot, BotNode } from '../botSchema.ts';
import { bookingChecks } from './bookingChecks.ts';
import { bookingNodes } from './bookingNodes.ts';
import type { BookingTexts } from './bookingTextsRu.ts';
import { layoutOf } from './layoutOf.ts';

/** Whoever has not answered by then is let go, and begins anew with the next message. */
const PATIENCE_HOURS = 3;

/** «A visit»: service, master, day and time; contact details in a sub-flow; moved or cancelled by a word afterwards. */
export function bookingTemplate(texts: BookingTexts, language: 'ru' | 'en'): Bot {
  const day: [string, string][] = [['10:00', '20:00']];
  const { variables, labels } = texts;
  const variable = (id: keyof typeof variables, type: 'text' | 'number' | 'date'): Variable => ({
    id: variables[id],
    label: labels[id],
    type,
  });
  return {
    format: 1,
    id: 'bot_visit',
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
      variable('service', 'text'),
      variable('price', 'number'),
      variable('master', 'text'),
      variable('day', 'date'),
      variable('hour', 'text'),
      variable('name', 'text'),
      variable('phone', 'text'),
    ],
    intents: [],
    entities: [
      {
        id: 'masters',
        name: texts.masters.name,
        values: texts.masters.values.map(({ value, synonyms }) => ({ value, synonyms: [...synonyms] })),
      },
    ],
    hours: { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }, holidays: [] },
    settings: {
      attempts: 3,
      burstSeconds: 2,
      takeOverWhenManagerWrites: true,
      resumeWord: texts.resumeWord,
      restartAfterHours: PATIENCE_HOURS,
      operatorWords: [...texts.operatorWords],
    },
    flows: [
      {
        id: 'main',
        name: texts.flow,
        main: true,
        nodes: [...entries(texts), ...bookingNodes(texts, PATIENCE_HOURS * 60)],
      },
      { id: 'contacts', name: texts.contactsFlow, nodes: contacts(texts) },
    ],
    layout: { ...layoutOf('main', MAIN), ...layoutOf('contacts', CONTACTS) },
    checks: bookingChecks(texts),
  };
}

const MAIN: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 0],
  hello: [1, 0],
  words: [1, 192],
  resumed: [1, 352],
  services: [2, 0],
  haircut: [3, 0],
  manicure: [3, 160],
  massage: [3, 320],
  master: [4, 0],
  move: [4, 208],
  day: [5, 0],
  hour: [6, 0],
  known: [7, 0],
  contacts: [8, 184],
  unclear: [8, 384],
  people: [9, 0],
  cancel: [0, 592],
  cancelCard: [1, 592],
  cancelled: [2, 592],
  summary: [5, 592],
  confirm: [6, 592],
  card: [7, 592],
  later: [7, 800],
  booked: [8, 592],
  reached: [9, 592],
  notBooked: [9, 760],
  done: [10, 592],
};

const CONTACTS: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 0],
  name: [1, 0],
  phone: [2, 0],
  got: [3, 0],
  none: [3, 160],
};

function entries({ names, hello, words, resumed, hint }: BookingTexts): BotNode[] {
  // Who has booked can change it, from then on and while the bot is silent.
  const change = (id: 'move' | 'cancel', next: string): BotNode => ({
    id,
    kind: 'command',
    name: names[id],
    data: { words: [...words[id]], inStatuses: ['st_order'] },
    exits: { next },
  });
  return [
    { id: 'start', kind: 'start', exits: { next: 'hello' } },
    { id: 'words', kind: 'command', name: names.words, data: { words: [...words.again] }, exits: { next: 'services' } },
    change('move', 'day'),
    change('cancel', 'cancelCard'),
    {
      id: 'resumed',
      kind: 'resume',
      name: names.resumed,
      data: { text: resumed, continue: 'node' },
      exits: { next: 'services' },
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
      data: { parts: [{ text: hello }] },
      exits: { next: 'services' },
    },
  ];
}

/** A flow of its own: any other flow of the bot can ask for contact details by it. */
function contacts(texts: BookingTexts): BotNode[] {
  const { names, variables } = texts;
  const ask = (id: 'name' | 'phone', data: object, next: string): BotNode => ({
    id,
    kind: 'question',
    name: names[id],
    data: {
      text: texts[id],
      answer: id,
      saveTo: variables[id],
      hint: texts[`${id}Hint`],
      attempts: 3,
      skipIfKnown: true,
      ...data,
    },
    exits: { answered: next, failed: 'none' },
  });
  return [
    { id: 'start', kind: 'start', exits: { next: 'name' } },
    ask('name', {}, 'phone'),
    ask('phone', { country: texts.country }, 'got'),
    { id: 'got', kind: 'end', name: names.got },
    { id: 'none', kind: 'end', name: names.none, data: { outcome: texts.noContacts } },
  ];
}
