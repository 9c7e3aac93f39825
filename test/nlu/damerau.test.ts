import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damerau } from '../../engine/nlu/damerau.ts';

test.each([
  ['доставка', 'доствка', 2, 1],
  ['доставка', 'дсотавка', 2, 1],
  ['каталог', 'каталог', 2, 0],
  ['возврат', 'возраст', 3, 2],
  ['', 'ab', 3, 2],
  ['abc', '', 1, 2],
  ['ca', 'abc', 3, 3],
  ['бот', 'работа', 2, 3],
])('%s and %s within %d are %d apart', (left, right, limit, expected) => {
  expect(damerau(left, right, limit)).toBe(expected);
});

test('agrees with the full table, cut at the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (left, right, limit) => {
      expect(damerau(left, right, limit)).toBe(Math.min(fullTable(left, right), limit + 1));
    }),
    { numRuns: 3000 },
  );
});

function fullTable(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      const swap =
        left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
          ? at(row - 2, column - 2) + 1
          : Infinity;
      const best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same, swap);
      table[row]![column] = best;
    }
  }
  return at(left.length, right.length);
}
