import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { isOutward } from '../../engine/model/effect.ts';
import type { TurnEvent } from '../../engine/model/event.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import { sessionStateSchema, type SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { STATUSES } from '../support/botBuilder.ts';

const IDS = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'gone'];
const id = fc.constantFrom(...IDS);
const word = fc.constantFrom('меню', 'бот', 'Каталог', '1', 'да', 'о нас', '{{name}}', '', '🎂', 'оператор');
const status = fc.constantFrom('st_first', 'st_work', 'st_human', 'st_order', 'st_lost', 'st_gone');
const exits = (...names: string[]) => fc.dictionary(fc.constantFrom(...names), id);

const options = fc.uniqueArray(fc.record({ id: fc.constantFrom('o1', 'o2', 'o3'), label: word }), {
  selector: (one) => one.id,
  maxLength: 3,
});
type Drawn = Pick<BotNode, 'kind' | 'data' | 'exits'>;
const body: fc.Arbitrary<Drawn> = fc.oneof(
  fc.record({ kind: fc.constant('start'), exits: exits('next') }),
  fc.record({
    kind: fc.constant('command'),
    data: fc.record({ words: fc.array(word, { maxLength: 2 }), whileOperator: fc.boolean() }),
    exits: exits('next'),
  }),
  fc.record({
    kind: fc.constant('message'),
    data: fc.record({ parts: fc.array(fc.record({ text: word }), { maxLength: 3 }) }),
    exits: exits('next'),
  }),
  fc.record({
    kind: fc.constant('menu'),
    data: fc.record({
      text: word,
      options,
      after: fc.constantFrom('repeat', 'short', 'none'),
      timeoutMinutes: fc.constantFrom(5, 60),
      reminders: fc.constant([{ minutes: 2, text: 'тут?' }]),
    }),
    exits: exits('o1', 'o2', 'o3', 'other', 'timeout'),
  }),
  fc.record({
    kind: fc.constant('question'),
    data: fc.record({
      text: word,
      answer: fc.constantFrom('text', 'number', 'phone', 'yesno', 'name', 'date'),
      saveTo: fc.constantFrom('name', 'phone'),
      confirm: fc.boolean(),
      optional: fc.boolean(),
      attempts: fc.integer({ min: 1, max: 3 }),
    }),
    exits: exits('answered', 'failed'),
  }),
  fc.record({
    kind: fc.constant('intent'),
    data: fc.record({ text: word, intents: fc.constant('all') }),
    exits: exits('pay', 'open', 'other', 'unsure'),
  }),
  fc.record({ kind: fc.constant('status'), data: fc.record({ status }), exits: exits('next', 'failed') }),
  fc.record({
    kind: fc.constant('handoff'),
    data: fc.record({ status, text: word }),
    exits: exits('nobody', 'failed'),
  }),
  fc.record({
    kind: fc.constant('jump'),
    data: fc.oneof(fc.record({ to: fc.constantFrom('lastMenu', 'back') }), fc.record({ node: id })),
  }),
  fc.record({ kind: fc.constant('end'), data: fc.record({ text: word, status }) }),
  fc.record({
    kind: fc.constant('resume'),
    data: fc.record({ text: word, continue: fc.constantFrom('menu', 'node', 'start') }),
    exits: exits('next'),
  }),
  fc.record({
    kind: fc.constant('fallback'),
    data: fc.record({ hint: word, attempts: fc.integer({ min: 1, max: 3 }) }),
    exits: exits('next', 'giveUp'),
  }),
  fc.record({ kind: fc.constant('unheardOf') }),
  fc.record({ kind: fc.constant('menu'), data: fc.constant({ options: 7 }) }),
);

const INTENTS = [
  { id: 'pay', name: 'Оплата', phrases: ['как оплатить', 'принимаете карты', 'оплата'] },
  { id: 'open', name: 'Часы', phrases: ['часы работы', 'когда открыты'] },
];
const MODEL = compileBot({
  format: 1,
  id: 'm',
  name: 'm',
  language: 'ru',
  intents: INTENTS,
  flows: [{ id: 'm', name: 'm', nodes: [] }],
}).model;

