import { describe, expect, test } from 'vitest';
import { findPattern, patternFault } from '../../../engine/nlu/entities/pattern.ts';
import { patternSample } from '../../../engine/nlu/entities/patternSample.ts';
import { readAnswer } from '../../../engine/nlu/entities/readAnswer.ts';
import { processorMs } from '../../support/processorMs.ts';

const rules = { now: 0, timeZone: 'UTC', language: 'ru', attachments: [] };

/** Expressions that hang backtracking engines: OWASP's, the classics of ReDoS papers, and CVEs of well-known packages. */
const EVIL = [
  '(a+)+',
  '(a+)+$',
  '([a-zA-Z]+)*',
  '(a|aa)+',
  '(a|a?)+',
  '(.*a){20}',
  '(.*a){11}',
  '(a*)*',
  '(a*)*b',
  '(a+)*b',
  '(a|a)*b',
  '(a|b|ab)*c',
  '(x+x+)+y',
  '(.*)*',
  '(.*)+x',
  '(.*)(.*)(.*)(.*)(.*)x',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  '^(([a-zA-Z0-9_\\-\\.]+)@([a-zA-Z0-9_\\-\\.]+)\\.([a-zA-Z]{2,5}){1,25})+([;.](([a-zA-Z0-9_\\-\\.]+)@([a-zA-Z0-9_\\-\\.]+)\\.([a-zA-Z]{2,5}){1,25})+)*$',
  '^[a-zA-Z]+(([\\,\\.\\-][a-zA-Z ])?[a-zA-Z]*)*$',
  '^\\d*[0-9](|.\\d*[0-9]|)*$',
  '^([0-9]+)*$',
  '(\\w+\\s?)+!',
  '(\\w*)*!',
  '([\\s\\S]*)*!',
  '(?:[a-z]+)*!',
  '((a{1,10}){1,10}){1,9}!',
  '(a?){100}a{100}',
  '(a?){30}a{30}b',
  '(a{0,30}){0,30}',
  '(.{0,500}){2}x',
  '(?:\\p{L}{1,300}){3}',
  '(\\pL|\\pN|\\pS|\\pM){0,1000}',
  '[\\p{L}\\p{N}]{1000}',
  '((((((((((a+)+)+)+)+)+)+)+)+)+)+b',
  '(([^,]*,){50})x',
  '(?i)(a|A|á)+b',
  '^(?:(?:a|b)*)*c',
  '(\\d+)+(\\d+)+(\\d+)+x',
  '(\\s+)+x',
  '\\s+$',
  '^\\s+|\\s+$',
  '(-?)*$x',
  '(<!--)*-->',
  '<(?:[^>]*>)*x',
  '(?:"[^"]*"|[^"])*!"',
  "('(?:\\\\.|[^\\\\'])*')+x",
  '^((?:https?://)?(?:[\\w-]+\\.)+[\\w-]+(?:/[\\w- ./?%&=]*)?)+$',
  '([a-z0-9]+(?:[._-][a-z0-9]+)*)@((?:[a-z0-9]+\\.)+[a-z]+)x',
  '^(\\(?\\+?[0-9]*\\)?)?[0-9_\\- \\(\\)]*$x',
  '^#([0-9a-f]{3}){1,2}|(a+)+$',
  '(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}x',
  '^(?:\\s*\\S+\\s*)*$x',
  '(\\S+\\s+)*\\S+!',
  '(.+)+@(.+)+\\.(.+)+',
  '([\\w.]+)+@x',
  '^(?:[\\w+-]+\\.)*[\\w+-]+@x',
  '(?:a*b*)*c',
  '(?:a*b?)*c',
  '(a*)+(b*)+(c*)+d',
  '(a+b+)+c',
  '(aa|aab?)*c',
  '(0|00|000)*1',
  '(?:1?\\d?\\d?)*x',
  '(x*y*z*)*w',
  '(?:[^a]|a[^b])*ab!',
  '(?:.|\\n)*?!',
  '(.*?,){30}P',
  '^(.*?,){11}P',
  '(?s)(.*)(\\n.*)*x',
  '(?m)^(\\s*\\w+)+$x',
  '([a-c]|[b-d]|[c-e])*f',
  '(\\p{Cyrillic}+\\s*)+!',
  '([а-яё]+)*!',
  '(да|дада|да)*нет',
  '(?:ха)+(?:хаха)*х!',
  '(?:\\+?7|8)?(?:[\\s()-]*\\d)+x',
  '(\\d{1,3}[ ,.]?)+руб',
  '(\\d+[ ,.]?)*р',
  '((\\d+)|(\\d+,\\d+)|(\\d+\\.\\d+))*x',
  '(%[0-9a-f]{2}|[^%])*%$',
  '^(\\w+)(?:,(\\w+))*,$',
  '(?:[01]?\\d|2[0-3])*:(?:[0-5]?\\d)*:x',
  '([+-]?\\d*\\.?\\d*)*e',
  '(\\[(?:[^\\[\\]])*\\])*\\(x',
  '(`+)(.*?)(`+)(.*)x',
  '^( *)([*+-]|\\d+\\.) [\\s\\S]+?(?:\\n{2,}|\\s*$)x',
  '(\\*\\*?|__?)(.+?)(\\*\\*?|__?)x',
  '!?\\[((?:\\[[^\\]]*\\]|[^\\[\\]])*)\\]x',
  '(?:[^\\s<>"]+|<[^<>]*>)*x',
  '^(?:(?:[^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(\\?([^#]*))?(#(.*))?x',
  '(ab?)*(ba?)*x',
  '(?:(a)|(b)|(c)|(ab)|(bc)|(abc))*d',
  '([ab]*?)*?c',
  '(|a)+b',
  '(a|b?|c*)*d',
  '(\\b\\w+\\b\\s*)+x',
  '^(a?a?a?a?a?a?a?a?a?a?a?a?)*b',
  '(?:a?){64}(?:b?){64}c',
  '(?:aaa+|aa)+b',
  '(\\w\\w*)*-',
  '([^\\n]*\\n)*x',
];

