import { describe, expect, test } from 'vitest';
import { chipMove, slotsOf } from '../../../renderer/template/slots.ts';

const TEXT = 'Привет, {{имя}}! {{ город | ваш город }}';
const FIRST = { from: 8, to: 15 };
const SECOND = { from: 17, to: 40 };
const press = (key: string, held: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test('variables are found with their fallbacks; lone braces are text', () => {
  expect(slotsOf(TEXT)).toEqual([FIRST, SECOND]);
  expect(slotsOf('{имя} {{}} {{ {{а}')).toEqual([]);
});

describe('a chip is one sign', () => {
  test.each([
    ['Backspace behind it takes it whole', 'Backspace', FIRST.to, FIRST, false],
    ['Delete before it takes it whole', 'Delete', SECOND.from, SECOND, false],
    ['← passes it', 'ArrowLeft', FIRST.to, { from: FIRST.from, to: FIRST.from }, true],
    ['→ passes it', 'ArrowRight', FIRST.from, { from: FIRST.to, to: FIRST.to }, true],
  ])('%s', (_, key, caret, select, isWhole) => {
    expect(chipMove(TEXT, caret, press(key))).toEqual({ select, isWhole });
  });

  test.each([
    ['inside it, where a fallback is written', 'Backspace', FIRST.from + 4, {}],
    ['away from it', 'Backspace', 3, {}],
    ['with Shift, to select', 'ArrowLeft', FIRST.to, { shiftKey: true }],
    ['with Ctrl, by words', 'ArrowLeft', FIRST.to, { ctrlKey: true }],
    ['typing', 'а', FIRST.to, {}],
  ])('but not %s', (_, key, caret, held) => {
    expect(chipMove(TEXT, caret, press(key, held))).toBeNull();
  });
});
