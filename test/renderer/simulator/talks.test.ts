import { describe, expect, test } from 'vitest';
import { setData } from '../../../renderer/editor/commands/setData.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { flowers } from './flowers.ts';
import { MENU, newChat, NOON, started } from './newChat.ts';

describe('a second talk', () => {
  test('goes on from an earlier turn; both are kept, each with its own way back', () => {
    const chat = started();
    chat.get().send('2');
    chat.get().send('10482');
    const first = chat.get().conversation;
    chat.get().fork(1, 'after');
    expect(chat.said()).toEqual([MENU]);
    chat.get().send('1');
    expect(chat.said().slice(1)).toEqual(['We deliver in 3 days.', MENU]);
    expect(chat.get().talks.map((slot) => slot.id)).toEqual([1, 2]);
    chat.get().showTalk(1);
    expect(chat.get().conversation).toBe(first);
    expect(chat.get().visits).toHaveProperty('main/ask');
    chat.get().back();
    expect(chat.get().conversation?.state.variables).toEqual({});
    chat.get().showTalk(2);
    expect(chat.get().visits).not.toHaveProperty('main/ask');
    chat.get().back();
    chat.get().back();
    expect(chat.get().conversation).toBeNull();
  });

  test('from before a message has its words ready to be changed', () => {
    const chat = started();
    chat.get().send('1');
    chat.get().fork(2, 'before', '1');
    expect(chat.get().draft).toBe('1');
    expect(chat.said()).toEqual([MENU]);
    chat.get().fork(1, 'before', 'hello');
    expect(chat.get().conversation).toBeNull();
    expect(chat.get().talks).toHaveLength(3);
  });

  test('is closed to come back to the other, and the last one stays', () => {
    const chat = started();
    chat.get().fork(1, 'after');
    chat.get().send('1');
    chat.get().closeTalk(2);
    expect(chat.said()).toEqual([MENU]);
    expect(chat.get().talks).toEqual([{ id: 1, talk: null }]);
    chat.get().closeTalk(1);
    expect(chat.get().talks).toHaveLength(1);
  });
});

test('all that was done is done again by the bot as it is drawn now, and back goes through it', () => {
  const chat = started();
  chat.get().setVariable('order', 5);
  chat.get().send('1');
  chat.get().pass(60_000);
  chat.edit(setData.apply(flowers, { flow: 'main', node: 'delivery', patch: { parts: [{ text: 'Tomorrow.' }] } }));
  const old = chat.get().conversation;
  chat.get().replay();
  chat.moment();
  expect(chat.said()).toEqual([MENU, 'Tomorrow.', MENU]);
  expect(chat.get().conversation?.state.variables).toEqual({ order: 5 });
  expect(chat.get().conversation?.now).toBe(NOON + 60_000);
  for (let step = 0; step < 4; step += 1) chat.get().back();
  expect(chat.get().conversation).toBeNull();
  chat.get().back();
  expect(chat.get().conversation).toBe(old);
});

describe('the clock', () => {
  test('is set before the first word, and only goes forward after it', () => {
    const chat = newChat();
    const evening = NOON + 8 * 3_600_000;
    chat.get().setClock(evening);
    chat.get().send('hello');
    chat.moment();
    expect(chat.get().conversation?.now).toBe(evening);
    chat.get().setClock(evening - 1);
    expect(chat.get().conversation?.now).toBe(evening);
    chat.get().setClock(evening + 61 * 60_000);
    expect(chat.said().at(-1)).toBe('Still there?');
  });
});

describe('real requests', () => {
  const stock = drawBot()
    .start('ask')
    .node(
      'ask',
      'http',
      { url: 'https://shop.example/stock', save: [{ path: 'left', variable: 'left' }], sample: { left: 3 } },
      { ok: 'yes', error: 'no' },
    )
    .message('yes', '{{left}} left')
    .message('no', 'no answer')
    .build({ language: 'en', variables: [{ id: 'left', type: 'number' }] });

  test('are not made unless the author asks for them', () => {
    const chat = started(stock);
    expect(chat.asked).toEqual([]);
    expect(chat.said()).toEqual(['3 left']);
  });

  test('go out once; the reply finds its talk, and back goes to before the request', async () => {
    const chat = newChat(stock);
    chat.get().setProfile({ realHttp: true });
    chat.get().send('hello');
    chat.moment();
    expect(chat.asked.map(({ effect }) => effect.url)).toEqual(['https://shop.example/stock']);
    chat.get().fork(1, 'before', 'hello');
    await chat.asked[0]?.answer({ reply: { status: 200, body: '{"left": 9}' } });
    expect(chat.get().conversation).toBeNull();
    chat.get().showTalk(1);
    expect(chat.said()).toEqual(['9 left']);
    chat.get().back();
    expect(chat.get().conversation).toBeNull();
    chat.get().forward();
    expect(chat.said()).toEqual(['9 left']);
    expect(chat.asked).toHaveLength(1);
  });

  test('that fail take the way for failures', async () => {
    const chat = newChat(stock);
    chat.get().setProfile({ realHttp: true });
    chat.get().send('hello');
    chat.moment();
    await chat.asked[0]?.answer({ fault: 'refused' });
    expect(chat.said()).toEqual(['no answer']);
  });
  test('whose reply leads to where phrases are understood wait for these to be learned beside the window', async () => {
    const bot = drawBot()
      .start('ask')
      .node('ask', 'http', { url: 'https://shop.example/stock' }, { ok: 'topic', error: 'no' })
      .node('topic', 'intent', { intents: ['price'] }, { price: 'cost', other: 'no' })
      .message('cost', 'ten a bunch')
      .message('no', 'no answer')
      .build({
        language: 'en',
        intents: [{ id: 'price', name: 'Price', phrases: ['what does it cost', 'how much is it'] }],
      });
    const chat = newChat(bot);
    chat.get().setProfile({ realHttp: true });
    chat.get().send('what does it cost');
    expect(chat.get().learning).toBe(false);
    await chat.asked[0]?.answer({ reply: { status: 200, body: '{}' } });
    expect(chat.get().learning).toBe(true);
    expect(chat.learned).toEqual([bot]);
    expect(chat.said()).toEqual([]);
    chat.moment();
    expect(chat.get().learning).toBe(false);
    expect(chat.said()).toEqual(['ten a bunch']);
  });
});
