import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, isTrue } from '../../engine/expression/evaluate.ts';
import { everyPart, type ExpressionMistake } from '../../engine/expression/expression.ts';
import { FUNCTIONS } from '../../engine/expression/functions.ts';
import { parseExpression } from '../../engine/expression/parseExpression.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { Value } from '../../engine/model/value.ts';
import { ESCAPES } from './escapes.ts';

const VALUES: Readonly<Record<string, Value>> = {
  сумма: 5000,
  city: 'Москва',
  vip: true,
  tags: ['VIP', 'опт'],
  written: '1 250,50',
  day: '2026-11-18',
  long: 'я'.repeat(2_000),
  'lead.status': 'В работе',
  'hours.open': false,
};
const known = (name: string): Value => (Object.hasOwn(VALUES, name) ? (VALUES[name] ?? null) : null);

/** The value, or the code of what is wrong. */
function run(text: string, budget?: number): Value {
  const read = parseExpression(text);
  if (!read.ok) return read.mistake.code;
  const result = evaluate(read.value, { known }, budget);
  return result.ok ? result.value : result.mistake.code;
}

test.each<[string, Value]>([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 3 - 2', 5],
  ['12 / 4 / 3', 1],
  ['-2 + 5', 3],
  ['--2', 2],
  ['0.1 + 0.2', 0.3],
  ['written * 2', 2501],
  ['сумма * 0.1', 500],
  ['nothing + 1', 1],
  ["'торт ' + city", 'торт Москва'],
  ["'1' + '2'", 3],
  ['сумма >= 5000', true],
  ['сумма > 5000', false],
  ['{{сумма}} > 4999', true],
  ["city = 'москва'", true],
  ['city == "Казань" or сумма = 5000', true],
  ["city <> 'Казань' and not vip", false],
  ['!vip || сумма < 1', false],
  ['NOT (vip AND сумма < 10)', true],
  ['not city = «Казань»', true],
  ['true and null', false],
  ['vip', true],
  ["lead.status = 'в работе'", true],
  ['hours.open', false],
  ["contains(tags, 'vip')", true],
  ["oneOf(city, 'Казань', 'Москва')", true],
  ["startsWith(city, 'мос') and endsWith(city, 'ВА')", true],
  ['length(city) + length(tags)', 8],
  ["lower('ТОРТ') + upper('да')", 'тортДА'],
  ["trim('  a ')", 'a'],
  ['round(2.5)', 3],
  ['round(-2.5)', -3],
  ['round(1.005, 2)', 1.01],
  ['min(3, 1, 2) + max(3, 1)', 4],
  ['min(nothing, 5)', 5],
  ['abs(-4)', 4],
  ["number('12,5') * 2", 25],
  ["number('много')", null],
  ['text(12.5)', '12.5'],
  ['filled(city) and empty(nothing)', true],
  ["daysBetween(day, '2026-12-01')", 13],
  ["daysBetween('01.12.2026', day)", -13],
  ['\'it\\\'s\' + "\\""', 'it\'s"'],
])('%s is %j', (text, value) => {
  expect(run(text)).toEqual(value);
});

test.each<[string, ExpressionMistake['code'], number]>([
  ['', 'empty', 0],
  ['   ', 'empty', 0],
  ['сумма >', 'value', 7],
  ['сумма > 12,5', 'comma', 10],
  ['сумма 5', 'rest', 6],
  ['(сумма > 5', 'open', 0],
  ['lower(city', 'open', 0],
  ['сумма > 5)', 'rest', 9],
  ["city = 'Москва", 'openText', 7],
  ["'a\\u0041'", 'escape', 2],
  ['1 < сумма < 9', 'chained', 10],
  ['shout(city)', 'function', 0],
  ['lower()', 'arguments', 0],
  ['lower(city, city)', 'arguments', 0],
  ['city.length', 'property', 0],
  ['a ? b : c', 'sign', 2],
  ['and', 'value', 0],
])('%j: %s at %i', (text, code, at) => {
  const read = parseExpression(text);
  expect(read).toMatchObject({ ok: false, mistake: { code, at } });
});

test.each([
  ['city * 2', 'notNumber'],
  ['5 / 0', 'zero'],
  ['5 / nothing', 'zero'],
  [`${'9'.repeat(300)} * ${'9'.repeat(300)}`, 'tooBig'],
])('%s fails as a value: %s', (text, code) => {
  expect(run(text)).toBe(code);
});

