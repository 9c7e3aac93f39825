import { describe, expect, test } from 'vitest';
import { type Fault, faultSchema, REQUEST_REFUSALS } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';

const FACTS: Readonly<Record<string, string | number>> = {
  path: 'bot.json',
  folder: '/data',
  host: 'api.umnico.com',
  reason: 'EACCES: permission denied',
  at: 'flows[0]',
  problem: 'expected string',
  what: 'bot',
  id: 'x1',
  login: 'olga',
  status: 503,
  line: 3,
  column: 7,
  more: 2,
  limit: 20 * 1024 * 1024,
  format: 2,
  supported: 1,
  version: 2,
  port: 8080,
  retryAfterMs: 12_000,
  revision: 5,
  errors: 3,
};

/** One fault of every code, from the schema itself: a new code comes in here by itself. */
const faults: Fault[] = faultSchema.options.map((option) => {
  const facts = Object.fromEntries(Object.keys(option.shape).map((key) => [key, FACTS[key] ?? 'x']));
  if (option.shape.code.value === 'requestRefused') facts['why'] = 'noKey';
  if (option.shape.code.value === 'wordsUnusable') Object.assign(facts, { problem: 'missing', language: 'ru' });
  if (option.shape.code.value === 'statusNotLinked') facts['status'] = 'Хочу заказать';
  return faultSchema.parse({ ...facts, code: option.shape.code.value });
});

/** A code with cases has words for each. */
const refusals: Fault[] = REQUEST_REFUSALS.map((why) => ({ code: 'requestRefused', why, about: 'api.shop.ru' }));

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  test.each([...faults, ...refusals].map((fault) => [fault.code, fault] as const))(
    '%s is said in at most 140 characters',
    (_code, fault) => {
      const { what, todo } = faultWords(fault, language);
      expect(`${what} ${todo}`.length).toBeLessThanOrEqual(140);
      expect(what).toMatch(/[.]$/);
      expect(todo).toMatch(/[.]$/);
      expect(`${what}${todo}`).not.toMatch(/undefined|NaN|\[object|!/);
      expect(`${what}${todo}`).not.toContain('EACCES'); // the technical reason is not for the first line
    },
  );
});

test('every fault has words of its own', () => {
  const said = faults.map((fault) => faultWords(fault, 'en').what);
  expect(new Set(said).size).toBe(faults.length);
});

test('English holds no Russian', () => {
  for (const fault of faults.filter((one) => one.code !== 'statusNotLinked')) {
    const { what, todo } = faultWords(fault, 'en');
    expect(what + todo).not.toMatch(/[а-яё]/i);
  }
});

test('the pause Umnico asked for is told in whole seconds, never zero', () => {
  expect(faultWords({ code: 'tooManyRequests', retryAfterMs: 11_200 }, 'ru').todo).toContain('12 с');
  expect(faultWords({ code: 'tooManyRequests', retryAfterMs: 0 }, 'ru').todo).toContain('1 с');
});
