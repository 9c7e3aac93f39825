import type { BotNode } from '../botSchema.ts';
import type { BookingTexts } from './bookingTextsRu.ts';

/** The way of a booking: a visit is chosen, confirmed and written to the lead. `patienceMinutes`: who is silent longer is let go. */
export function bookingNodes(texts: BookingTexts, patienceMinutes: number): BotNode[] {
  return [...choosing(texts, patienceMinutes), ...booking(texts, patienceMinutes), ...changing(texts)];
}

const SERVICES = ['haircut', 'manicure', 'massage'] as const;

function choosing(texts: BookingTexts, patienceMinutes: number): BotNode[] {
  const { names, options, prices, variables } = texts;
  const ask = (id: 'master' | 'day' | 'hour', data: object, next: string): BotNode => ({
    id,
    kind: 'question',
    name: names[id],
    data: { text: texts[id], saveTo: variables[id], hint: texts[`${id}Hint`], attempts: 3, ...data },
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
        timeoutMinutes: patienceMinutes,
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
          { variable: variables.service, op: '=', value: options[id].service },
          { variable: variables.price, op: '=', value: prices[id] },
        ],
      },
      exits: { next: 'master' },
    })),
    ask('master', { answer: 'entity', entity: 'masters' }, 'day'),
    ask('day', { answer: 'date', min: '+1d', max: '+30d' }, 'hour'),
    ask('hour', { answer: 'time', min: '10:00', max: '19:00' }, 'known'),
  ];
}

function booking(texts: BookingTexts, patienceMinutes: number): BotNode[] {
  const { names, answers, variables } = texts;
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
              { left: variables.name, op: 'filled' },
              { left: variables.phone, op: 'filled' },
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
        timeoutMinutes: patienceMinutes,
        reminders: [{ minutes: 30, text: texts.confirmReminder }],
      },
      exits: { yes: 'card', other: 'day', no: 'later', timeout: 'later' },
    },
    {
      id: 'card',
      kind: 'lead',
      name: names.card,
      data: {
        comment: texts.comment,
        amount: `{{${variables.price}}}`,
        name: `{{${variables.name}}}`,
        phone: `{{${variables.phone}}}`,
      },
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
      data: { name: texts.goal, value: `{{${variables.price}}}` },
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