test('there are a hundred of them, and none holds the engine up for 50 ms', () => {
  expect(new Set(EVIL).size).toBeGreaterThanOrEqual(100);
  const baits = [
    `${'a'.repeat(4_000)}!`,
    `${'1 2'.repeat(1_300)}x`,
    `${'да ха'.repeat(800)}?`,
    `${','.repeat(2_000)}<"`,
  ];
  for (const pattern of EVIL) {
    if (patternFault(pattern) !== null) throw new Error(`${pattern} does not compile`);
    for (const bait of baits) {
      const best = processorMs(() => readAnswer('pattern', bait, { ...rules, pattern }), 50, 25);
      expect(best, `${pattern} on ${bait.slice(0, 8)}…`).toBeLessThan(50);
    }
  }
});

describe('what needs backtracking is refused, with its reason', () => {
  test.each([
    ['(?=a)a', 'lookaround'],
    ['(?!a)b', 'lookaround'],
    ['(?<=₽)\\d+', 'lookaround'],
    ['(?<!₽)\\d+', 'lookaround'],
    ['(?>a+)b', 'lookaround'],
    ['(a)\\1', 'backreference'],
    ['(?<n>a)\\k<n>', 'backreference'],
    ['(?P<n>a)(?P=n)', 'backreference'],
    ['(a', 'syntax'],
    ['[a', 'syntax'],
    ['a**', 'syntax'],
    ['a{2,1}', 'syntax'],
    ['', 'empty'],
    ['a'.repeat(513), 'long'],
    ['\\d{5}', null],
    ['(?i)[а-яё]+', null],
    ['a'.repeat(512), null],
  ])('%s: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });
});

test('inside a phrase the first part that fits is found', () => {
  expect(findPattern('мой заказ AB-1234, спасибо', { ...rules, pattern: '[A-Z]{2}-\\d+' })).toMatchObject({
    value: 'AB-1234',
  });
  expect(findPattern('нет номера', { ...rules, pattern: '\\d+' })).toEqual({ ok: false, reason: 'noMatch' });
});

test.each([
  '\\d{5}',
  '^[0-9]{5}$',
  '(?i)[а-яё]{2}-\\d+',
  '[A-Z]{2,3}-?\\d{4,}',
  '(?:\\+7|8)\\d{10}',
  '[^\\d\\s]+',
  '\\p{L}{2,40}',
  '(?P<a>x|y)z',
  '[\\w.]+@[\\w.]+\\.\\w{2,}',
  '\\Qa.b\\E!',
  '\\x41{2}',
  '[[:digit:]]{3}',
  '№?\\s*\\d{3,6}',
  '[а-я]\\d{3}[а-я]{2}\\d{2,3}',
  '[]a]+',
  '.*',
])('an answer that fits %s is found for the walk through the flow', (pattern) => {
  const sample = patternSample(pattern) ?? '';
  expect(readAnswer('pattern', sample, { ...rules, pattern })).toMatchObject({ ok: true, value: sample });
});

test.each(['(a', '^$', '', '('.repeat(300)])('for %s there is none', (pattern) => {
  expect(patternSample(pattern)).toBeNull();
});
