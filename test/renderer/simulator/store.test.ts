import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { setData } from '../../../renderer/editor/commands/setData.ts';
import { moveNodes } from '../../../renderer/editor/commands/moveNodes.ts';
import { sameProgram } from '../../../renderer/simulator/sameProgram.ts';
import { flowers } from './flowers.ts';
import { MENU, newChat, NOON, started } from './newChat.ts';

/** The shop with a topic: what is said first may name it. */
const topical: Bot = {
  ...structuredClone(flowers),
  intents: [{ id: 'price', name: 'Price', phrases: ['how much is it', 'what does it cost', 'price of a bouquet'] }],
  flows: flowers.flows.map((flow) => ({
    ...flow,
    nodes: [
      ...flow.nodes.filter((node) => node.kind !== 'start'),
      { id: 'start', kind: 'start', exits: { next: 'topic' } },
      { id: 'topic', kind: 'intent', data: { intents: ['price'] }, exits: { price: 'delivery', other: 'menu' } },
    ],
  })),
};

test('a turn that needs no phrases is answered at once, however many there are to learn', () => {
  const intents = [{ id: 'bye', name: 'Bye', phrases: ['bye', 'see you'] }];
  const chat = newChat({ ...structuredClone(flowers), intents });
  chat.get().send('hello');
  expect(chat.get().learning).toBe(false);
  chat.get().send('1');
  expect(chat.said()).toEqual([MENU, 'We deliver in 3 days.', MENU]);
});

test('what is sent while the phrases are learned is answered, in its order', () => {
  const chat = newChat(topical);
  chat.get().send('hello');
  chat.get().send('1');
  expect(chat.get().learning).toBe(true);
  expect(chat.get().conversation).toBeNull();
  chat.moment();
  expect(chat.get().learning).toBe(false);
  expect(chat.said()).toEqual([MENU, 'We deliver in 3 days.', MENU]);
});

/** The shop that greets with its menu, and asks for a topic only where words fit no option; nothing of it is learned. */
const late = (): Bot => ({
  ...topical,
  id: 'bot_late',
  intents: structuredClone(topical.intents ?? []),
  flows: topical.flows.map((flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) => {
      if (node.kind === 'start') return { ...node, exits: { next: 'menu' } };
      return node.id === 'menu' ? { ...node, exits: { ...node.exits, other: 'topic' } } : node;
    }),
  })),
});

test('a talk that began before the phrases were learned goes on with them', () => {
  const chat = newChat(late());
  chat.get().send('hello');
  expect(chat.said()).toEqual([MENU]);
  chat.get().send('what does it cost');
  expect(chat.get().learning).toBe(true);
  expect(chat.said()).toEqual([MENU]);
  chat.moment();
  expect(chat.said()).toEqual([MENU, 'We deliver in 3 days.', MENU]);
});

test('a talk that began before the phrases were changed has those it began with learned, not in the window', () => {
  const bot = late();
  const chat = newChat(bot);
  chat.get().send('hello');
  const changed = { ...bot, intents: [{ id: 'price', name: 'Price', phrases: ['expensive'] }] };
  chat.edit(changed);
  chat.get().send('what does it cost');
  chat.get().send('1');
  expect(chat.learned).toEqual([bot]);
  expect(chat.learned[0]).toBe(bot);
  chat.moment();
  expect(chat.get().learning).toBe(false);
  expect(chat.said()).toEqual([MENU, 'We deliver in 3 days.', MENU, 'We deliver in 3 days.', MENU]);
  chat.get().restart('new');
  chat.get().send('hello');
  chat.get().send('expensive');
  expect(chat.learned[1]).toBe(changed);
});

describe('while the phrases are learned', () => {
  const fresh = (more: Partial<Bot> = {}): Bot => ({ ...structuredClone(topical), ...more });

  test('what was said to a bot is not said to the one that was opened meanwhile', () => {
    const chat = newChat(fresh());
    chat.get().send('hello');
    chat.edit(fresh({ id: 'bot_books', name: 'Books' }));
    chat.moment();
    expect(chat.get()).toMatchObject({ learning: false, conversation: null });
    chat.get().send('hello');
    chat.moment();
    expect(chat.said()).toEqual([MENU]);
    expect(chat.get().conversation?.program.bot.id).toBe('bot_books');
  });

  test('the bot that was opened meanwhile answers what was said to it once it has learned its own', () => {
    const chat = newChat(fresh());
    chat.get().send('hello');
    chat.edit(fresh({ id: 'bot_books', name: 'Books' }));
    chat.get().send('price');
    chat.moment();
    expect(chat.get()).toMatchObject({ learning: true, conversation: null });
    chat.moment();
    expect(chat.get().learning).toBe(false);
    const customer = chat.get().conversation?.items.flatMap((item) => (item.from === 'customer' ? [item.text] : []));
    expect(customer).toEqual(['price']);
  });

  test('phrases that were changed meanwhile are learned in their turn, not in the window', () => {
    const chat = newChat(fresh());
    chat.get().send('hello');
    chat.edit(fresh({ intents: [{ id: 'price', name: 'Price', phrases: ['expensive'] }] }));
    chat.moment();
    expect(chat.get()).toMatchObject({ learning: true, conversation: null });
    chat.moment();
    expect(chat.get().learning).toBe(false);
    expect(chat.said()).toEqual([MENU]);
  });
});

test('the canvas is told the way: order numbers, outputs taken, and where the talk stands', () => {
  const chat = started();
  chat.get().send('1');
  expect(chat.get().visits).toEqual({ 'main/start': [1], 'main/menu': [2, 4], 'main/delivery': [3] });
  expect(chat.get().travelled['main/menu/o1']).toBe(2);
  expect(chat.get().current).toBe('main/menu');
});

