import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { EffectOf } from '../../engine/model/effect.ts';
import type { Value } from '../../engine/model/value.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { message } from '../support/talk.ts';
import { asksServer, ORDERS } from './asksServer.ts';

/** The request that a conversation makes with these values known; null = it makes none and goes on by `error`. */
function asked(data: Record<string, unknown>, variables: Record<string, Value> = {}): EffectOf<'http'> | null {
  const { effects } = step(compileBot(asksServer(data)), { ...newSession(), variables }, message('привет', 1));
  const made = effects.find((effect) => effect.type === 'http');
  if (made === undefined) expect(effects).toMatchObject([{ type: 'send', text: 'Сервер не ответил' }]);
  return made ?? null;
}

describe('the request', () => {
  test('is a GET with ten seconds and one more attempt, unless told otherwise', () => {
    expect(asked({})).toMatchObject({ method: 'GET', url: ORDERS, headers: {}, timeoutMs: 10_000, retries: 1 });
    expect(asked({})).not.toHaveProperty('body');
    expect(asked({ method: 'post', timeoutSeconds: '5', retries: 0 })).toMatchObject({
      method: 'POST',
      timeoutMs: 5_000,
      retries: 0,
    });
    expect(asked({ timeoutSeconds: 900, retries: 50 })).toMatchObject({ timeoutMs: 30_000, retries: 3 });
    expect(asked({ timeoutSeconds: 0, retries: -1 })).toMatchObject({ timeoutMs: 1_000, retries: 0 });
  });

  test('is made at most once if its author says so; reading is not bounded', () => {
    expect(asked({ method: 'POST' })).not.toHaveProperty('once');
    expect(asked({ method: 'POST', ifUnclear: 'never' })).toMatchObject({ once: true, retries: 1 });
    expect(asked({ method: 'POST', onUnclear: 'person' })).toMatchObject({ once: true });
    expect(asked({ ifUnclear: 'never' })).not.toHaveProperty('once');
  });

  test('a GET has no body', () => {
    expect(asked({ method: 'GET', body: { a: 1 } })).not.toHaveProperty('body');
  });
});

const HOSTILE = '","admin":true,"x":"';

describe('an address', () => {
  test.each<[string, Value, string | null]>([
    [`${ORDERS}/{{x}}`, 17, `${ORDERS}/17`],
    [
      `${ORDERS}/{{x}}?city={{x}}`,
      'Ростов на Дону',
      `${ORDERS}/%D0%A0%D0%BE%D1%81%D1%82%D0%BE%D0%B2%20%D0%BD%D0%B0%20%D0%94%D0%BE%D0%BD%D1%83?city=%D0%A0%D0%BE%D1%81%D1%82%D0%BE%D0%B2%20%D0%BD%D0%B0%20%D0%94%D0%BE%D0%BD%D1%83`,
    ],
    [`${ORDERS}/{{x}}/state`, '../../admin', `${ORDERS}/..%2F..%2Fadmin/state`],
    [`${ORDERS}/{{x}}/state`, '../../', `${ORDERS}/..%2F..%2F/state`],
    [`${ORDERS}/{{x}}`, 'a?admin=1#x', `${ORDERS}/a%3Fadmin%3D1%23x`],
    [`${ORDERS}?q={{x}}`, 'a&admin=1', `${ORDERS}?q=a%26admin%3D1`],
    [`${ORDERS}?q={{x}}`, '%0d%0aHost: evil', `${ORDERS}?q=%250d%250aHost%3A%20evil`],
    [`${ORDERS}?q={{x}}`, '\r\nHost: evil', `${ORDERS}?q=%0D%0AHost%3A%20evil`],
    [`${ORDERS}?q={{x}}`, '{{order}}', `${ORDERS}?q=%7B%7Border%7D%7D`],
    [`${ORDERS}?q={{x|все}}`, null, `${ORDERS}?q=%D0%B2%D1%81%D0%B5`],
    [`${ORDERS}?q={{x}}`, '\uD83D', `${ORDERS}?q=%EF%BF%BD`],
    // A value that is a step in the path, whatever it is written with, leads elsewhere: nothing is asked.
    [`${ORDERS}/{{x}}/state`, '..', null],
    [`${ORDERS}/{{x}}/state`, '.', null],
    [`${ORDERS}/.{{x}}/state`, '.', null],
    [`${ORDERS}/{{x}}`, '..', null],
    // The host is the author's own.
    ['{{x}}', 'https://evil.example', null],
    ['https://{{x}}/orders', 'evil.example', null],
    ['https://api.shop.ru{{x}}', '.evil.example', null],
    ['https://api.shop.ru{{x}}/orders', '@evil.example', null],
    ['https://api.shop.ru:{{x}}/orders', 8080, null],
    ['https://{{x}}@api.shop.ru/orders', 'me', null],
    ['{{x}}://api.shop.ru/', 'file', null],
    ['', null, null],
    ['api.shop.ru/orders', null, null],
    ['file:///etc/passwd', null, null],
    ['https://user:pass@api.shop.ru', null, null],
  ])('%s with %o', (url, x, expected) => {
    expect(asked({ url }, { x })?.url ?? null).toBe(expected);
  });

  test.each([
    ['https://api.shop.ru/a/../{{x}}/b', 'v', 'https://api.shop.ru/v/b'],
    ['  https://api.shop.ru/{{x}}  ', 'v', 'https://api.shop.ru/v'],
    ['HTTPS://API.shop.ru/{{x}}', 'v', 'https://api.shop.ru/v'],
    ['https://api.shop.ru\\{{x}}', 'v', 'https://api.shop.ru/v'],
    ['https://пример.рф/{{x}}', 'v', 'https://xn--e1afmkfd.xn--p1ai/v'],
  ])('the author’s own %s stays what it means', (url, x, expected) => {
    expect(asked({ url }, { x })?.url).toBe(expected);
  });
});

