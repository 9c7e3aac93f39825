import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import { KINDS } from '../../../engine/nodes/registry.ts';
import { type KindTexts, kindTexts } from './kindTexts.ts';
import type { Language } from './language.ts';

/** Every kind of block once, filled in by somebody who means it: long names, several rows, numbers, lists. */
export function filledBot(id: string, language: Language): Bot {
  const t = kindTexts[language];
  const blocks: readonly BotNode[] = [
    {
      id: 'start',
      kind: 'start',
      data: { when: { newLead: true, statuses: ['st_work'], words: ['promo'] }, greetOnce: true },
      exits: { next: 'menu' },
    },
    { id: 'command', kind: 'command', data: { words: t.words, match: 'starts' }, exits: { next: 'menu' } },
    { id: 'resume', kind: 'resume', data: { text: t.back, continue: 'node' }, exits: { next: 'menu' } },
    {
      id: 'fallback',
      kind: 'fallback',
      data: { hint: t.hint, attempts: 3 },
      exits: { next: 'menu', giveUp: 'handoff' },
    },
    {
      id: 'message',
      kind: 'message',
      name: t.longName,
      data: {
        parts: [{ text: t.hello, texts: { en: 'Hello' } }, { image: 'https://example.org/price.png' }],
        delaySeconds: 2,
      },
      exits: { next: 'menu' },
    },
    {
      id: 'menu',
      kind: 'menu',
      data: {
        text: t.help,
        options: t.options.map((label, at) => ({ id: `option${String(at)}`, label, synonyms: t.synonyms[at] ?? [] })),
        after: 'short',
        timeoutMinutes: 1440,
        reminders: [{ minutes: 60, text: t.still }],
      },
      exits: { option0: 'condition', option1: 'hours', option2: 'handoff', other: 'intent', timeout: 'end' },
    },
    {
      id: 'question',
      kind: 'question',
      data: { text: t.when, answer: 'date', saveTo: t.date, min: 'today', max: '+30d', hint: t.hint, confirm: true },
      exits: { answered: 'set', failed: 'handoff' },
    },
    {
      id: 'intent',
      kind: 'intent',
      data: { intents: ['delivery', 'price'], extract: [{ what: 'phone', saveTo: t.phone }] },
      exits: { delivery: 'message', price: 'question', unsure: 'menu', other: 'handoff' },
    },
    {
      id: 'condition',
      kind: 'condition',
      data: { cases: cases(t) },
      exits: { rich: 'assign', mine: 'tags', else: 'split' },
    },
    {
      id: 'set',
      kind: 'set',
      data: {
        assignments: [
          { variable: t.discount, op: '=', value: '10' },
          { variable: t.sum, op: '-', value: `{{${t.discount}}} * 12,5` },
          { variable: t.date, op: 'now' },
          { variable: t.phone, op: 'clear' },
          { variable: t.discount, op: 'random', value: '1-6' },
        ],
      },
      exits: { next: 'lead' },
    },
    {
      id: 'split',
      kind: 'split',
      data: {
        branches: [
          { id: 'a', label: t.variant.short, weight: 50 },
          { id: 'b', label: t.variant.photo, weight: 30 },
          { id: 'c', weight: 20 },
        ],
        goal: t.goal,
      },
      exits: { a: 'message', b: 'question', c: 'wait' },
    },
    {
      id: 'wait',
      kind: 'wait',
      data: { until: '09:00', weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], onMessage: 'interrupt' },
      exits: { next: 'message', replied: 'menu' },
    },
    {
      id: 'hours',
      kind: 'hours',
      data: {
        hours: { weekly: { ...WEEK, sat: [['10:00', '14:00']] }, holidays: ['01-01..01-08', '2027-05-09'] },
        timeZone: 'Asia/Yekaterinburg',
        warnMinutes: 15,
      },
      exits: { open: 'handoff', closed: 'pause' },
    },
    { id: 'status', kind: 'status', data: { status: 'st_order', forwardOnly: true }, exits: { next: 'goal' } },
    {
      id: 'assign',
      kind: 'assign',
      data: { to: t.people, ifRefused: 'exit' },
      exits: { next: 'status', failed: 'handoff' },
    },
    { id: 'tags', kind: 'tags', data: { add: t.tags, remove: t.oldTags }, exits: { next: 'status' } },
    {
      id: 'lead',
      kind: 'lead',
      data: { comment: t.comment, amount: `{{${t.sum}}}`, phone: `{{${t.phone}}}` },
      exits: { next: 'http' },
    },
    {
      id: 'handoff',
      kind: 'handoff',
      data: { status: 'st_human', text: t.calling, outsideHours: t.closed, brief: t.comment, assignTo: t.people },
      exits: { failed: 'message' },
    },
    { id: 'pause', kind: 'pause', data: { minutes: 90, text: t.silent }, exits: { next: 'menu' } },
    { id: 'jump', kind: 'jump', data: { to: 'flow', flow: 'address' } },
    {
      id: 'call',
      kind: 'call',
      data: {
        flow: 'address',
        pass: [
          { from: t.phone, to: t.phone },
          { from: t.sum, to: t.discount },
        ],
        receive: [{ from: t.date, to: t.date }],
      },
      exits: { done: 'status', [t.outcome]: 'handoff' },
    },
    { id: 'http', kind: 'http', data: request(t), exits: { ok: 'call', error: 'handoff' } },
    { id: 'goal', kind: 'goal', data: { name: t.goal, value: `{{${t.sum}}}`, once: false }, exits: { next: 'end' } },
    { id: 'end', kind: 'end', data: { outcome: 'solved', text: t.bye, rating: true, ratingTo: t.discount } },
  ];
  const address: Bot['flows'][number] = {
    id: 'address',
    name: t.subflow,
    nodes: [
      { id: 'start', kind: 'start', data: {}, exits: { next: 'ask' } },
      {
        id: 'ask',
        kind: 'question',
        data: { text: t.where, answer: 'text', saveTo: t.date },
        exits: { answered: 'no', failed: 'no' },
      },
      { id: 'no', kind: 'end', data: { outcome: t.outcome } },
    ],
  };
  return around(id, t.filled, language, [main(t.flow, blocks), address]);
}

