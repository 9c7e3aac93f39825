import type { Bot, BotNode } from '../botSchema.ts';
import { bookingChecks } from './bookingChecks.ts';
import type { BookingTexts } from './bookingTextsRu.ts';
import { layoutOf } from './layoutOf.ts';

/** Whoever has not answered by then is let go, and begins anew with the next message. */
const PATIENCE_HOURS = 3;

/** «A visit»: service, master, day and time; contact details in a sub-flow; moved or cancelled by a word afterwards. */
export function bookingTemplate(texts: BookingTexts, language: 'ru' | 'en'): Bot {
  const day: [string, string][] = [['10:00', '20:00']];
  const { labels } = texts;
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
      { id: 'service', label: labels.service, type: 'text' },
      { id: 'price', label: labels.price, type: 'number' },
      { id: 'master', label: labels.master, type: 'text' },
      { id: 'day', label: labels.day, type: 'date' },
      { id: 'hour', label: labels.hour, type: 'text' },
      { id: 'name', label: labels.name, type: 'text' },
      { id: 'phone', label: labels.phone, type: 'text' },
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
        nodes: [...entries(texts), ...choosing(texts), ...booking(texts), ...changing(texts)],
      },
      { id: 'contacts', name: texts.contactsFlow, nodes: contacts(texts) },
    ],
    layout: { ...layoutOf('main', MAIN), ...layoutOf('contacts', CONTACTS) },
    checks: bookingChecks(texts),
  };
}

const MAIN: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 160],
  words: [0, 320],
  resumed: [0, 480],
  unclear: [0, 640],
  move: [4, 560],
  cancel: [0, 832],
  hello: [1, 160],
  services: [2, 160],
  haircut: [3, 0],
  manicure: [3, 160],
  massage: [3, 320],
  master: [4, 160],
  day: [5, 160],
  hour: [6, 160],
  known: [7, 160],
  contacts: [8, 320],
  summary: [9, 160],
  confirm: [10, 160],
  card: [11, 0],
  booked: [12, 0],
  reached: [13, 0],
  done: [14, 0],
  notBooked: [13, 160],
  later: [11, 240],
  cancelCard: [1, 832],
  cancelled: [2, 832],
  people: [9, 480],
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

const SERVICES = ['haircut', 'manicure', 'massage'] as const;

function choosing(texts: BookingTexts): BotNode[] {
  const { names, options, prices } = texts;
  const ask = (id: 'master' | 'day' | 'hour', data: object, next: string): BotNode => ({
    id,
    kind: 'question',
    name: names[id],
    data: { text: texts[id], saveTo: id, hint: texts[`${id}Hint`], attempts: 3, ...data },
    exits: { answered: next, failed: 'people' },
  });
  return [
    {
      id: 'services',
      kind: 'menu',
      name: names.services,
      data: {
        text: texts.services,
        options: SERVICES.map((id) => ({ id, label: options[id].label, synonyms: [...options[id].synonyms] })),
        timeoutMinutes: PATIENCE_HOURS * 60,
        reminders: [{ minutes: 60, text: texts.servicesReminder }],
      },
      exits: { haircut: 'haircut', manicure: 'manicure', massage: 'massage', timeout: 'later' },
    },
    ...SERVICES.map((id) => ({
      id,
      kind: 'set',
      name: names[id],
      data: {
        assignments: [
          { variable: 'service', op: '=', value: options[id].service },
          { variable: 'price', op: '=', value: prices[id] },
        ],
      },
      exits: { next: 'master' },
    })),
    ask('master', { answer: 'entity', entity: 'masters' }, 'day'),
    ask('day', { answer: 'date', min: '+1d', max: '+30d' }, 'hour'),
    ask('hour', { answer: 'time', min: '10:00', max: '19:00' }, 'known'),
  ];
}

function booking(texts: BookingTexts): BotNode[] {
  const { names, answers } = texts;
  const said = (id: 'summary' | 'notBooked'): BotNode => ({
    id,
    kind: 'message',
    name: names[id],
    data: { parts: [{ text: texts[id] }] },
    exits: { next: 'confirm' },
  });
  return [
    {
      id: 'known',
      kind: 'condition',
      name: names.known,
      data: {
        cases: [
          {
            id: 'yes',
            label: texts.familiar,
            all: [
              { left: 'name', op: 'filled' },
              { left: 'phone', op: 'filled' },
            ],
          },
        ],
      },
      exits: { yes: 'summary', else: 'contacts' },
    },
    {
      id: 'contacts',
      kind: 'call',
      name: names.contacts,
      data: { flow: 'contacts' },
      exits: { done: 'summary', [texts.noContacts]: 'people' },
    },
    said('summary'),
    {
      id: 'confirm',
      kind: 'menu',
      name: names.confirm,
      data: {
        text: texts.confirm,
        options: (['yes', 'other', 'no'] as const).map((id) => ({
          id,
          label: answers[id].label,
          synonyms: [...answers[id].synonyms],
        })),
        timeoutMinutes: PATIENCE_HOURS * 60,
        reminders: [{ minutes: 30, text: texts.confirmReminder }],
      },
      exits: { yes: 'card', other: 'day', no: 'later', timeout: 'later' },
    },
    {
      id: 'card',
      kind: 'lead',
      name: names.card,
      data: { comment: texts.comment, amount: '{{price}}', name: '{{name}}', phone: '{{phone}}' },
      exits: { next: 'booked' },
    },
    {
      id: 'booked',
      kind: 'status',
      name: names.booked,
      data: { status: 'st_order' },
      exits: { next: 'reached', failed: 'notBooked' },
    },
    said('notBooked'),
    {
      id: 'reached',
      kind: 'goal',
      name: names.reached,
      data: { name: texts.goal, value: '{{price}}' },
      exits: { next: 'done' },
    },
    { id: 'done', kind: 'end', name: names.done, data: { outcome: 'solved', text: texts.done } },
    { id: 'later', kind: 'end', name: names.later, data: { outcome: 'unsolved', text: texts.later } },
  ];
}

function changing(texts: BookingTexts): BotNode[] {
  const { names } = texts;
  return [
    {
      id: 'cancelCard',
      kind: 'lead',
      name: names.cancelCard,
      data: { comment: texts.cancelComment },
      exits: { next: 'cancelled' },
    },
    { id: 'cancelled', kind: 'end', name: names.cancelled, data: { status: 'st_first', text: texts.cancelled } },
    {
      id: 'people',
      kind: 'handoff',
      name: names.people,
      data: { status: 'st_human', text: texts.handoff, outsideHours: texts.outside, brief: texts.brief },
    },
  ];
}

/** A flow of its own: any other flow of the bot can ask for contact details by it. */
function contacts(texts: BookingTexts): BotNode[] {
  const { names } = texts;
  const ask = (id: 'name' | 'phone', data: object, next: string): BotNode => ({
    id,
    kind: 'question',
    name: names[id],
    data: { text: texts[id], answer: id, saveTo: id, hint: texts[`${id}Hint`], attempts: 3, skipIfKnown: true, ...data },
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
