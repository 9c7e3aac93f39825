import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { judge, killRun } from './killRun.ts';
import { brokenPromises } from './promises.ts';

test('thirty kills in mid-conversation on a faulty account lose no message, double none and change no order', async () => {
  const figures = await killRun(tempFolder(), 30, 7);
  expect(brokenPromises(figures)).toEqual([]);
  expect(figures.messages).toBeGreaterThan(200);
}, 600_000);

test('the judge sees what is lost, said twice or out of its order', () => {
  const line = (word: string): string => `Вы сказали: ${word}.`;
  const said = ['a', 'b', 'c', 'd'];
  expect(judge(said, ['Слушаю', ...said.map(line)])).toEqual({ lost: [], doubled: [], disordered: [] });
  expect(judge(said, [line('b'), line('a'), line('b'), line('d')])).toEqual({
    lost: ['c'],
    doubled: ['b'],
    disordered: ['b'],
  });
});
