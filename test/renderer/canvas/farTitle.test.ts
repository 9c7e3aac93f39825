import { expect, test } from 'vitest';
import { farTitle } from '../../../renderer/canvas/farTitle.ts';
import { copyOf } from '../../../renderer/copy/i18n.ts';

const t = copyOf('nodes', 'en');

test('from afar a block without a name goes by its text, which tells two menus apart', () => {
  const asking = (text: string): string | undefined => farTitle({ id: 'm', kind: 'menu', data: { text } }, t);
  expect([asking('What is your question about?'), asking('Which return?')]).toEqual([
    'What is your question about?',
    'Which return?',
  ]);
});

test('a named block keeps its name, an empty one its kind', () => {
  expect(farTitle({ id: 'm', kind: 'menu', name: 'Returns', data: { text: 'Which return?' } }, t)).toBeUndefined();
  expect(farTitle({ id: 'm', kind: 'menu', data: {} }, t)).toBeUndefined();
});