describe('a body', () => {
  const body = (written: unknown, variables: Record<string, Value> = {}): string | null =>
    asked({ method: 'POST', body: written }, variables)?.body ?? null;

  test.each<[string, unknown, Record<string, Value>, string | null]>([
    ['as it is written', '{ "a" : 1,\n "id": 12345678901234567890 }', {}, '{ "a" : 1,\n "id": 12345678901234567890 }'],
    ['a text inside quotes', '{"name": "{{x}}"}', { x: 'Аня "А"\n' }, '{"name": "Аня \\"А\\"\\n"}'],
    ['more than a variable inside quotes', '{"t": "№ \\u2116 {{x}}!"}', { x: 5 }, '{"t": "№ № 5!"}'],
    [
      'a value without quotes keeps its type',
      '{"n": {{x}}, "b": {{order}}}',
      { x: 3, order: true },
      '{"n": 3, "b": true}',
    ],
    ['a text without quotes gets them', '{"n": {{x}}}', { x: '3, "admin": true' }, '{"n": "3, \\"admin\\": true"}'],
    ['what is not known is null', '{"n": {{x}}, "t": "{{x}}"}', {}, '{"n": null, "t": ""}'],
    ['a fallback', '{"n": {{x|0}}, "t": {{x|нет}}, "s": "{{x|нет}}"}', {}, '{"n": 0, "t": "нет", "s": "нет"}'],
    ['hostile text in JSON text', '{"name": "{{x}}"}', { x: HOSTILE }, `{"name": ${JSON.stringify(HOSTILE)}}`],
    ['hostile text in an object', { name: '{{x}}' }, { x: HOSTILE }, JSON.stringify({ name: HOSTILE })],
    ['half a pair of surrogates', { name: '{{x}}' }, { x: '\uD83D' }, '{"name":"\\ud83d"}'],
    [
      'an object',
      { n: '{{x}}', list: ['{{order}}', 'и {{x}}'], z: null },
      { x: 3, order: false },
      '{"n":3,"list":[false,"и 3"],"z":null}',
    ],
    ['a list', { tags: '{{x}}' }, { x: ['а', 'б'] }, '{"tags":["а","б"]}'],
    ['values are no templates', { name: '{{x}}' }, { x: '{{order}}', order: 'тайна' }, '{"name":"{{order}}"}'],
    ['names are the author’s', { '{{x}}': 1 }, { x: 'admin' }, '{"{{x}}":1}'],
    ['no JSON', '{"a": }', {}, null],
    ['a form', 'a={{x}}', { x: 1 }, null],
  ])('%s', (_, written, variables, expected) => {
    expect(body(written, variables)).toBe(expected);
    if (expected !== null) expect(() => JSON.parse(expected) as unknown).not.toThrow();
  });

  test('is JSON, and says so unless the author says otherwise', () => {
    expect(asked({ method: 'POST', body: { a: 1 } })?.headers).toEqual({ 'content-type': 'application/json' });
    const headers = { 'Content-Type': 'application/vnd.api+json' };
    expect(asked({ method: 'POST', body: { a: 1 }, headers })?.headers).toEqual({
      'content-type': 'application/vnd.api+json',
    });
    expect(asked({ method: 'POST' })?.headers).toEqual({});
  });

  test('one that grows beyond all bounds is not sent', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`f${String(at)}`, '{{x}}']));
    expect(body(many, { x: 'а'.repeat(2_000) })).toBeNull();
  });

  test('one nested beyond all reason is a block that cannot be read, not a crash', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 300; level += 1) deep = [deep];
    expect(findProblems(asksServer({ method: 'POST', body: deep })).map((problem) => problem.code)).toContain('E-DATA');
  });
});