const bot: fc.Arbitrary<Bot> = fc
  .record({
    nodes: fc.array(body, { minLength: 1, maxLength: 8 }),
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
  .map(({ nodes, first, settings, timeZone, language }): Bot => ({
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
      {
        id: 'main',
        name: 'main',
        main: true,
        nodes: [
          { id: 'start', kind: 'start', exits: { next: first } },
          ...nodes.map((node, index) => ({ ...node, id: `n${String(index)}` })),
        ],
      },
    ],
  }));

type Act = { readonly minutes: number } & (
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'write' }
  | { readonly do: 'move'; readonly status: string | null }
  | { readonly do: 'timer'; readonly pick: number }
  | { readonly do: 'outcome'; readonly ok: boolean }
  | { readonly do: 'own'; readonly owner: 'bot' | 'human' }
);
const minutes = fc.constantFrom(0, 1, 10, 2_000);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      minutes,
      text: fc.oneof(
        word,
        fc.constantFrom('2', '0', 'назад', 'стоп', 'как оплатить', '+79161234567', 'Анна', 'привет'),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
    }),
  },
  fc.record({ do: fc.constant('write' as const), minutes }),
  fc.record({ do: fc.constant('move' as const), minutes, status: fc.option(status) }),
  fc.record({ do: fc.constant('timer' as const), minutes, pick: fc.nat(3) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('outcome' as const), minutes, ok: fc.boolean() }) },
  fc.record({ do: fc.constant('own' as const), minutes, owner: fc.constantFrom('bot' as const, 'human' as const) }),
);
const talk = fc.array(act, { minLength: 1, maxLength: 14 });

function eventOf(act: Act, state: SessionState, timers: readonly string[], at: number): TurnEvent {
  const moment = { at, seed: at % 65_537 };
  switch (act.do) {
    case 'say':
      return {
        type: 'message',
        ...moment,
        text: act.text,
        attachments: [],
        channel: 'test',
        lead: '1',
        customer: { name: 'Анна' },
      };
    case 'write':
      return { type: 'managerMessage', ...moment, text: 'добрый день' };
    case 'move':
      return { type: 'status', ...moment, status: act.status };
    case 'timer':
      return { type: 'timer', ...moment, timer: timers[act.pick % Math.max(1, timers.length)] ?? 'silence' };
    case 'outcome':
      return { type: 'outcome', ...moment, effect: state.wait?.effect ?? 'e1', ok: act.ok };
    case 'own':
      return { type: 'owner', ...moment, owner: act.owner };
  }
}

interface Turned {
  readonly before: SessionState;
  readonly event: TurnEvent;
  readonly result: ReturnType<typeof step>;
}

function play(drawn: Bot, acts: readonly Act[]): { program: ReturnType<typeof compileBot>; turns: Turned[] } {
  const program = compileBot(drawn, MODEL);
  const turns: Turned[] = [];
  const timers: string[] = [];
  let state = newSession();
  let at = Date.UTC(2026, 10, 18, 7);
  for (const one of acts) {
    at += one.minutes * 60_000 + 1_000;
    const event = eventOf(one, state, timers, at);
    const result = step(program, state, event);
    for (const effect of result.effects) if (effect.type === 'setTimer') timers.push(effect.timer);
    turns.push({ before: state, event, result });
    state = result.state;
  }
  return { program, turns };
}

describe('whatever the bot and whatever happens', () => {
  test('the step never throws, and its state stays JSON that the schema knows', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        for (const { result } of play(drawn, acts).turns) {
          const stored: unknown = JSON.parse(JSON.stringify(result.state));
          expect(stored).toEqual(result.state);
          expect(sessionStateSchema.safeParse(stored).error).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same event gives the same turn, from the state as it was or as it was stored', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const { program, turns } = play(drawn, acts);
        for (const { before, event, result } of turns) {
          const again = step(program, JSON.parse(JSON.stringify(before)) as SessionState, event);
          expect(again).toEqual(result);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the state that came in is never touched', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const { program, turns } = play(drawn, acts);
        for (const { before, event } of turns) {
          const kept = JSON.stringify(before);
          step(program, before, event);
          expect(JSON.stringify(before)).toBe(kept);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('no turn passes the guard: visits and messages are bounded', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        for (const { before, event, result } of play(drawn, acts).turns) {
          // What was kept while the CRM was asked is read in the same turn, each message with a budget of its own.
          const budgets = 1 + before.deferred.length + (event.type === 'message' ? 1 : 0);
          const entered = result.trace.filter((entry) => entry.type === 'enter').length;
          const sent = result.effects.filter((effect) => effect.type === 'send').length;
          expect(entered).toBeLessThanOrEqual((LIMITS.nodeVisitsPerTurn + 1) * budgets);
          expect(sent).toBeLessThanOrEqual((LIMITS.messagesPerTurn + 1) * budgets);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('who has handed the lead over waits for nothing, and says nothing unless called', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const mayspeak = drawn.flows[0]!.nodes.some(
          (node) => node.kind === 'command' && node.data?.whileOperator === true,
        );
        for (const { before, event, result } of play(drawn, acts).turns) {
          if (mayspeak || before.owner !== 'human' || event.type !== 'message') continue;
          const called = result.trace.some((entry) => entry.type === 'understood' && entry.rung === 'resumeWord');
          if (!called) expect(result.effects.filter(isOutward)).toEqual([]);
          if (result.state.owner === 'human') expect(result.state.wait).toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every outward effect of a conversation has an id of its own', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const ids = play(drawn, acts).turns.flatMap(({ result }) =>
          result.effects.filter(isOutward).map((effect) => effect.id),
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
  });
});
