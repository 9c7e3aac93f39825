import fc from 'fast-check';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import type { KindName } from '../../engine/nodes/kind.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { STATUSES } from './botBuilder.ts';

/** What a node is but for its id. */
export type Drawn = Pick<BotNode, 'kind' | 'data' | 'exits'>;

const MAIN = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'];
const id = fc.constantFrom(...MAIN, 'gone');
export const word = fc.constantFrom('меню', 'бот', 'Каталог', '1', 'да', 'о нас', '{{name}}', '', '🎂', 'оператор');
const said = fc.constantFrom('меню', 'Каталог', '1', 'о нас', '🎂', 'привет {{phone|вам}}');
export const status = fc.constantFrom('st_first', 'st_work', 'st_human', 'st_order', 'st_lost', 'st_gone');
const variable = fc.constantFrom('name', 'phone', 'score');
const exits = (...names: string[]) => fc.dictionary(fc.constantFrom(...names), id);
const minutes = fc.constantFrom(0, 1, 5, 60, 3_000);
const ifRefused = fc.constantFrom('next', 'failed', 'operator');
const outcome = fc.constantFrom('solved', 'ordered');
const options = fc.uniqueArray(fc.record({ id: fc.constantFrom('o1', 'o2', 'o3'), label: word }), {
  selector: (one) => one.id,
  maxLength: 3,
});
/** Any of these fields, or none: drafts are half-filled. */
const some = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });

type Body = Readonly<{ data?: fc.Arbitrary<object>; exits?: fc.Arbitrary<Record<string, string>> }>;

/** One row a kind; the compiler says which is missing. `text`: what the bot may say. */
const BODIES = (text: fc.Arbitrary<string>): Readonly<Record<KindName, Body>> => ({
  start: {
    data: some({
      when: fc.record({ statuses: fc.array(status, { maxLength: 1 }), words: fc.array(word, { maxLength: 1 }) }),
      restartAfterHours: fc.constantFrom(0, 1),
      greetOnce: fc.boolean(),
    }),
    exits: exits('next'),
  },
  command: {
    data: some({ words: fc.array(word, { maxLength: 2 }), whileOperator: fc.boolean() }),
    exits: exits('next'),
  },
  resume: {
    data: fc.record({ text, continue: fc.constantFrom('menu', 'node', 'start') }),
    exits: exits('next'),
  },
  fallback: {
    data: fc.record({ hint: text, attempts: fc.integer({ min: 1, max: 3 }) }),
    exits: exits('next', 'giveUp'),
  },
  message: {
    data: fc.record({ parts: fc.array(fc.record({ text }), { minLength: 1, maxLength: 3 }) }),
    exits: exits('next'),
  },
  menu: {
    data: fc.record({
      text,
      options,
      after: fc.constantFrom('repeat', 'short', 'none'),
      timeoutMinutes: fc.constantFrom(5, 60),
      reminders: fc.constant([{ minutes: 2, text: 'тут?' }]),
    }),
    exits: exits('o1', 'o2', 'o3', 'other', 'timeout'),
  },
  question: {
    data: fc.record({
      text,
      answer: fc.constantFrom('text', 'number', 'phone', 'yesno', 'name', 'date', 'file'),
      saveTo: variable,
      confirm: fc.boolean(),
      optional: fc.boolean(),
      attempts: fc.integer({ min: 1, max: 3 }),
    }),
    exits: exits('answered', 'failed'),
  },
  intent: {
    data: fc.record({ text, intents: fc.constant('all') }),
    exits: exits('pay', 'open', 'other', 'unsure'),
  },
  condition: {
    data: fc.record({
      cases: fc.constantFrom(
        [{ id: 'o1', all: [{ left: 'name', op: 'filled' }] }],
        [{ id: 'o1', any: [{ left: 'score', op: '>', right: 3 }] }],
        [{ id: 'o1', expression: 'score > 3' }],
      ),
    }),
    exits: exits('o1', 'else'),
  },
  set: {
    data: fc.record({
      assignments: fc.array(
        fc.record({ variable, op: fc.constantFrom('set', 'add', 'clear'), value: fc.constant('1') }),
        {
          maxLength: 2,
        },
      ),
    }),
    exits: exits('next'),
  },
  split: {
    data: some({
      branches: fc.constant([
        { id: 'o1', weight: 50 },
        { id: 'o2', weight: 50 },
      ]),
      sticky: fc.boolean(),
    }),
    exits: exits('o1', 'o2'),
  },
  wait: {
    data: some({
      minutes,
      until: fc.constant('09:00'),
      openingHours: fc.boolean(),
      onMessage: fc.constantFrom('interrupt', 'ignore'),
      reply: text,
    }),
    exits: exits('next', 'replied'),
  },
  hours: { exits: exits('open', 'closed') },
  status: { data: some({ status, forwardOnly: fc.boolean(), ifRefused }), exits: exits('next', 'failed') },
  assign: { data: some({ to: fc.constantFrom('12', '{{name}}'), ifRefused }), exits: exits('next', 'failed') },
  tags: {
    data: some({ add: fc.constant(['vip']), remove: fc.constant(['new']), ifRefused }),
    exits: exits('next', 'failed'),
  },
  lead: {
    data: some({ comment: word, amount: fc.constantFrom(100, 'много'), ifRefused }),
    exits: exits('next', 'failed'),
  },
  handoff: { data: some({ status, text, outsideHours: text }), exits: exits('nobody', 'failed') },
  pause: { data: some({ minutes, text, resumeWord: word }), exits: exits('next') },
  jump: {
    data: fc.oneof(
      fc.record({ to: fc.constantFrom('lastMenu', 'back') }),
      fc.record({ node: id }),
      fc.record({ to: fc.constant('flow'), flow: fc.constantFrom('main', 'sub') }),
    ),
  },
  call: { data: fc.record({ flow: fc.constantFrom('sub', 'main') }), exits: exits('done', 'solved', 'ordered') },
  http: {
    data: some({
      method: fc.constantFrom('GET', 'POST'),
      url: fc.constant('https://example.org/{{name}}'),
      save: fc.constant([{ path: 'a.b', variable: 'score' }]),
      sample: fc.constant({ a: { b: 7 } }),
    }),
    exits: exits('ok', 'error'),
  },
  goal: { data: some({ name: word, value: fc.constantFrom(5, '{{score}}') }), exits: exits('next') },
  end: { data: some({ text, status, outcome, rating: fc.boolean() }) },
});