describe('headers', () => {
  const headers = (written: unknown, x: Value = null) => asked({ headers: written }, { x })?.headers;

  test.each<[string, unknown, Value, Record<string, string>]>([
    ['a map', { 'X-Order': '{{x}}', 'X-Count': 5 }, 'a', { 'x-order': 'a', 'x-count': '5' }],
    ['a list', [{ name: 'X-Order', value: '{{x}}' }], 'a', { 'x-order': 'a' }],
    [
      'of two with one name the later',
      [
        { name: 'a', value: '1' },
        { name: 'A', value: '2' },
      ],
      null,
      { a: '2' },
    ],
    ['no second header in a value', { a: '{{x}}' }, 'v\r\nX-Admin: 1', { a: 'v X-Admin: 1' }],
    ['no line end of another kind', { a: '{{x}}' }, 'v\u0085\u001Fw\n', { a: 'v w' }],
    ['what is encoded stays so', { a: '{{x}}' }, '%0d%0aX-Admin: 1', { a: '%0d%0aX-Admin: 1' }],
    ['no line end of the author’s', { a: 'v\r\nX: 1', b: '2' }, null, { b: '2' }],
    ['no framing', { Host: 'evil', 'content-length': '1', 'Transfer-Encoding': 'chunked', ok: '1' }, null, { ok: '1' }],
    ['no name from a value', { '{{x}}': '1', ok: '1' }, 'x-admin', { ok: '1' }],
    ['no prototype', JSON.parse('{"__proto__":"1","ok":"1"}'), null, { ok: '1' }],
  ])('%s', (_, written, x, expected) => {
    expect(headers(written, x)).toEqual(expected);
  });
});

describe('problems of a request', () => {
  const SAMPLE = { order: { state: 'в пути', since: null } };
  test.each<[Record<string, unknown>, string[]]>([
    [{ url: ORDERS, sample: SAMPLE, save: { state: 'order.state' } }, []],
    [{ url: ORDERS, sample: SAMPLE, save: { state: 'order.since' } }, []],
    [{ url: ORDERS }, ['I-SAMPLE sample']],
    [{ url: '', sample: '1' }, ['E-NOURL url']],
    [{ url: 'https://', sample: '1' }, ['E-NOURL url']],
    [{ url: 'shop', sample: '1' }, ['E-URL url']],
    [{ url: 'https://{{x}}/a', sample: '1' }, ['E-HOST url']],
    [{ url: '{{x}}', sample: '1' }, ['E-HOST url']],
    [{ url: 'http://api.shop.ru', sample: '1' }, ['W-HTTP url']],
    [{ url: 'http://localhost:8080', sample: '1' }, ['W-HTTP url', 'W-LOCAL url']],
    [{ url: 'https://192.168.1.10/x', sample: '1' }, ['W-LOCAL url']],
    [{ url: ORDERS, sample: '1', headers: { Host: 'x' } }, ['E-HEADER headers']],
    [{ url: ORDERS, sample: '1', headers: { 'a b': 'x' } }, ['E-HEADER headers']],
    [{ url: ORDERS, sample: '1', headers: { Authorization: 'Bearer {{secret.shop}}' } }, []],
    [{ url: ORDERS, sample: '1', headers: { Authorization: 'Bearer {{x}}' } }, []],
    [{ url: ORDERS, sample: '1', headers: { Authorization: 'Bearer sk-123456' } }, ['I-KEY headers']],
    [{ url: ORDERS, sample: '1', headers: { 'X-Api-Key': '7f3a9c21d0' } }, ['I-KEY headers']],
    [{ url: ORDERS, sample: '1', headers: { Authorization: '{{secret.shop|none}}' } }, ['E-SECRET undefined']],
    [{ url: `${ORDERS}?k={{secret.shop}}`, sample: '1' }, ['E-SECRET undefined']],
    [{ url: ORDERS, sample: '1', method: 'POST', body: '{' }, ['E-JSON body']],
    [{ url: ORDERS, sample: '1', method: 'POST', body: '{"a": "{{x}}", "b": {{x}}}' }, []],
    [{ url: ORDERS, sample: SAMPLE, save: [{ path: 'order.gone', variable: 'x' }] }, ['W-PATH save']],
    [{ url: ORDERS, sample: SAMPLE, save: [{ path: 'order..', variable: 'x' }] }, ['W-PATH save']],
    [{ url: ORDERS, sample: SAMPLE, save: [{ path: 'order' }] }, ['E-VARREQ save']],
    [{ url: ORDERS, sample: SAMPLE, save: [{ path: 'order', variable: 'lead.id' }] }, ['E-VARNAME save']],
    [{ url: ORDERS, sample: SAMPLE, save: [{ path: 'order', variable: 'gone' }] }, ['E-VAR save']],
    [{ url: ORDERS, sample: '1', timeoutSeconds: 60 }, ['W-BOUNDS timeoutSeconds']],
    [{ url: ORDERS, sample: '1', retries: 9 }, ['W-BOUNDS retries']],
    [{ url: `${ORDERS}/{{gone}}`, sample: '1' }, ['E-VAR undefined']],
    [{ url: ORDERS, sample: '1', method: 'POST', body: { a: ['{{gone}}'] } }, ['E-VAR undefined']],
  ])('%o', (data, expected) => {
    const found = findProblems(asksServer(data)).filter((problem) => problem.node === 'ask');
    expect(found.map((problem) => `${problem.code} ${String(problem.field)}`)).toEqual(expected);
  });
});
