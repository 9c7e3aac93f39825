import { describe, expect, test } from 'vitest';
import type { Texts } from '../../../renderer/copy/copyTypes.ts';
import { AREAS, copyOf } from '../../../renderer/copy/i18n.ts';

const areas = Object.entries(AREAS) as [string, { ru: Texts; en: Texts }][];

function flat(texts: Texts, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[before + key, text] as [string, string]] : flat(text, `${before}${key}.`),
  );
}

const ONLY_RUSSIAN = /_(few|many)$/;
/** The same in both languages on purpose: names, and texts made of signs. */
const isName = (text: string) => !/[а-яё]/i.test(text);

describe.each(areas)('the texts of %s', (_area, { ru, en }) => {
  const russian = new Map(flat(ru));
  const english = new Map(flat(en));

  test('every key is there in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...russian.keys()].filter((key) => !ONLY_RUSSIAN.test(key)).sort());
  });

  test('a number has all the forms its language needs', () => {
    const stems = new Set(
      [...russian.keys()].filter((key) => /_(one|few|many|other)$/.test(key)).map((key) => key.replace(/_\w+$/, '')),
    );
    for (const stem of stems) {
      for (const form of ['one', 'few', 'many', 'other'])
        expect(russian.has(`${stem}_${form}`), `${stem}_${form}`).toBe(true);
    }
  });

  test('both languages fill in the same values', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort();
    for (const [key, text] of english) expect(values(text), key).toEqual(values(russian.get(key) ?? ''));
  });

  test('no text is empty, none is left in the other language', () => {
    for (const [key, text] of russian) expect(text.trim(), key).not.toBe('');
    for (const [key, text] of english) {
      expect(text.trim(), key).not.toBe('');
      expect(isName(text), `${key}: ${text}`).toBe(true);
    }
  });
});

test('Russian counts as Russians do', () => {
  const t = copyOf('flows', 'ru');
  expect([1, 2, 5, 11, 21, 22, 25, 1.5].map((count) => t('problems', { count }))).toEqual([
    '1 проблема',
    '2 проблемы',
    '5 проблем',
    '11 проблем',
    '21 проблема',
    '22 проблемы',
    '25 проблем',
    '1,5 проблемы',
  ]);
});

test('what a customer wrote stays text: nothing in it is read as a place to fill in', () => {
  expect(copyOf('flows', 'ru')('deleted', { name: '<b>&{{name}}' })).toContain('<b>&');
});
