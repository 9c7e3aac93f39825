import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { EffectOf } from '../../engine/model/effect.ts';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

const assigning = (data: Record<string, unknown>, exits: Record<string, string> = { next: 'ok' }) =>
  drawBot()
    .variable('who')
    .start('a')
    .node('a', 'assign', data, exits)
    .message('ok', 'Дальше', 'menu')
    .menu('menu', '?', { a: 'Ещё раз' })
    .message('no', 'Не получилось')
    .handoff('people');

/** What the CRM is asked for. */
function asked(data: Record<string, unknown>, variables: Record<string, string> = {}): EffectOf<'assign'> | undefined {
  const talk = talkTo(assigning(data).build(), { variables });
  talk.customer('привет');
  return talk.conversation.items
    .flatMap((item) => (item.from === 'system' && item.event === 'path' ? item.trace : []))
    .flatMap((entry) => (entry.type === 'effect' && entry.effect.type === 'assign' ? [entry.effect] : []))[0];
}

describe('who gets the lead', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ to: 'anna@shop.ru' }, 'anna@shop.ru'],
    [{ to: 305 }, '305'],
    [{ manager: 'anna@shop.ru' }, 'anna@shop.ru'],
    [{ to: { login: 'anna@shop.ru' } }, 'anna@shop.ru'],
    [{ to: { id: 305 } }, '305'],
    [{ to: '{{who}}' }, 'Борис'],
    [{ mode: 'variable', variable: 'who' }, 'Борис'],
    [{ mode: 'variable', to: 'who' }, 'Борис'],
    [{ to: { variable: 'who' } }, 'Борис'],
    [{ to: ['anna@shop.ru'] }, 'anna@shop.ru'],
    [{ to: ['{{nobody}}', 'anna@shop.ru'] }, 'anna@shop.ru'],
  ])('%j', (data, to) => {
    expect(asked(data, { who: 'Борис' })).toMatchObject({ to, awaited: true, onlyIfUnassigned: true });
    expect(asked(data, { who: 'Борис' })).not.toHaveProperty('among');
  });

  test.each([
    [{ to: ['a', 'b'] }],
    [{ managers: ['a', 'b'] }],
    [{ mode: 'inTurn', managers: ['a', 'b'] }],
    [{ inTurn: ['a', 'b'] }],
    [{ to: { inTurn: [{ login: 'a' }, { login: 'b' }] } }],
    [{ mode: 'inTurn', to: 'a, b' }],
    [{ inTurn: true, managers: ['a', 'b'] }],
  ])('in turn, written as %j', (data) => {
    expect(asked(data)).toMatchObject({ to: 'a', among: ['a', 'b'] });
  });

  test('the next time it is the next one’s turn, and then the first one’s again', () => {
    const bot = assigning({ to: ['a', 'b'] }, { next: 'menu' }).build();
    const talk = talkTo(bot);
    for (const text of ['привет', '1', '1']) talk.customer(text);
    const given = talk.conversation.items.flatMap((item) =>
      item.from === 'system' && item.event === 'assign' ? [item.to] : [],
    );
    expect(given).toEqual(['a', 'b', 'a']);
  });

  test('also a lead that somebody has, if so wanted', () => {
    expect(asked({ to: 'a', onlyIfUnassigned: false })).toMatchObject({ onlyIfUnassigned: false });
  });
});

describe('when it does not work', () => {
  test('nothing is said before the CRM has answered', () => {
    const talk = slowTalk(assigning({ to: 'a' }, { next: 'ok', failed: 'no' }).build());
    expect(talk.customer('привет')).toEqual([]);
    expect(talk.outcome(false)).toEqual(['Не получилось']);
  });

  test.each<[string, Record<string, unknown>, Record<string, string>, string[]]>([
    ['goes on where «failed» leads nowhere', {}, { next: 'ok' }, ['Дальше', '?\n1 — Ещё раз']],
    ['goes on where that is wanted', { ifRefused: 'goOn' }, { next: 'ok', failed: 'no' }, ['Дальше', '?\n1 — Ещё раз']],
    ['leaves by «failed»', { ifRefused: 'exit' }, { next: 'ok', failed: 'no' }, ['Не получилось']],
    ['leaves by «failed», written otherwise', { onFailure: 'error' }, { next: 'ok', failed: 'no' }, ['Не получилось']],
  ])('%s', (_, data, exits, said) => {
    const talk = slowTalk(assigning({ to: 'a', ...data }, exits).build());
    talk.customer('привет');
    expect(talk.outcome(false)).toEqual(said);
  });

  test('people are called, and told of only once they are there', () => {
    const talk = slowTalk(assigning({ to: 'a', ifRefused: 'people' }).build());
    talk.customer('привет');
    expect(talk.outcome(false)).toEqual([]);
    expect(talk.outcome(true)).toEqual(['Зову людей']);
    expect(talk.state.owner).toBe('human');
  });

  test('an empty variable names nobody', () => {
    const talk = talkTo(assigning({ to: '{{who}}' }, { next: 'ok', failed: 'no' }).build());
    expect(talk.customer('привет')).toEqual(['Не получилось']);
  });
});

test.each<[Record<string, unknown>, string[]]>([
  [{}, ['E-TO']],
  [{ to: [] }, ['E-TO']],
  [{ to: ' ' }, ['E-TO']],
  [{ to: '{{gone}}' }, ['E-VAR']],
  [{ to: 'anna@shop.ru' }, []],
])('%j is found wanting as %j', (data, codes) => {
  const found = findProblems(assigning(data).build()).filter((problem) => problem.node === 'a');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