test('a status may be named by its id beside lead.status, on either side', () => {
  const meant = (name: string, value: Value): Value =>
    name === 'lead.status' && value === 'st_work' ? 'В работе' : value;
  for (const text of ["lead.status = 'st_work'", "'st_work' = lead.status"]) {
    const read = parseExpression(text);
    expect(read.ok && evaluate(read.value, { known, meant })).toEqual({ ok: true, value: true });
  }
});

describe('limits', () => {
  test('an expression may be so long and no longer', () => {
    const longest = `'${'я'.repeat(LIMITS.expressionCharacters - 2)}'`;
    expect(parseExpression(longest).ok).toBe(true);
    expect(parseExpression(`${longest} `)).toMatchObject({ ok: false, mistake: { code: 'tooLong' } });
  });

  test.each(['(', '-', 'not ', '!', 'lower('])('«%s» inside itself stops at a depth', (open) => {
    const times = Math.floor(900 / open.length);
    expect(parseExpression(`${open.repeat(times)}1`)).toMatchObject({ ok: false, mistake: { code: 'tooDeep' } });
  });

  test('long texts cost what they weigh: the budget runs out', () => {
    const dear = Array.from({ length: 190 }, () => 'long').join('+');
    expect(dear.length).toBeLessThanOrEqual(LIMITS.expressionCharacters);
    expect(run(dear)).toBe('costly');
    expect(run('1+1+1+1', 3)).toBe('costly');
    expect(run('1+1', 3)).toBe(2);
  });

  test('a text it makes stays within the limit of templates', () => {
    expect(run('long+long+long+long+long+long')).toHaveLength(LIMITS.templateCharacters);
  });
});

describe('attempts to get out', () => {
  test('there are sixty of them', () => {
    expect(new Set(ESCAPES).size).toBeGreaterThanOrEqual(60);
  });

  test.each(ESCAPES)('%s', (payload) => {
    const read = parseExpression(payload);
    if (!read.ok) {
      expect(read.mistake.at).toBeLessThanOrEqual(payload.length);
      return;
    }
    // What can be read at all is data: names are looked up in the bot's values and nowhere else.
    const names: string[] = [];
    const result = evaluate(read.value, {
      known: (name) => {
        names.push(name);
        return null;
      },
    });
    if (result.ok) expect(['string', 'number', 'boolean', 'object']).toContain(typeof result.value);
    if (result.ok && typeof result.value === 'object') expect(result.value).toBeNull();
    for (const name of names) expect(['__proto__', 'constructor', 'prototype']).not.toContain(name);
  });

  test.each(['__proto__', 'constructor', 'prototype', '{{constructor}}'])('%s is no name', (name) => {
    expect(run(name)).toBe('name');
    expect(run(`${name}('return 1')`)).toBe('name');
  });

  test.each(['toString()', 'valueOf()', 'hasOwnProperty(1)', 'get(1)', 'eval(1)', 'Function(1)'])(
    '%s is no function',
    (call) => {
      expect(run(call)).toBe('function');
    },
  );
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...['and', 'or', 'not', '(', ')', '+', '-', '*', '/', '<', '>=', '!=', ',', "'", '"', '\\', '.', '{{', '}}'],
      ...['сумма', 'city', 'tags', 'lead.status', '__proto__', '12', '0', "'торт'", 'null', ' ', '\u00A0', '\ud800'],
      ...[...FUNCTIONS.keys()].map((name) => `${name}(`),
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  { maxLength: 60 },
);

test('any text is read or refused, and whatever is read has a value or a reason, always the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((list) => list.join(' ')),
        pieces.map((list) => list.join('')),
        fc.string({ maxLength: 1_200 }),
      ),
      (text) => {
        const read = parseExpression(text);
        expect(parseExpression(text)).toEqual(read);
        if (!read.ok) {
          expect(read.mistake.at).toBeGreaterThanOrEqual(0);
          expect(read.mistake.at).toBeLessThanOrEqual(text.length);
          return;
        }
        const first = evaluate(read.value, { known });
        expect(evaluate(read.value, { known })).toEqual(first);
        if (first.ok && typeof first.value === 'number') expect(Number.isFinite(first.value)).toBe(true);
        if (first.ok) expect(typeof isTrue(first.value)).toBe('boolean');
        // Without a budget nothing is done; with any, no more than it allows.
        expect(evaluate(read.value, { known }, 0)).toMatchObject({ ok: false, mistake: { code: 'costly' } });
        expect(everyPart(read.value).length).toBeLessThanOrEqual(LIMITS.expressionCharacters);
      },
    ),
    { numRuns: 3_000 },
  );
});
