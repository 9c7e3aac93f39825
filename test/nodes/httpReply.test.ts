import { describe, expect, test } from 'vitest';
import { runChecks } from '../../engine/check/runChecks.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { Value } from '../../engine/model/value.ts';
import { http } from '../../engine/nodes/http/run.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { step } from '../../engine/runtime/step.ts';
import { slowTalk, talkTo } from '../support/talk.ts';
import { asksServer } from './asksServer.ts';

/** What is known after a reply, and by which exit the node was left. */
function replied(data: Record<string, unknown>, body: string, status = 200) {
  const talk = slowTalk(asksServer(data));
  talk.customer('привет');
  const effect = talk.state.wait?.effect ?? '';
  const ok = status >= 200 && status < 300;
  const said = talk.event({ type: 'outcome', effect, ok, reply: { status, body } });
  return { said, variables: talk.state.variables };
}
const saved = (path: string, body: string): Value | undefined =>
  replied({ save: [{ path, variable: 'x' }] }, body).variables['x'];

describe('what the reply leaves behind', () => {
  const BODY = JSON.stringify({
    order: {
      id: 17,
      state: 'в пути',
      paid: true,
      items: [{ name: 'Медовик' }, { name: 'Эклер' }],
      'a b': { 'c.d': 1 },
    },
    tags: ['а', 'б', 3, null],
    nothing: null,
    big: 0,
  }).replace('"big":0', '"big":12345678901234567890');

  test.each<[string, Value]>([
    ['order.state', 'в пути'],
    ['$.order.id', 17],
    ['order.paid', true],
    ['order.items[0].name', 'Медовик'],
    ['$.order.items[1]["name"]', 'Эклер'],
    ['order.items.1.name', 'Эклер'],
    ['order["a b"][\'c.d\']', 1],
    ['tags', ['а', 'б', '3', '']],
    ['order.items', '[{"name":"Медовик"},{"name":"Эклер"}]'],
    ['nothing', null],
    ['big', '12345678901234567890'],
    // Nothing stands there.
    ['order.gone', null],
    ['order.items[2].name', null],
    ['order.items.length', null],
    ['order.state.length', null],
    ['order.state[0]', null],
    ['__proto__', null],
    ['order.__proto__.toString', null],
    ['constructor.name', null],
    ['toString', null],
    ['order.hasOwnProperty', null],
    // None can be read.
    ['order..state', null],
    ['order[', null],
    ['order[-1]', null],
    ['order.items[0]name', null],
  ])('%s', (path, expected) => {
    expect(saved(path, BODY)).toEqual(expected);
  });

  test('own keys of any name are data like any other', () => {
    expect(saved('__proto__.admin', '{"__proto__":{"admin":"да"}}')).toBe('да');
    expect(saved('constructor', '{"constructor":"Феррари"}')).toBe('Феррари');
    expect(saved('', '{"__proto__":{"admin":1}}')).toBe('{"__proto__":{"admin":1}}');
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test.each<[string, string, Value]>([
    ['the whole of it', '{"a":1}', '{"a":1}'],
    ['a text that is no JSON', 'готово', 'готово'],
    ['a bare number', '5', 5],
    ['nothing', '', ''],
    ['a number beyond all numbers', '1e999', null],
    ['JSON cut off in the middle', '{"a":[1,2', '{"a":[1,2'],
    ['no more than a variable holds', JSON.stringify('а'.repeat(5_000)), 'а'.repeat(LIMITS.valueCharacters)],
  ])('%s', (_, body, expected) => {
    expect(saved('$', body)).toEqual(expected);
  });

  test('a long list is cut to what a variable holds', () => {
    const items = saved('', JSON.stringify(Array.from({ length: 3_000 }, () => 'слово')));
    expect((items as string[]).join(',').length).toBeLessThanOrEqual(LIMITS.valueCharacters);
  });

  test('a reply nested as deep as it can be sent breaks nothing', () => {
    const deep = '['.repeat(32_000) + ']'.repeat(32_000);
    expect(typeof saved('', deep)).toBe('string');
    expect(saved('a.b', deep)).toBeNull();
  });

  test('what the reply lacks is forgotten, so that the last order does not pass for this one', () => {
    const talk = slowTalk(asksServer({ save: { state: 'state' } }));
    talk.customer('привет');
    const once = step(
      compileBot(asksServer({ save: { state: 'state' } })),
      { ...talk.state, variables: { state: 'старое' } },
      {
        type: 'outcome',
        effect: talk.state.wait?.effect ?? '',
        ok: true,
        reply: { status: 200, body: '{}' },
        at: 2,
        seed: 1,
      },
    );
    expect(once.effects).toMatchObject([{ text: 'Заказ: не найден' }]);
  });

  test('what fails leaves by «error» and everything as it was', () => {
    expect(replied({ save: { state: 'state' } }, '{"state":"x"}', 500)).toEqual({
      said: ['Сервер не ответил'],
      variables: {},
    });
  });

  test.each<[string, unknown]>([
    ['a list', [{ path: 'a', variable: 'x' }]],
    ['other names', [{ from: '$.a', saveTo: 'x' }]],
    ['a map', { x: 'a' }],
  ])('written as %s', (_, save) => {
    expect(replied({ save }, '{"a":"да"}').variables).toEqual({ x: 'да' });
  });

  test('a name that reaches a prototype is never written', () => {
    const save = [{ path: 'a', variable: '__proto__' }];
    const { said, variables } = replied({ save }, '{"a":"да"}');
    expect(said).toEqual(['Заказ: не найден']);
    expect(Object.keys(variables)).toEqual([]);
  });
});

describe('a try-out', () => {
  test('gets the sample, and without one the server cannot be reached', () => {
    const save = { state: 'order.state' };
    const with_ = (sample: unknown) => talkTo(asksServer({ save, sample })).customer('привет');
    expect(with_({ order: { state: 'в пути' } })).toEqual(['Заказ: в пути']);
    expect(with_('{"order":{"state":"в пути"}}')).toEqual(['Заказ: в пути']);
    expect(with_({ status: 200, body: { order: { state: 'в пути' } } })).toEqual(['Заказ: в пути']);
    expect(with_({ status: 404, body: 'нет такого' })).toEqual(['Сервер не ответил']);
    expect(with_({ status: 'новый' })).toEqual(['Заказ: не найден']);
    expect(with_(undefined)).toEqual(['Сервер не ответил']);
  });

  test('a check fakes what it likes', () => {
    const { checks, ...rest } = asksServer({ save: { state: 'order.state' }, sample: { order: { state: 'новый' } } });
    const steps = [
      { http: { node: 'ask', reply: { order: { state: 'готов' } } } },
      { customer: 'привет' },
      { bot: 'Заказ: готов' },
    ];
    expect(checks).toEqual([]);
    expect(runChecks({ ...rest, checks: [{ id: 'c', name: 'c', steps }] })).toMatchObject({ passed: 1, failed: 0 });
    const down = [{ http: { node: 'ask', reply: 'error' } }, { customer: 'привет' }, { bot: 'Сервер не ответил' }];
    expect(runChecks({ ...rest, checks: [{ id: 'c', name: 'c', steps: down }] })).toMatchObject({ passed: 1 });
  });

  test('other replies differ from the sample in one value', () => {
    const data = http.schema.parse({
      save: { state: 'order.state', items: 'list[0].n' },
      sample: { order: { id: 1 }, list: [] },
    });
    const values = new Map<string, Value[]>([
      ['state', ['готов', null]],
      ['items', [3]],
    ]);
    expect(http.replies?.(data, values)).toEqual([
      { status: 200, body: { order: { id: 1, state: 'готов' }, list: [] } },
      { status: 200, body: { order: { id: 1, state: null }, list: [] } },
      { status: 200, body: { order: { id: 1 }, list: [{ n: 3 }] } },
    ]);
  });
});
