import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BotNode } from '../../../engine/flow/botSchema.ts';
import { kindOf } from '../../../engine/nodes/registry.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Dock } from '../../../renderer/inspector/Dock.tsx';
import { showDockTab } from '../../../renderer/inspector/dockStore.ts';
import { faceOf } from '../../../renderer/nodes/registry.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { flowers } from '../simulator/flowers.ts';

beforeEach(() => {
  setLanguage('en');
  useSimulator.getState().reset();
  showDockTab('block');
});

/** The bot with one more block, and the inspector of that block. */
function opened(kind: string, data: Record<string, unknown> = {}) {
  const bot = structuredClone(flowers);
  bot.flows[0]?.nodes.push({ id: 'new', kind, data });
  bot.flows.push({ id: 'address', name: 'Address form', nodes: [{ id: 'start', kind: 'start' }] });
  useEditor.getState().open(bot);
  useEditor.getState().select({ nodes: ['new'] });
  render(<Dock />);
  return userEvent.setup();
}

function node(): BotNode {
  const found = useEditor.getState().bot.flows[0]?.nodes.find((each) => each.id === 'new');
  if (found === undefined) throw new Error('the block is gone');
  return found;
}

/** What the card of such a block says. */
function card(kind: string, data: Record<string, unknown>): string {
  const bot = structuredClone(flowers);
  const made = { id: 'new', kind, data };
  bot.flows.push({ id: 'address', name: 'Address form', nodes: [] });
  useEditor.getState().open(bot);
  const face = faceOf(kind);
  if (face === undefined) throw new Error('no such kind');
  const { container } = render(<face.Card node={made} data={kindOf(kind)?.schema.parse(data)} />);
  return [...container.querySelectorAll('p')].map((line) => line.textContent).join(' | ');
}

describe('cards', () => {
  test.each([
    ['call', {}, 'Choose a flow'],
    ['call', { flow: 'address' }, 'Address form · comes back here'],
    ['call', { flow: 'gone' }, 'This flow no longer exists'],
    ['http', {}, 'Enter an address'],
    [
      'http',
      { url: 'https://api.shop.com/orders/{{order}}', save: { state: 'order.state' } },
      'GET api.shop.com/orders/order | → state',
    ],
    ['goal', {}, 'Name the goal'],
    ['goal', { name: 'Order placed' }, 'Order placed'],
    ['goal', { name: 'Order placed', value: 5, once: false }, 'Order placed | worth 5 · each time'],
    ['end', { outcome: 'solved', rating: true }, 'Conversation over · solved | asks for a rating'],
    ['jump', { node: 'menu' }, '→ Main menu'],
    ['jump', { flow: 'address' }, '→ flow “Address form”'],
  ])('%s %o', (kind, data, said) => {
    expect(card(kind, data)).toBe(said);
  });

  test('speak Russian', () => {
    setLanguage('ru');
    expect(card('call', { flow: 'address' })).toBe('Address form · вернётся сюда');
  });
});

describe('a sub-flow', () => {
  test('is chosen by name, and a new one is made with its start', async () => {
    const user = opened('call');
    await user.click(screen.getByRole('combobox', { name: /^Flow/ }));
    await user.keyboard('Addr{Enter}');
    expect(node().data).toEqual({ flow: 'address' });
    await user.click(screen.getByRole('combobox', { name: /^Flow/ }));
    await user.keyboard('Payment{Enter}');
    const made = useEditor.getState().bot.flows.at(-1);
    expect(made).toMatchObject({ name: 'Payment', nodes: [{ kind: 'start' }] });
    expect(node().data).toEqual({ flow: made?.id });
  });

  test('takes values along in pairs', async () => {
    const user = opened('call', { flow: 'address' });
    const pass = screen.getByRole('group', { name: 'Pass in' });
    await user.click(within(pass).getByRole('button', { name: 'Add a pair' }));
    await user.click(within(pass).getByRole('combobox', { name: /From, pair 1/ }));
    await user.keyboard('Order{Enter}');
    await user.click(within(pass).getByRole('combobox', { name: /To, pair 1/ }));
    await user.keyboard('street{Enter}');
    expect(node().data).toEqual({ flow: 'address', pass: [{ from: 'order', to: 'street' }] });
    // The new variable is of the type of what it gets.
    expect(useEditor.getState().bot.variables?.at(-1)).toEqual({ id: 'street', type: 'number' });
    await user.click(within(pass).getByRole('button', { name: 'Remove pair 1' }));
    expect(node().data).toEqual({ flow: 'address', pass: [] });
  });
});