test('back gives the very talk that was before, forward the one after; a new word ends the way forward', () => {
  const chat = started();
  const greeted = chat.get().conversation;
  chat.get().send('2');
  chat.get().send('10482');
  const told = chat.get().conversation;
  chat.get().back();
  chat.get().back();
  expect(chat.get().conversation).toBe(greeted);
  expect(chat.get().conversation?.state.variables).toEqual({});
  expect(Object.keys(chat.get().visits)).toEqual(['main/start', 'main/menu']);
  chat.get().forward();
  chat.get().forward();
  expect(chat.get().conversation).toBe(told);
  chat.get().back();
  chat.get().send('7');
  chat.get().forward();
  expect(chat.get().conversation?.state.variables).toEqual({ order: 7 });
});

test('back from the first word leaves an empty chat, and forward brings the talk again', () => {
  const chat = started();
  chat.get().back();
  expect(chat.get().conversation).toBeNull();
  expect(chat.get().visits).toEqual({});
  chat.get().forward();
  expect(chat.said()).toEqual([MENU]);
});

describe('a person has the conversation', () => {
  test('the bot is silent, whatever is written and however long it takes, until it is given back', () => {
    const chat = started();
    chat.get().send('0');
    const before = chat.said();
    expect(before.at(-1)).toBe('Passing you on.');
    chat.get().send('are you there?');
    chat.get().sendAsOperator('Yes, Anna here.');
    chat.get().pass(24 * 3_600_000);
    expect(chat.said()).toEqual(before);
    expect(chat.get().conversation?.state.owner).toBe('human');
    chat.get().chooseOwner('bot');
    expect(chat.get().conversation?.state.owner).toBe('bot');
    expect(chat.said().slice(before.length)).toEqual(['The bot is back with you.', MENU]);
  });

  test('a manager takes it and gives it back by the status', () => {
    const chat = started();
    chat.get().moveStatus('st_human');
    expect(chat.get().conversation?.state.owner).toBe('human');
    chat.get().moveStatus('st_new');
    expect(chat.get().conversation?.state.owner).toBe('bot');
    expect(chat.said().at(-1)).toBe(MENU);
  });

  test('when the CRM refuses the status the customer is promised nobody', () => {
    const chat = newChat();
    chat.get().setProfile({ refuseStatus: true });
    chat.get().send('hello');
    chat.moment();
    chat.get().send('0');
    expect(chat.said()).not.toContain('Passing you on.');
    expect(chat.get().conversation?.state.owner).toBe('bot');
  });
});

test('skipping the wait goes exactly to the reminder', () => {
  const chat = started();
  chat.get().skipWait();
  expect(chat.said().at(-1)).toBe('Still there?');
  expect(chat.get().conversation?.now).toBe(NOON + 60 * 60_000);
});

describe('the bot is edited during a test', () => {
  const edited = setData.apply(flowers, {
    flow: 'main',
    node: 'delivery',
    patch: { parts: [{ text: 'We deliver tomorrow.' }] },
  });

  test('the talk goes on by the old version until it is told to go on by the new one', () => {
    const chat = started();
    chat.edit(edited);
    chat.get().send('1');
    expect(chat.said().slice(-2)).toEqual(['We deliver in 3 days.', MENU]);
    chat.get().adopt();
    chat.moment();
    chat.get().send('1');
    expect(chat.said().slice(-2)).toEqual(['We deliver tomorrow.', MENU]);
  });

  test('restart begins with the new one', () => {
    const chat = started();
    chat.edit(edited);
    chat.get().restart('same');
    expect(chat.get().conversation).toBeNull();
    chat.get().send('hello');
    chat.moment();
    chat.get().send('1');
    expect(chat.said().at(-2)).toBe('We deliver tomorrow.');
  });

  test('moving a card or naming a block is no change of the talk, a new text is', () => {
    const moved = moveNodes.apply(flowers, { flow: 'main', positions: { menu: { x: 80, y: 80 } } });
    const [main] = flowers.flows;
    const named = {
      ...flowers,
      flows: [{ ...main!, nodes: main!.nodes.map((node) => (node.id === 'menu' ? { ...node, name: 'Hall' } : node)) }],
    };
    expect(sameProgram(flowers, moved)).toBe(true);
    expect(sameProgram(flowers, named)).toBe(true);
    expect(sameProgram(flowers, edited)).toBe(false);
  });
});

test('a test from a block begins there, with what is known of the customer', () => {
  const chat = newChat();
  chat.get().setVariable('order', 555);
  chat.get().startHere({ flow: 'main', node: 'thanks' });
  chat.moment();
  expect(chat.said()[0]).toBe('Order 555 is on its way.');
});

test('a value changed by hand is what the talk goes on with, and back takes it away again', () => {
  const chat = started();
  chat.get().setVariable('order', 42);
  expect(chat.get().conversation?.state.variables).toEqual({ order: 42 });
  chat.get().back();
  expect(chat.get().conversation?.state.variables).toEqual({});
});

test('the same customer is known after a restart, a new one is not', () => {
  const chat = started();
  chat.get().send('2');
  chat.get().send('77');
  chat.get().restart('same');
  chat.get().send('hello');
  expect(chat.get().conversation?.state.variables).toEqual({ order: 77 });
  chat.get().restart('new');
  chat.get().send('hello');
  expect(chat.get().conversation?.state.variables).toEqual({});
});
