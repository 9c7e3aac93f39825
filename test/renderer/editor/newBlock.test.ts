import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { newBlock } from '../../../renderer/editor/newBlock.ts';
import { cakes } from './cakes.ts';

const statuses = (...roles: ('bot' | 'operator')[]): Bot => ({
  ...cakes(),
  statuses: roles.map((role, at) => ({ id: `st_${String(at)}`, name: `Статус ${String(at)}`, role })),
});

test('handing over goes to the one status in which people answer', () => {
  expect(newBlock(statuses('bot', 'operator'), 'handoff').data).toMatchObject({ status: 'st_1' });
});

test.each([
  ['no such status', statuses('bot')],
  ['two to choose from', statuses('operator', 'operator')],
])('with %s the author chooses', (_, bot) => {
  expect(newBlock(bot, 'handoff').data).not.toHaveProperty('status');
});

test('words that fitted no option are read as they are: the customer is not asked to repeat them', () => {
  expect(newBlock(cakes(), 'intent', { node: 'menu', exit: 'other' }).data).not.toHaveProperty('text');
});

/** The cakes with a block that has a way out called «failed». */
function failing(kind: string): Bot {
  const bot = cakes();
  return { ...bot, flows: bot.flows.map((flow) => ({ ...flow, nodes: [...flow.nodes, { id: 'gone', kind }] })) };
}

test('a question that gave up has words to be read', () => {
  expect(newBlock(failing('question'), 'intent', { node: 'gone', exit: 'failed' }).data).not.toHaveProperty('text');
});

test.each(['handoff', 'status'])(
  'after a «%s» that Umnico refused nobody has said anything: the block asks',
  (kind) => {
    expect(newBlock(failing(kind), 'intent', { node: 'gone', exit: 'failed' }).data).toHaveProperty('text');
  },
);

test('anywhere else the block asks first', () => {
  expect(newBlock(cakes(), 'intent', { node: 'menu', exit: 'o1' }).data).toMatchObject({
    text: 'Напишите, что вас интересует.',
  });
  expect(newBlock(cakes(), 'intent').data).toHaveProperty('text');
});
