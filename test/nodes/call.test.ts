import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { botFacts } from '../../engine/flow/botFacts.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { call } from '../../engine/nodes/call/run.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';
import { withFlows } from '../support/withFlows.ts';

const VARIABLES: Bot['variables'] = [
  { id: 'city', type: 'text' },
  { id: 'place', type: 'text' },
  { id: 'count', type: 'number' },
  { id: 'result', type: 'text' },
];

/** A bot that calls `sub` with `data`, and says afterwards what it knows. */
function caller(data: Record<string, unknown>, sub: BotBuilder, exits: Record<string, string> = { done: 'said' }): Bot {
  const main = drawBot()
    .start('call')
    .node('call', 'call', { flow: 'sub', ...data }, exits)
    .message('said', '{{city|нет}} · {{place|нет}} · {{result|нет}}')
    .end('bye');
  return { ...withFlows(main, { sub }), variables: VARIABLES };
}
const echo = (): BotBuilder => drawBot().start('say').message('say', 'внутри: {{place|нет}}');

describe('values go in and come back', () => {
  test.each([
    ['a list of pairs', { pass: [{ from: 'city', to: 'place' }], receive: [{ from: 'place', to: 'result' }] }],
    ['other names', { pass: [{ source: 'city', target: 'place' }], receive: [{ value: 'place', variable: 'result' }] }],
    [
      'what it is called',
      { pass: [{ variable: 'city', as: 'place' }], receive: [{ variable: 'place', as: 'result' }] },
    ],
    ['a map', { pass: { place: 'city' }, receive: { result: 'place' } }],
    ['a map of templates', { pass: { place: '{{city}}' }, receive: { result: '{{ place }}' } }],
  ])('as %s', (_, data) => {
    const talk = talkTo(caller(data, echo()), { variables: { city: 'Тверь' } });
    expect(talk.customer('привет')).toEqual(['внутри: Тверь', 'Тверь · Тверь · Тверь']);
  });

  test('a text with more in it than a variable is filled', () => {
    const talk = talkTo(caller({ pass: { place: 'город {{city}}' } }, echo()), { variables: { city: 'Тверь' } });
    expect(talk.customer('привет')[0]).toBe('внутри: город Тверь');
  });

  test('a number stays a number, a list a list, and what is not known empties the other', () => {
    const talk = talkTo(caller({ pass: { place: 'count', city: 'tags', result: 'nothing' } }, echo()), {
      variables: { count: 12, tags: ['а', 'б'], result: 'старое' },
    });
    talk.customer('привет');
    expect(talk.state.variables).toMatchObject({ place: 12, city: ['а', 'б'], result: null });
  });

  test('two variables can change places', () => {
    const data = { pass: { city: 'place', place: 'city' } };
    const talk = talkTo(caller(data, echo()), { variables: { city: 'А', place: 'Б' } });
    talk.customer('привет');
    expect(talk.state.variables).toMatchObject({ city: 'Б', place: 'А' });
  });

  test('a name that reaches a prototype is never written', () => {
    const pass = JSON.parse('[{"from":"city","to":"__proto__"},{"from":"city","to":"constructor"}]') as unknown;
    const talk = talkTo(caller({ pass }, echo()), { variables: { city: 'А' } });
    talk.customer('привет');
    expect(Object.keys(talk.state.variables)).toEqual(['city']);
    expect(Object.getPrototypeOf(talk.state.variables)).toBe(Object.prototype);
  });

  test('what is received is written only when it has come back', () => {
    const asks = drawBot().start('ask').question('ask', 'Куда?', { answer: 'text', saveTo: 'place' }, {});
    const talk = talkTo(caller({ receive: { result: 'place' } }, asks), { variables: { result: 'ещё нет' } });
    talk.customer('привет');
    expect(talk.state.variables['result']).toBe('ещё нет');
    expect(talk.customer('Тверь')).toEqual(['нет · Тверь · Тверь']);
  });
});

