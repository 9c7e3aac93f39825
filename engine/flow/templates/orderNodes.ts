import type { BotNode } from '../botSchema.ts';
import type { OrderTexts } from './orderTextsRu.ts';

/** The way of an order: it is asked for, counted, shown to the customer and written to the lead. */
export function orderNodes(texts: OrderTexts): BotNode[] {
  return [...asking(texts), ...counting(texts), ...ordering(texts)];
}

/** Each answer leads back to the question what is still missing, so that any of them can be given anew. */
function asking(texts: OrderTexts): BotNode[] {
  const { names, options, prices, cases, variables } = texts;
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
        { variable: variables.pie, op: '=', value: options[id].pie },
        { variable: variables.price, op: '=', value: prices[id] },
      ],
    },
    exits: { next: 'missing' },
  });
  const ask = (id: 'count' | 'day' | 'address' | 'phone', data: object): BotNode => ({
    id,
    kind: 'question',
    name: names[id],
    data: { text: texts[id], saveTo: variables[id], hint: texts[`${id}Hint`], attempts: 3, ...data },
    exits: { answered: 'missing', failed: 'people' },
  });
  return [
    {
      id: 'fresh',
      kind: 'set',
      name: names.fresh,
      data: { assignments: (['pie', 'count', 'day'] as const).map((id) => ({ variable: variables[id], op: 'clear' })) },
      exits: { next: 'missing' },
    },
    {
      id: 'missing',
      kind: 'condition',
      name: names.missing,
      data: {
        cases: [
          missing('pies', variables.pie, cases.pie),
          missing('count', variables.count, cases.count),
          missing('day', variables.day, cases.day),
          missing('address', variables.address, cases.address),
          missing('phone', variables.phone, cases.phone),
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
  const { names, prices, variables } = texts;
  return [
    {
      id: 'sum',
      kind: 'set',
      name: names.sum,
      note: texts.sumNote,
      data: {
        assignments: [
          { variable: variables.total, op: '=', value: `{{${variables.price}}}` },
          { variable: variables.left, op: '=', value: `{{${variables.count}}}` },
          { variable: variables.delivery, op: '=', value: texts.freeDelivery },
        ],
      },
      exits: { next: 'more' },
    },
    {
      id: 'more',
      kind: 'condition',
      name: names.more,
      data: { cases: [{ id: 'another', label: texts.another, all: [{ left: variables.left, op: '>', right: 1 }] }] },
      exits: { another: 'addOne', else: 'shipping' },
    },
    {
      id: 'addOne',
      kind: 'set',
      name: names.addOne,
      data: {
        assignments: [
          { variable: variables.total, op: '+', value: `{{${variables.price}}}` },
          { variable: variables.left, op: '-', value: 1 },
        ],
      },
      exits: { next: 'more' },
    },
    {
      id: 'shipping',
      kind: 'condition',
      name: names.shipping,
      data: {
        cases: [{ id: 'less', label: texts.enough, all: [{ left: variables.total, op: '<', right: prices.free }] }],
      },
      exits: { less: 'paid', else: 'summary' },
    },
    {
      id: 'paid',
      kind: 'set',
      name: names.paid,
      data: {
        assignments: [
          { variable: variables.total, op: '+', value: prices.delivery },
          { variable: variables.delivery, op: '=', value: texts.paidDelivery },
        ],
      },
      exits: { next: 'summary' },
    },
  ];
}

function ordering(texts: OrderTexts): BotNode[] {
  const { names, answers, changes, variables } = texts;
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
      data: { comment: texts.comment, amount: `{{${variables.total}}}`, phone: `{{${variables.phone}}}` },
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
      data: { name: texts.goal, value: `{{${variables.total}}}`, once: false },
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
