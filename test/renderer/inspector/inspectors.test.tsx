import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { findProblems } from '../../../engine/check/findProblems.ts';
import type { BotNode } from '../../../engine/flow/botSchema.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useRoute } from '../../../renderer/app/route.ts';
import { edgeKey } from '../../../renderer/editor/edges.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { flowers } from '../simulator/flowers.ts';

beforeEach(() => {
  setLanguage('en');
  useSimulator.getState().reset();
  useEditor.getState().open(structuredClone(flowers));
  showDockTab('block');
});

function opened(id?: string) {
  if (id !== undefined) useEditor.getState().select({ nodes: [id] });
  render(<Dock />);
  return userEvent.setup();
}

function node(id: string): BotNode {
  const found = useEditor.getState().bot.flows[0]?.nodes.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no node ${id}`);
  return found;
}

const options = () => (node('menu').data as { options: { id: string; label: string; code?: string }[] }).options;

test('Enter in the last caption adds the next option, with an id of its own, ready to type', async () => {
  const user = opened('menu');
  await user.click(screen.getByRole('textbox', { name: 'Option 3' }));
  await user.keyboard('{Enter}Our shops');
  expect(options().map((option) => option.label)).toEqual(['Delivery', 'My order', 'A person', 'Our shops']);
  expect(new Set(options().map((option) => option.id)).size).toBe(4);
});

test('a removed option takes its connection along, and one undo brings both back', async () => {
  const user = opened('menu');
  const before = useEditor.getState().bot;
  await user.click(screen.getByRole('button', { name: 'Delete option 2' }));
  expect(node('menu').exits).toEqual({ o1: 'delivery', o3: 'human' });
  act(() => void useEditor.getState().undo());
  expect(useEditor.getState().bot).toBe(before);
});

test('Alt and an arrow move an option; its id and its connection stay with it', async () => {
  const user = opened('menu');
  await user.click(screen.getByRole('textbox', { name: 'Option 2' }));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(options().map((option) => option.id)).toEqual(['o2', 'o1', 'o3']);
  expect(node('menu').exits).toEqual({ o1: 'delivery', o2: 'ask', o3: 'human' });
});

test('a burst of typing is one step of undo; leaving the field ends it', async () => {
  // The pause that ends a burst must not come from a slow machine.
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const user = opened('menu');
  const text = screen.getByRole('textbox', { name: 'Text before the options' });
  await user.clear(text);
  await user.type(text, 'Hello!');
  await user.tab();
  expect((node('menu').data as { text: string }).text).toBe('Hello!');
  expect(useEditor.getState().history.past).toHaveLength(1);
});

test('«{» offers the variables and puts the chosen one into the text', async () => {
  const user = opened('thanks');
  const text = screen.getByRole('textbox', { name: 'Text' });
  await user.clear(text);
  await user.type(text, 'No. ');
  fireEvent.keyDown(text, { key: '{' });
  await user.keyboard('ord{Enter}');
  expect((node('thanks').data as { parts: { text: string }[] }).parts[0]?.text).toBe('No. {{order}}');
});

test('a new variable is made where the answer is saved', async () => {
  const user = opened('ask');
  await user.click(screen.getByRole('combobox', { name: /Save to/ }));
  await user.keyboard('Delivery date{Enter}');
  expect((node('ask').data as { saveTo: string }).saveTo).toBe('delivery_date');
  expect(useEditor.getState().bot.variables?.map((variable) => variable.id)).toEqual(['order', 'delivery_date']);
});

test('the hand-off offers operator statuses alone, and makes one when there is none', async () => {
  const user = opened('human');
  await user.click(screen.getByRole('combobox', { name: /Status/ }));
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Dialogue']);
  await user.keyboard('Waiting for Anna{Enter}');
  const made = useEditor.getState().bot.statuses?.at(-1);
  expect(made).toMatchObject({ name: 'Waiting for Anna', role: 'operator' });
  expect((node('human').data as { status: string }).status).toBe(made?.id);
});

test('an output is connected by name, leads to its block, and is taken away', async () => {
  const user = opened('human');
  const outputs = screen.getByRole('region', { name: 'Outputs' });
  await user.click(within(outputs).getAllByRole('button', { name: 'Connect…' })[0]!);
  await user.click(within(outputs).getByRole('combobox'));
  await user.keyboard('thanks{Enter}');
  expect(node('human').exits).toEqual({ nobody: 'thanks' });
  await user.click(within(outputs).getByRole('button', { name: /Remove the connection/ }));
  expect(node('human').exits).toBeUndefined();
  await user.click(within(screen.getByTestId('inspector-human')).getByRole('button', { name: 'Main menu' }));
  expect(useEditor.getState().selection.nodes).toEqual(['menu']);
});

test('what is wrong is said on top, and a safe repair is a button', async () => {
  const { bot, run, setProblems } = useEditor.getState();
  run('setData', { flow: 'main', node: 'thanks', patch: { parts: [{ text: 'For {{city}}' }] } });
  setProblems(findProblems(useEditor.getState().bot));
  const user = opened('thanks');
  await user.click(screen.getByRole('button', { name: 'Create variable city' }));
  expect(useEditor.getState().bot.variables?.at(-1)).toEqual({ id: 'city', type: 'text' });
  expect(bot.variables).toHaveLength(1);
});

test('«test from here» begins at the block and shows the chat; selecting a block then leaves the tab alone', async () => {
  const user = opened('delivery');
  await user.click(screen.getByTestId('test-from'));
  expect(await screen.findByText('We deliver in 3 days.')).toBeTruthy();
  act(() => useEditor.getState().select({ nodes: ['menu'] }));
  expect(screen.getByTestId('dock').dataset['tab']).toBe('test');
  act(() => useEditor.getState().inspect());
  expect(screen.getByTestId('dock').dataset['tab']).toBe('block');
  expect(screen.getByTestId('inspector-menu')).toBeTruthy();
});

test('with nothing selected the bot’s topics are listed; a new one is taught on the screen for phrases', async () => {
  const user = opened();
  await user.click(screen.getByRole('button', { name: /^Topics/ }));
  await user.click(screen.getByRole('button', { name: 'Add topic' }));
  const [topic] = useEditor.getState().bot.intents ?? [];
  expect(topic).toMatchObject({ name: 'Topic 1', phrases: [] });
  expect(useRoute.getState().route).toMatchObject({ screen: 'phrases', topic: topic?.id });
});

test('statuses get roles and an order', async () => {
  const user = opened();
  await user.click(screen.getByRole('button', { name: /^Statuses/ }));
  await user.click(screen.getAllByRole('textbox', { name: 'Name of the status' })[2]!);
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(useEditor.getState().bot.statuses?.map((status) => status.id)).toEqual(['st_new', 'st_order', 'st_human']);
});

test('hours are typed as people type them', async () => {
  const user = opened();
  await user.click(screen.getByRole('button', { name: /^Working hours/ }));
  await user.click(screen.getByRole('switch', { name: 'People answer at certain hours' }));
  const from = screen.getByRole('textbox', { name: 'Mon, from' });
  await user.clear(from);
  await user.type(from, '830{Enter}');
  const to = screen.getByRole('textbox', { name: 'Mon, to' });
  await user.clear(to);
  await user.type(to, 'noon{Enter}');
  expect(useEditor.getState().bot.hours?.weekly.mon).toEqual([['08:30', '18:00']]);
});

test('a value given in the variables is what the test goes on with', async () => {
  const user = opened('thanks');
  await user.click(screen.getByTestId('tab-variables'));
  await user.type(screen.getByRole('textbox', { name: 'Value of order in the test' }), '1 024{Enter}');
  await user.click(screen.getByTestId('tab-block'));
  await user.click(screen.getByTestId('test-from'));
  expect(await screen.findByText('Order 1024 is on its way.')).toBeTruthy();
});

test('a version that may only be looked at can’t be changed', () => {
  useEditor.getState().open(structuredClone(flowers), { readOnly: true });
  opened('menu');
  expect(screen.getByRole('textbox', { name: 'Option 1' }).matches(':disabled')).toBe(true);
  expect(screen.getByRole('textbox', { name: 'Block name' }).matches(':disabled')).toBe(true);
});

test('of one kind of problem the first is told and the rest are counted; a click tells them all', async () => {
  const user = opened('menu');
  const { run, setProblems } = useEditor.getState();
  const edges = ['o1', 'o2', 'o3'].map((exit) => edgeKey('menu', exit));
  act(() => {
    run('removeSelection', { flow: 'main', nodes: [], edges });
    setProblems(findProblems(useEditor.getState().bot));
  });
  const list = within(screen.getByRole('list', { name: 'Problems of the block' }));
  expect(list.getAllByRole('listitem')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'and 2 more like it' }));
  expect(list.getAllByRole('listitem')).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Show less' }));
  expect(list.getAllByRole('listitem')).toHaveLength(1);
});