/** Every kind as it is when it was just put on the canvas: prompts in grey, nothing connected. */
export function freshBot(id: string, language: Language): Bot {
  const t = kindTexts[language];
  const blocks = Object.entries(KINDS).map(([kind, made]): BotNode => ({
    id: kind,
    kind,
    data: { ...made.initial(language) },
  }));
  return around(id, t.fresh, language, [main(t.flow, blocks)]);
}

function around(id: string, name: string, language: Language, flows: Bot['flows']): Bot {
  const t = kindTexts[language];
  return {
    format: 1,
    id,
    name,
    language,
    languages: [language, ...(language === 'ru' ? ['en'] : [])],
    timeZone: 'Europe/Moscow',
    statuses: [
      { id: 'st_work', name: t.status.work, role: 'bot' },
      { id: 'st_human', name: t.status.human, role: 'operator' },
      { id: 'st_order', name: t.status.order, role: 'none' },
      { id: 'st_lost', name: t.status.lost, role: 'closed' },
    ],
    variables: [
      { id: t.sum, type: 'number' },
      { id: t.discount, type: 'number' },
      { id: t.date, type: 'date' },
      { id: t.phone, label: t.phoneLabel, type: 'text' },
    ],
    intents: [
      { id: 'delivery', name: t.topic.delivery, phrases: t.deliveryPhrases },
      { id: 'price', name: t.topic.price, phrases: t.pricePhrases },
    ],
    hours: { weekly: WEEK },
    flows,
    layout: { main: grid(flows[0]?.nodes ?? []) },
  };
}

const WEEK: NonNullable<Bot['hours']>['weekly'] = {
  mon: [
    ['09:00', '13:00'],
    ['14:00', '18:00'],
  ],
  tue: [['09:00', '18:00']],
  wed: [['09:00', '18:00']],
  thu: [['09:00', '18:00']],
  fri: [['09:00', '17:00']],
};

/** A name, groups in groups, and an expression with a mistake in it. */
function cases(t: KindTexts): readonly object[] {
  return [
    {
      id: 'rich',
      all: [
        { left: t.sum, op: '>=', right: '5000' },
        {
          any: [
            { left: 'lead_tags', op: 'contains', right: t.tag },
            {
              all: [
                { left: 'channel', op: 'in', right: ['whatsapp', 'telegram'] },
                { left: 'time', op: '<', right: '18:30' },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'mine',
      label: t.mine,
      any: [
        { left: 'lead_status', op: '=', right: 'st_order' },
        { left: 'hours_open', op: '=', right: true },
      ],
    },
    { id: 'hand', label: t.byHand, expression: `${t.sum} * 0.9 > and 5000` },
  ];
}

function request(t: KindTexts): NonNullable<BotNode['data']> {
  return {
    method: 'POST',
    url: `https://api.shop.example/v2/orders/{{${t.phone}}}/items?with=prices`,
    headers: [
      { name: 'Authorization', value: 'Bearer 4f1c-a90d' },
      { name: 'Accept-Language', value: 'ru' },
    ],
    body: `{ "phone": "{{${t.phone}}}", "sum": {{${t.sum}}} }`,
    sample: {
      order: {
        id: 10482,
        status: t.onItsWay,
        items: [
          { name: t.cake, price: 2500 },
          { name: t.cake, price: 1200 },
        ],
      },
      paid: true,
      note: null,
    },
    save: [
      { path: 'order.status', variable: t.phone },
      { path: 'order.items[0].price', variable: t.sum },
    ],
  };
}

const main = (name: string, nodes: readonly BotNode[]): Bot['flows'][number] => ({
  id: 'main',
  name,
  main: true,
  nodes: [...nodes],
});

const COLUMNS = 6;

function grid(blocks: readonly BotNode[]): { nodes: Record<string, { x: number; y: number }> } {
  const places = blocks.map(
    ({ id }, at) => [id, { x: (at % COLUMNS) * 360, y: Math.floor(at / COLUMNS) * 400 }] as const,
  );
  return { nodes: Object.fromEntries(places) };
}
