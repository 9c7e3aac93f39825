import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { findProblems } from '../../../engine/check/findProblems.ts';
import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEngine } from '../../../renderer/app/engine.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { FACES } from '../../../renderer/nodes/registry.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { flowers } from '../simulator/flowers.ts';

beforeEach(() => {
  setLanguage('en');
  useSimulator.getState().reset();
  showDockTab('block');
  useEngine.setState({ status: null });
});

/** The bot with one more block, and the inspector of that block. */
function opened(kind: string, data: Record<string, unknown> = {}, exits: Record<string, string> = {}) {
  const bot = structuredClone(flowers);
  bot.flows[0]?.nodes.push({ id: 'new', kind, data, exits });
  useEditor.getState().open(bot);
  useEditor.getState().select({ nodes: ['new'] });
  render(<Dock />);
  return userEvent.setup();
}

function node(): BotNode {
  const bot: Bot = useEditor.getState().bot;
  const found = bot.flows[0]?.nodes.find((each) => each.id === 'new');
  if (found === undefined) throw new Error('the block is gone');
  return found;
}

describe('whom a lead goes to', () => {
  test('one, by login; then several in turn, beginning with that one', async () => {
    const user = opened('assign');
    await user.click(screen.getByRole('combobox', { name: /To whom/ }));
    await user.keyboard('anna@shop.com{Enter}');
    expect(node().data).toEqual({ to: 'anna@shop.com' });
    await user.click(screen.getByRole('radio', { name: 'In turn' }));
    await user.click(screen.getByRole('combobox', { name: /Manager 2/ }));
    await user.keyboard('boris@shop.com{Enter}');
    expect(node().data).toEqual({ to: ['anna@shop.com', 'boris@shop.com'] });
  });

  test('what a file says in other words gives way to the choice made here', async () => {
    const user = opened('assign', { mode: 'one', manager: 'anna@shop.com' });
    await user.click(screen.getByRole('radio', { name: 'Variable' }));
    await user.click(screen.getByRole('combobox', { name: /Variable/ }));
    await user.keyboard('order{Enter}');
    expect(node().data).toEqual({ to: '{{order}}' });
  });

  test('a hand-off may leave it to the CRM', async () => {
    const user = opened('handoff', { assignTo: ['a', 'b'] });
    await user.click(screen.getByRole('radio', { name: 'As in Umnico' }));
    expect(node().data).toEqual({});
  });
});

test('tags are typed one after another, and taken away', async () => {
  const user = opened('tags');
  await user.type(screen.getByRole('textbox', { name: /^Add/ }), 'wholesale{Enter}{{{{order}}{Enter}');
  await user.type(screen.getByRole('textbox', { name: /^Remove/ }), 'new{Enter}');
  expect(screen.getByText(/A variable will do too: \{\{order\}\}\./)).toBeTruthy();
  expect(node().data).toEqual({ add: ['wholesale', '{{order}}'], remove: ['new'] });
});

test('the card of the lead: what is emptied leaves the file, and the hint tells where contacts go', async () => {
  const user = opened('lead', { phone: '1' });
  expect(screen.getByText(/as lines of the lead’s comment/)).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Phone' }));
  await user.type(screen.getByRole('textbox', { name: 'Amount' }), '1 250,50');
  await user.click(screen.getByRole('radio', { name: 'Replace' }));
  await user.click(screen.getByRole('switch', { name: /Keep existing/ }));
  expect(node().data).toEqual({ amount: '1 250,50', replaceComment: true, keepExisting: false });
});

describe('if the CRM refuses', () => {
  test.each(['status', 'assign', 'tags', 'lead'])('%s: a way that is not taken loses its connection', async (kind) => {
    const user = opened(kind, {}, { failed: 'thanks' });
    const block = within(screen.getByTestId('inspector-new'));
    await user.click(block.getByRole('button', { name: 'More settings' }));
    const choice = block.getByRole('combobox', { name: /If Umnico refuses/ });
    expect(choice.textContent).toContain('Output “Failed”');
    await user.click(choice);
    await user.click(screen.getByRole('option', { name: /Call a person/ }));
    expect(node()).toMatchObject({ data: { ifRefused: 'people' } });
    expect(node().exits ?? {}).toEqual({});
  });
});

test('how the bot gets the lead back is set for the whole bot', async () => {
  const user = opened('handoff');
  await user.click(screen.getByRole('switch', { name: /If the operator is silent/ }));
  expect(useEditor.getState().bot.settings).toMatchObject({ operatorSilenceMinutes: 60 });
});

test('an operator status in «change status» becomes a hand-off in one step, and back', async () => {
  const user = opened('status', { status: 'st_human' }, { next: 'thanks', failed: 'menu' });
  useEditor.getState().run('connect', { flow: 'main', node: 'delivery', exit: 'next', target: 'new' });
  const before = useEditor.getState().bot;
  useEditor.getState().setProblems(findProblems(before));
  await user.click(await screen.findByRole('button', { name: /Replace with/ }));
  expect(node()).toMatchObject({ kind: 'handoff', data: { status: 'st_human' }, exits: { failed: 'menu' } });
  useEditor.getState().undo();
  expect(useEditor.getState().bot).toEqual(before);
});

describe('cards say what will change', () => {
  test.each<[keyof typeof FACES, Record<string, unknown>, string]>([
    ['assign', {}, 'Choose a manager'],
    ['assign', { to: 'anna@shop.com' }, '→ anna@shop.com'],
    ['assign', { to: ['a', 'b', 'c'] }, '→ in turn: 3'],
    ['assign', { to: '{{who}}' }, '→ who'],
    ['tags', {}, 'Add tags'],
    ['tags', { add: ['опт', 'Москва'], remove: ['новый'] }, '+ опт, + Москва, − новый'],
    ['lead', {}, 'Fill in at least one field'],
    ['lead', { comment: 'Order {{order}}', amount: 0, phone: '{{tel}}' }, 'Comment: “Order order”Amount: 0Phone'],
  ])('%s %j', (kind, data, text) => {
    const Card = FACES[kind].Card as (props: { node: BotNode; data: unknown }) => React.ReactNode;
    const { container } = render(<Card node={{ id: 'x', kind, data }} data={data} />);
    expect(container.textContent).toBe(text);
  });
});
