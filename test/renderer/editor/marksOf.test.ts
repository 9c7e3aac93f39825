import { expect, test } from 'vitest';
import { diffBots } from '../../../engine/flow/diffBots.ts';
import { marksOf } from '../../../renderer/editor/marksOf.ts';
import { drawBot } from '../../support/botBuilder.ts';

const before = drawBot()
  .start('ask')
  .question('ask', 'Имя?', { answer: 'text', saveTo: 'name' }, { answered: 'old', failed: 'old' })
  .message('old', 'Раньше', 'bye')
  .end('bye', 'Пока')
  .variable('name')
  .build();
const after = drawBot()
  .start('ask')
  .question('ask', 'Имя?', { answer: 'text', saveTo: 'name' }, { answered: 'hello', failed: 'bye' })
  .message('hello', 'Теперь', 'bye')
  .end('bye', 'До встречи')
  .variable('name')
  .build();

test('what came, what is other, and where a connection leads are marked; what went is nowhere to be', () => {
  expect(marksOf(diffBots(before, after), after)).toEqual({
    nodes: { 'main/hello': 'added', 'main/bye': 'changed' },
    edges: { 'main/ask/answered': 'changed', 'main/ask/failed': 'changed', 'main/hello/next': 'added' },
  });
});

test('a connection that is gone shows on the block it left', () => {
  const cut = drawBot()
    .start('ask')
    .question('ask', 'Имя?', { answer: 'text', saveTo: 'name' }, { answered: 'old' })
    .message('old', 'Раньше', 'bye')
    .end('bye', 'Пока')
    .variable('name')
    .build();
  expect(marksOf(diffBots(before, cut), cut)).toEqual({ nodes: { 'main/ask': 'changed' }, edges: {} });
});

test('the same bot has no marks', () => {
  expect(marksOf(diffBots(before, before), before)).toEqual({ nodes: {}, edges: {} });
});