describe('exits', () => {
  const exitsOf = (sub: BotBuilder) => {
    const facts = botFacts(caller({}, sub));
    return call.exits({ flow: 'sub' }, facts).map(({ id, label }) => (label === undefined ? id : `${id}=${label}`));
  };

  test('one for each name an end inside has, once, in order', () => {
    const sub = drawBot()
      .start('a')
      .end('a', 'x', { outcome: 'solved' })
      .end('b', 'x', { outcome: ' Отменил ' })
      .end('c', 'x', { outcome: 'Отменил' })
      .end('d')
      .end('e', 'x', { outcome: 'done' });
    expect(exitsOf(sub)).toEqual(['done', 'solved', 'Отменил=Отменил']);
    expect(exitsOf(echo())).toEqual(['done']);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['done alone serves every name', { done: 'bye' }, []],
    ['every name alone leaves nothing for done', { solved: 'bye', unsolved: 'bye' }, []],
    ['one of the names is not enough', { solved: 'bye' }, ['done']],
    ['nothing is connected', {}, ['done']],
  ])('%s', (_, exits, open) => {
    const sub = drawBot()
      .start('menu')
      .menu('menu', 'Помогло?', { yes: 'Да', no: 'Нет' }, { after: 'none' })
      .end('yes', '', { outcome: 'solved' })
      .end('no', '', { outcome: 'unsolved' });
    const problems = findProblems(caller({}, sub, exits)).filter((problem) => problem.node === 'call');
    expect(problems.filter((problem) => problem.code === 'E-OUT').map((problem) => problem.exit)).toEqual(open);
  });
});

describe('problems', () => {
  const codes = (data: Record<string, unknown>): string[] =>
    call
      .problems(call.schema.parse(data), botFacts(caller({}, echo())))
      .map(({ code, field, facts }) => [code, field, facts?.['name']].filter((part) => part !== undefined).join(' '));

  test.each<[Record<string, unknown>, string[]]>([
    [{ flow: 'sub' }, []],
    [{}, ['E-FLOW flow']],
    [{ flow: 'gone' }, ['E-REF flow']],
    [{ flow: 'sub', pass: { place: 'city' }, receive: { result: 'customer.name' } }, []],
    [{ flow: 'sub', pass: [{ from: 'city' }] }, ['E-PAIR pass']],
    [{ flow: 'sub', receive: [{ to: 'city' }] }, ['E-PAIR receive']],
    [{ flow: 'sub', pass: { nowhere: 'city' } }, ['E-VAR pass nowhere']],
    [{ flow: 'sub', pass: { city: 'nothing' } }, ['E-VAR pass nothing']],
    [{ flow: 'sub', pass: { 'lead.id': 'city' } }, ['E-VARNAME pass lead.id']],
    [{ flow: 'sub', pass: { place: 'count' } }, ['W-PAIR pass']],
    [{ flow: 'sub', receive: { count: '{{city}}' } }, ['W-PAIR receive']],
  ])('%o', (data, expected) => {
    expect(codes(data)).toEqual(expected);
  });

  test('a flow without a start cannot be gone into', () => {
    const bot = withFlows(drawBot().start('call'), { sub: drawBot().message('m', 'нет начала') });
    expect(call.problems({ flow: 'sub' }, botFacts(bot)).map((problem) => problem.code)).toEqual(['E-NOSTART']);
  });

  test('says what it calls, reads and writes', () => {
    const data = call.schema.parse({
      flow: 'sub',
      pass: { place: 'city' },
      receive: { result: 'в {{place}} и {{city}}' },
    });
    expect(call.calls?.(data)).toBe('sub');
    expect(call.reads?.(data)).toEqual(['city']);
    expect(call.writes?.(data)).toEqual(['place', 'result']);
    expect(call.texts(data)).toEqual(['в {{place}} и {{city}}']);
  });
});
