import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { judge, killRun } from './killRun.ts';
import { brokenPromises, together, windowWords } from './promises.ts';

test('a hundred kills in mid-conversation on faulty accounts lose no message, double none and change no order', async () => {
  // Two shops, each with an account, a chance and customers of its own: one for each processor.
  const figures = together(await Promise.all([7, 8].map((seed) => killRun(tempFolder(), 50, seed))));
  console.log(windowWords(figures));
  expect(brokenPromises(figures)).toEqual([]);
  expect(figures.kills).toBe(100);
  expect(figures.messages).toBeGreaterThan(200);
}, 1_200_000);

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
