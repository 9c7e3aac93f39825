import fc from 'fast-check';
import type { Bot, BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import { drawBot } from '../support/botBuilder.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'start', 'constructor'];
const FLOWS = ['main', 'f1', 'f2'];
const WORDS = ['да', 'меню', 'Заказать', '0'];
const VARIABLES = ['name', 'ghost', 'age'];
const STATUSES = ['st_first', 'st_human', 'st_lost', 'st_gone'];

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const id = oneOf(IDS);
const said = oneOf(['Привет', 'Как дела, {{name}}?', '{{ghost}}', '']);
const word = oneOf(WORDS);

/** Data that a block of each kind may well have, right or wrong. */
const DATA: Readonly<Record<string, fc.Arbitrary<object>>> = {
  start: fc.record(
    {
      when: fc.record({
        words: fc.array(word, { maxLength: 1 }),
        statuses: fc.array(oneOf(STATUSES), { maxLength: 1 }),
      }),
    },
    { requiredKeys: [] },
  ),
  command: fc.record(
    { words: fc.array(word, { maxLength: 2 }), inStatuses: fc.array(oneOf(STATUSES), { maxLength: 2 }) },
    { requiredKeys: ['words'] },
  ),
  resume: fc.record({ continue: oneOf(['menu', 'node', 'start']) }),
  fallback: fc.record({ hint: said }),
  message: fc.record({
    parts: fc.array(
      said.map((text) => ({ text })),
      { maxLength: 3 },
    ),
  }),
  menu: fc.record({
    text: said,
    options: fc.uniqueArray(fc.record({ id: oneOf(['next', 'x', 'y']), label: word }), {
      maxLength: 3,
      selector: (option) => option.id,
    }),
    after: oneOf(['repeat', 'short', 'none']),
  }),
  question: fc.record({ text: said, answer: oneOf(['text', 'number', 'date', 'yesno']), saveTo: oneOf(VARIABLES) }),
  intent: fc.record({ text: said, intents: oneOf(['all', ['t1'], ['gone']]) }),
  set: fc.record({
    assignments: fc.array(fc.record({ variable: oneOf(VARIABLES), op: oneOf(['=', '+']), value: said }), {
      maxLength: 2,
    }),
  }),
  status: fc.record({ status: oneOf(STATUSES) }),
  handoff: fc.record({ status: oneOf(STATUSES), text: said }),
  wait: fc.record({ minutes: oneOf([1, 5]) }),
  jump: oneOf<object>([
    { to: 'lastMenu' },
    { to: 'back' },
    { node: 'a' },
    { flow: 'f1' },
    { flow: 'f2', node: 'b' },
    { flow: 'gone' },
  ]),
  call: fc.record({ flow: oneOf([...FLOWS, 'gone']) }),
  end: fc.record({ text: said, outcome: oneOf(['', 'sold']) }),
  hologram: fc.constant({}),
};

/** Of these the rules between blocks have most to say. */
const OFTEN = ['start', 'command', 'message', 'message', 'menu', 'jump', 'jump', 'call', 'call', 'set'];

const exits = fc.dictionary(
  oneOf(['next', 'x', 'y', 'answered', 'failed', 'giveUp', 'other', 'done', 'sold', 't1']),
  oneOf([...IDS, 'nowhere']),
  { maxKeys: 4 },
);

function nodeOf(own: string): fc.Arbitrary<BotNode> {
  return oneOf([...Object.keys(DATA), ...OFTEN]).chain((kind) =>
    fc.record(
      {
        id: fc.constant(own),
        kind: fc.constant(kind),
        data: DATA[kind] ?? fc.constant({}),
        exits,
        name: oneOf(['Имя', 'Другое']),
        disabled: fc.boolean(),
      },
      { requiredKeys: ['id', 'kind', 'data', 'exits'] },
    ),
  );
}

const node = id.chain(nodeOf);
const nodes = fc.uniqueArray(node, { maxLength: 8, selector: (each) => each.id });
const flow = (own: string): fc.Arbitrary<BotFlow> =>
  fc.record(
    { id: fc.constant(own), name: fc.constant(`Сценарий ${own}`), nodes, main: fc.boolean() },
    { requiredKeys: ['id', 'name', 'nodes'] },
  );

const variables = fc.subarray([...VARIABLES]).map((ids) => ids.map((each) => ({ id: each, type: 'text' as const })));

/** Any bot that a draft in the editor can be, with a few flows of a few blocks. */
export const randomBot: fc.Arbitrary<Bot> = fc
  .record({ main: flow('main'), f1: flow('f1'), f2: flow('f2'), variables })
  .map(({ main, f1, f2, variables: declared }) =>
    drawBot()
      .topic('t1', ['раз', 'два', 'три', 'четыре', 'пять'])
      .build({ flows: [main, f1, f2], variables: declared }),
  );

/** A change as the editor makes it: what it leaves alone stays the same object. */
export type Edit = (bot: Bot) => Bot;

const pick = fc.nat({ max: 20 });

function inFlow(at: number, change: (flow: BotFlow) => BotFlow): Edit {
  return (bot) => {
    const index = at % bot.flows.length;
    const before = bot.flows[index];
    return before === undefined ? bot : { ...bot, flows: bot.flows.with(index, change(before)) };
  };
}

function inNode(at: number, which: number, change: (node: BotNode) => BotNode): Edit {
  return inFlow(at, (before) => {
    const index = which % Math.max(1, before.nodes.length);
    const old = before.nodes[index];
    return old === undefined ? before : { ...before, nodes: before.nodes.with(index, change(old)) };
  });
}

const NODE_EDITS: fc.Arbitrary<(node: BotNode) => BotNode> = fc.oneof(
  exits.map((given) => (old: BotNode) => ({ ...old, exits: given })),
  fc.boolean().map((disabled) => (old: BotNode) => ({ ...old, disabled })),
  oneOf(['Имя', 'Ещё', '']).map((name) => (old: BotNode) => ({ ...old, name })),
  said.map((text) => (old: BotNode) => ({ ...old, data: { ...old.data, text } })),
  node.map((fresh) => (old: BotNode) => ({ ...fresh, id: old.id })),
);

/** Another thing of the same kind: what is told of it has to change with it. */
const sameKind = fc.record(DATA).map((data) => (old: BotNode) => ({ ...old, data: { ...data[old.kind] } }));

export const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(pick, pick, sameKind).map(([at, which, change]) => inNode(at, which, change)) },
  { weight: 6, arbitrary: fc.tuple(pick, pick, NODE_EDITS).map(([at, which, change]) => inNode(at, which, change)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick, node)
      .map(([at, fresh]) =>
        inFlow(at, (before) =>
          before.nodes.some(({ id: known }) => known === fresh.id)
            ? before
            : { ...before, nodes: [...before.nodes, fresh] },
        ),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(pick, pick).map(([at, which]) =>
      inFlow(at, (before) => ({
        ...before,
        nodes: before.nodes.filter((_, index) => index !== which % Math.max(1, before.nodes.length)),
      })),
    ),
  },
  { weight: 1, arbitrary: pick.map((at) => inFlow(at, (before) => ({ ...before, nodes: before.nodes.toReversed() }))) },
  {
    weight: 1,
    arbitrary: fc.tuple(pick, fc.boolean()).map(([at, main]) => inFlow(at, (before) => ({ ...before, main }))),
  },
  { weight: 1, arbitrary: fc.tuple(pick, word).map(([at, name]) => inFlow(at, (before) => ({ ...before, name }))) },
  { weight: 1, arbitrary: variables.map((declared) => (bot: Bot) => ({ ...bot, variables: declared })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Bot['statuses']>([], drawBot().build().statuses)
      .map((statuses) => (bot: Bot) => ({ ...bot, statuses })),
  },
  {
    weight: 1,
    arbitrary: oneOf(STATUSES).map((resumeStatus) => (bot: Bot) => ({
      ...bot,
      settings: { ...bot.settings, resumeStatus },
    })),
  },
  {
    weight: 1,
    arbitrary: oneOf(['Europe/Moscow', 'Mars/Olympus']).map((timeZone) => (bot: Bot) => ({ ...bot, timeZone })),
  },
  {
    weight: 1,
    arbitrary: oneOf(['ru', 'русский', 'английский']).map((language) => (bot: Bot) => ({ ...bot, language })),
  },
  { weight: 1, arbitrary: fc.constant((bot: Bot) => ({ ...bot, layout: {} })) },
  {
    weight: 1,
    arbitrary: oneOf(FLOWS).map(
      (own) => (bot: Bot) =>
        bot.flows.length > 1 ? { ...bot, flows: bot.flows.filter(({ id: known }) => known !== own) } : bot,
    ),
  },
);
