import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useEditor } from '../../../renderer/editor/store.ts';
import { openPhrases, topic } from './openPhrases.tsx';

const shop = () => [
  topic('delivery', 'Доставка', 'вы доставляете за город', 'доставка платная', 'во сколько приедет курьер'),
  topic('price', 'Цена', 'какая цена букета', 'почём розы', 'пришлите прайс'),
];

test.each([
  ['a topic without a list', 'delivery'],
  ['a list of objects', [{ id: 'delivery' }]],
])('a block that was written by hand with %s keeps it, and knows one more', async (_, intents) => {
  const asks = { id: 'ask_topic', kind: 'intent', data: { text: 'О чём?', intents } };
  const flows = [{ id: 'main', name: 'Главный', main: true, nodes: [{ id: 'start', kind: 'start' }, asks] }];
  const user = openPhrases(shop(), { flows });
  await user.click(screen.getByTestId('topic-price'));
  await user.click(screen.getByTestId('bring-topic'));
  const [main] = useEditor.getState().bot.flows;
  expect(main?.nodes.find(({ id }) => id === 'ask_topic')?.data?.['intents']).toEqual(['delivery', 'price']);
});