describe('a request', () => {
  test('a click on a value of the sample keeps it', async () => {
    const user = opened('http', { url: 'https://api.shop.com' });
    const sample = screen.getByRole('textbox', { name: 'Sample answer' });
    fireEvent.change(sample, { target: { value: '{"order":{"items":[{"name":"Rose","count":3}],"a.b":true}}' } });
    await user.click(screen.getByRole('button', { name: 'Save order.items[0].count: 3' }));
    await user.click(screen.getByRole('button', { name: 'Save order["a.b"]: true' }));
    expect((node().data as { save: unknown }).save).toEqual([
      { path: 'order.items[0].count', variable: 'count' },
      { path: 'order["a.b"]', variable: 'a_b' },
    ]);
    expect(useEditor.getState().bot.variables?.slice(-2)).toMatchObject([
      { id: 'count', type: 'number' },
      { id: 'a_b', type: 'boolean' },
    ]);
    expect(kindOf('http')?.problems(node().data, { ...FACTS })).toEqual([]);
  });

  test('a body is for what sends one, and its braces are braces', async () => {
    const user = opened('http', { url: 'https://api.shop.com' });
    expect(screen.queryByRole('textbox', { name: 'Body, JSON' })).toBeNull();
    await user.click(screen.getByRole('combobox', { name: /Method/ }));
    await user.click(screen.getByRole('option', { name: 'POST' }));
    await user.type(screen.getByRole('textbox', { name: 'Body, JSON' }), '{{"a": 1}');
    expect(node().data).toMatchObject({ method: 'POST', body: '{"a": 1}' });
  });

  test('one that changes something can be kept from being made twice', async () => {
    const user = opened('http', { url: 'https://api.shop.com', method: 'POST' });
    await user.click(screen.getByRole('button', { name: 'More settings' }));
    await user.click(screen.getByRole('combobox', { name: /^If it is unclear/ }));
    await user.click(screen.getByRole('option', { name: /Do not repeat/ }));
    expect(node().data).toMatchObject({ ifUnclear: 'never' });
    act(() => void useEditor.getState().undo());
    expect(node().data).not.toHaveProperty('ifUnclear');
    act(() => void useEditor.getState().redo());
    await user.click(screen.getByRole('combobox', { name: /^If it is unclear/ }));
    await user.click(screen.getByRole('option', { name: /^Send again/ }));
    expect(node().data).not.toHaveProperty('ifUnclear');
  });

  test('headers are rows of a name and a value', async () => {
    const user = opened('http', { url: 'https://api.shop.com', headers: { 'X-Shop': 'roses' } });
    await user.click(screen.getByRole('button', { name: 'Add a header' }));
    await user.type(screen.getByRole('textbox', { name: 'Header 2' }), 'X-Order');
    await user.type(screen.getByRole('textbox', { name: 'Value of header 2' }), '17');
    expect((node().data as { headers: unknown }).headers).toEqual([
      { name: 'X-Shop', value: 'roses' },
      { name: 'X-Order', value: '17' },
    ]);
  });
});

const FACTS = {
  name: '',
  language: 'en',
  languages: ['en'],
  timeZone: 'UTC',
  statuses: [],
  variables: [
    { id: 'count', type: 'number' as const },
    { id: 'a_b', type: 'boolean' as const },
  ],
  intents: [],
  entities: [],
  hours: undefined,
  settings: {},
  flows: [],
};

describe('an end', () => {
  test('has one of two outcomes, or a word of its own', async () => {
    const user = opened('end');
    await user.click(screen.getByRole('radio', { name: 'Solved' }));
    expect(node().data).toEqual({ outcome: 'solved' });
    await user.click(screen.getByRole('radio', { name: 'Own' }));
    await user.type(screen.getByRole('textbox', { name: 'Own outcome' }), 'Call back');
    expect(node().data).toEqual({ outcome: 'Call back' });
    await user.click(screen.getByRole('radio', { name: 'None' }));
    expect(node().data ?? {}).toEqual({});
  });

  test('asks for a mark and keeps it', async () => {
    const user = opened('end');
    await user.click(screen.getByRole('switch', { name: 'Ask for a rating' }));
    await user.click(screen.getByRole('combobox', { name: /Save the rating to/ }));
    await user.keyboard('mark{Enter}');
    expect(node().data).toEqual({ rating: true, ratingTo: 'mark' });
    expect(useEditor.getState().bot.variables?.at(-1)).toEqual({ id: 'mark', type: 'number' });
  });
});

test('a goal takes a name that the bot has, or a new one, and a value', async () => {
  const user = opened('goal', { once: true });
  await user.click(screen.getByRole('combobox', { name: /Name/ }));
  await user.keyboard('Order placed{Enter}');
  const value = screen.getByRole('textbox', { name: 'Value' });
  await user.type(value, '1250');
  await user.click(screen.getByRole('switch', { name: 'Count once per conversation' }));
  expect(node().data).toEqual({ name: 'Order placed', value: '1250', once: false });
});
