import { expect, test } from 'vitest';
import { fillTemplate, showValue, templateNames } from '../../engine/expression/template.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { Value } from '../../engine/model/value.ts';

const values: Record<string, Value> = {
  name: 'Анна',
  empty: '',
  none: null,
  count: 0,
  tags: ['а', 'б'],
  sly: '{{token}}',
  token: 'секрет',
};
const fill = (template: string): string => fillTemplate(template, (name) => values[name] ?? null);

test.each([
  ['Здравствуйте, {{name}}!', 'Здравствуйте, Анна!'],
  ['{{ name }}', 'Анна'],
  ['{{none|друг}}', 'друг'],
  ['{{empty | друг }}', 'друг'],
  ['{{none}}', ''],
  ['{{count|нет}}', '0'],
  ['{{tags}}', 'а, б'],
  ['{{sly}}', '{{token}}'],
  ['{{sly}} {{name}}', '{{token}} Анна'],
  ['{name} {{}} {{{name}}}', '{name} {{}} {Анна}'],
  ['{{name|{{token}}}}', '{{name|секрет}}'],
])('«%s» → «%s»', (template, filled) => {
  expect(fill(template)).toBe(filled);
});

test('a text never grows past its limit', () => {
  expect(fillTemplate('{{x}}'.repeat(50), () => 'я'.repeat(2_000))).toHaveLength(LIMITS.templateCharacters);
});

test('the names a template asks for', () => {
  expect(templateNames('{{a}} {{ b.c | d }} {{a}}')).toEqual(['a', 'b.c', 'a']);
});

test.each<[Value, string]>([
  [null, ''],
  [true, '✓'],
  [false, '—'],
  [1.5, '1.5'],
  [['a'], 'a'],
])('%o is shown as «%s»', (value, shown) => {
  expect(showValue(value)).toBe(shown);
});