/** Those that ask and answer are most of every bot. */
const COMMON = new Set(['message', 'menu', 'question', 'call', 'wait', 'end']);

function bodyOf(text: fc.Arbitrary<string>): fc.Arbitrary<Drawn> {
  const known = Object.entries(BODIES(text)).map(([kind, body]) => ({
    weight: COMMON.has(kind) ? 4 : 1,
    arbitrary: nodeOf(kind, body),
  }));
  return fc.oneof(...known);
}

function nodeOf(kind: string, { data, exits: out }: Body): fc.Arbitrary<Drawn> {
  return fc.record({
    kind: fc.constant(kind),
    ...(data === undefined ? {} : { data }),
    ...(out === undefined ? {} : { exits: out }),
  }) as fc.Arbitrary<Drawn>;
}
const broken: fc.Arbitrary<Drawn> = fc.constantFrom({ kind: 'unheardOf' }, { kind: 'menu', data: { options: 7 } });

/** Nodes as an author may leave them: half-filled, of unknown kinds, leading nowhere. */
export const anyBody = fc.oneof({ weight: 20, arbitrary: bodyOf(word) }, { weight: 1, arbitrary: broken });
/** Nodes that always have something to say. */
export const soundBody = bodyOf(said);
export const soundMenu = nodeOf('menu', BODIES(said).menu);

const INTENTS = [
  { id: 'pay', name: 'Оплата', phrases: ['как оплатить', 'принимаете карты', 'оплата'] },
  { id: 'open', name: 'Часы', phrases: ['часы работы', 'когда открыты'] },
];

/** The phrases all these bots know, learned once. */
export const MODEL = compileBot({
  format: 1,
  id: 'm',
  name: 'm',
  language: 'ru',
  intents: INTENTS,
  flows: [{ id: 'm', name: 'm', nodes: [] }],
}).model;

/** A bot of one main flow and one to be called, whatever its nodes. */
export function randomBot(body: fc.Arbitrary<Drawn>): fc.Arbitrary<Bot> {
  return fc
    .record({
      nodes: fc.array(body, { minLength: 1, maxLength: 8 }),
      inside: fc.array(body, { minLength: 1, maxLength: 4 }),
      first: id,
      settings: fc.record({
        resumeWord: fc.constantFrom('', 'бот'),
        resumeStatus: status,
        takeOverWhenManagerWrites: fc.boolean(),
        operatorSilenceMinutes: fc.constantFrom(0, 10),
        restartAfterHours: fc.constantFrom(0, 1),
      }),
      timeZone: fc.constantFrom('Europe/Moscow', 'America/New_York', 'Not/AZone'),
      language: fc.constantFrom('ru', 'en', 'русский'),
    })
    .map(({ nodes, inside, first, settings, timeZone, language }): Bot => ({
      format: 1,
      id: 'bot',
      name: 'bot',
      language,
      timeZone,
      statuses: STATUSES,
      intents: INTENTS,
      variables: [],
      hours: { weekly: { mon: [['09:00', '18:00']] } },
      settings,
      flows: [
        { id: 'main', name: 'main', main: true, nodes: [begin(first), ...numbered(nodes)] },
        {
          id: 'sub',
          name: 'sub',
          nodes: [{ ...begin('n0'), data: { when: { words: ['внутрь'] } } }, ...numbered(inside)],
        },
      ],
    }));
}

const begin = (next: string): BotNode => ({ id: 'start', kind: 'start', exits: { next } });
const numbered = (nodes: readonly Drawn[]): BotNode[] =>
  nodes.map((node, index) => ({ ...node, id: `n${String(index)}` }));
