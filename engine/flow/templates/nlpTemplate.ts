import type { Bot, BotNode } from '../botSchema.ts';
import { layoutOf } from './layoutOf.ts';
import { nlpChecks } from './nlpChecks.ts';
import type { NlpTexts, TopicTexts } from './nlpTexts.ts';

/** «First touch»: the second acceptance scenario of product.md, E. */
export function nlpTemplate(texts: NlpTexts, language: 'ru' | 'en'): Bot {
  const day: [string, string][] = [['09:00', '18:00']];
  const topic = (id: string, { name, phrases }: TopicTexts) => ({ id, name, phrases: [...phrases] });
  return {
    format: 1,
    id: 'bot_first_touch',
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
      { id: 'name', label: texts.nameLabel, type: 'text' },
      { id: 'payment', label: texts.payLabel, type: 'text' },
    ],
    intents: [
      topic('order', texts.order),
      topic('payment', texts.payment),
      topic('hours', texts.hours),
      topic('operator', texts.operator),
    ],
    entities: [
      {
        id: 'payWays',
        name: texts.payEntity.name,
        values: texts.payEntity.values.map(({ value, synonyms }) => ({ value, synonyms: [...synonyms] })),
      },
    ],
    hours: { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day }, holidays: [...texts.holidays] },
    settings: {
      attempts: 3,
      burstSeconds: 2,
      takeOverWhenManagerWrites: true,
      resumeWord: texts.resumeWord,
      restartAfterHours: 24,
      // Four topics are soon confused with small talk: better to ask once more than to answer beside the point.
      caution: 'careful',
    },
    flows: [{ id: 'main', name: texts.flow, main: true, nodes: [...entries(texts), ...talk(texts)] }],
    layout: layoutOf('main', CELLS),
    checks: nlpChecks(texts),
  };
}

const CELLS: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 176],
  first: [1, 176],
  hello: [2, 176],
  ask: [3, 176],
  listen: [3, 480],
  payInfo: [4, 0],
  hoursInfo: [4, 176],
  askName: [4, 352],
  help: [4, 552],
  askPay: [5, 352],
  offer: [5, 552],
  people: [6, 352],
  words: [2, 376],
  resumed: [2, 536],
  unclear: [5, 776],
};

const TOPICS = ['order', 'payment', 'hours', 'operator'];
const WAYS = { order: 'askName', payment: 'payInfo', hours: 'hoursInfo', operator: 'people' };

function entries(texts: NlpTexts): BotNode[] {
  const { names } = texts;
  return [
    { id: 'start', kind: 'start', exits: { next: 'first' } },
    {
      id: 'words',
      kind: 'command',
      name: names.words ?? '',
      data: { words: [...texts.words] },
      exits: { next: 'ask' },
    },
    {
      id: 'resumed',
      kind: 'resume',
      name: names.resumed ?? '',
      data: { text: texts.resumed, continue: 'node' },
      exits: { next: 'ask' },
    },
    {
      id: 'unclear',
      kind: 'fallback',
      name: names.unclear ?? '',
      data: { hint: texts.hint, clarify: true, attempts: 3 },
      exits: { giveUp: 'people' },
    },
    // No connection leads in: it hears a topic from wherever the customer is.
    { id: 'listen', kind: 'intent', name: names.listen ?? '', data: { intents: [...TOPICS] }, exits: { ...WAYS } },
  ];
}

function talk(texts: NlpTexts): BotNode[] {
  const { names } = texts;
  const said = (id: string, lines: readonly string[], next: string): BotNode => ({
    id,
    kind: 'message',
    name: names[id] ?? '',
    data: { parts: lines.map((text) => ({ text })) },
    exits: { next },
  });
  const understood = (id: string, text: string, other: string): BotNode => ({
    id,
    kind: 'intent',
    name: names[id] ?? '',
    data: { text, intents: [...TOPICS], ambiguous: 'ask' },
    exits: { ...WAYS, other },
  });
  return [
    {
      id: 'first',
      kind: 'status',
      name: names.first ?? '',
      data: { status: 'st_first', forwardOnly: true },
      exits: { next: 'hello' },
    },
    said('hello', texts.hello, 'ask'),
    understood('ask', texts.ask, 'help'),
    said('payInfo', [texts.payInfo], 'ask'),
    said('hoursInfo', [texts.hoursInfo], 'ask'),
    {
      id: 'askName',
      kind: 'question',
      name: names.askName ?? '',
      data: { text: texts.askName, answer: 'name', saveTo: 'name', hint: texts.nameHint, attempts: 3 },
      exits: { answered: 'askPay', failed: 'people' },
    },
    {
      id: 'askPay',
      kind: 'question',
      name: names.askPay ?? '',
      data: {
        text: texts.askPay,
        answer: 'entity',
        entity: 'payWays',
        saveTo: 'payment',
        hint: texts.payHint,
        attempts: 3,
      },
      exits: { answered: 'people', failed: 'people' },
    },
    understood('help', texts.help, 'offer'),
    {
      id: 'offer',
      kind: 'menu',
      name: names.offer ?? '',
      data: {
        text: texts.offer,
        options: [
          { id: 'yes', label: texts.offerYes.label, synonyms: [...texts.offerYes.synonyms] },
          { id: 'no', label: texts.offerNo.label, synonyms: [...texts.offerNo.synonyms] },
        ],
      },
      exits: { yes: 'people', no: 'ask' },
    },
    {
      id: 'people',
      kind: 'handoff',
      name: names.people ?? '',
      data: { status: 'st_human', text: texts.handoff, outsideHours: texts.outside, brief: texts.brief },
    },
  ];
}
