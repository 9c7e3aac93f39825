import type { AriaLabelConfig } from '@xyflow/react';
import { expect, test } from 'vitest';
import { blockLabel } from '../../../renderer/canvas/blockLabel.ts';
import { edgeWords } from '../../../renderer/canvas/edgeWords.ts';
import { ariaConfig } from '../../../renderer/canvas/ariaConfig.ts';
import { factsOf } from '../../../renderer/editor/factsOf.ts';
import { cakes } from '../editor/cakes.ts';

test('every word of the canvas library is said in the person’s language', () => {
  // The type says that none of them is missing.
  const russian: AriaLabelConfig = ariaConfig('ru');
  // Names of keys stay as they are printed on the board.
  const words = Object.values(russian).map((word) =>
    (typeof word === 'function' ? word({ direction: 'left', x: 1, y: 1 }) : word).replaceAll(
      /Alt|Enter|Tab|\bN\b|F6/gu,
      '',
    ),
  );
  expect(words.filter((word) => /[a-z]/iu.test(word))).toEqual([]);
});

const bot = cakes();
const nodes = bot.flows[0]?.nodes ?? [];
const nodeBy = (id: string) => nodes.find((node) => node.id === id);

test('a block is called by its kind, its name, what it says, where it leads and what is wrong', () => {
  const menu = nodeBy('menu');
  const label = menu && blockLabel(menu, { facts: factsOf(bot), problems: [], language: 'ru', nodeBy });
  expect(label).toContain(
    'Меню. Чем помочь? 3 выхода: 1 О нас — к блоку «Печём с 2009 года.»; 2 Человек — к блоку «Передать оператору»; ',
  );
});

test('a connection is called by both its ends and its output', () => {
  const menu = nodeBy('menu');
  expect(menu && edgeWords(menu, 'o1', nodeBy('about'), factsOf(bot), 'en')).toBe(
    'Connection: Меню, output “1 О нас”, to Печём с 2009 года.',
  );
});
