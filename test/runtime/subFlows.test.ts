import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../engine/model/limits.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { message, slowTalk, talkTo, type Talk } from '../support/talk.ts';
import { withFlows } from '../support/withFlows.ts';

const failures = (talk: Talk): string[] =>
  talk.conversation.items.flatMap((item) => (item.from === 'system' && item.event === 'failure' ? [item.what] : []));

const MENU = 'Чем помочь?\n1 — Заказать\n2 — О нас';
const SIZES = 'Какой размер?\n1 — Большой\n2 — Малый';

/** A menu with a sub-flow below one of its options; `inner` is the sub-flow. */
function shop(inner: BotBuilder, others: Record<string, BotBuilder> = {}) {
  return withFlows(
    drawBot()
      .variable('street', 'size')
      .start('menu')
      .menu('menu', 'Чем помочь?', { order: 'Заказать', about: 'О нас' }, { after: 'repeat' })
      .node('order', 'call', { flow: 'sub' }, { done: 'thanks', solved: 'good' })
      .message('thanks', 'Заказ принят')
      .message('good', 'Отлично')
      .message('about', 'Печём торты')
      .command('word', ['меню'], 'menu')
      .handoff('people'),
    { sub: inner, ...others },
  );
}
const asksStreet = (): BotBuilder =>
  drawBot()
    .start('ask')
    .question('ask', 'Какая улица?', { answer: 'text', saveTo: 'street' }, { answered: 'said' })
    .message('said', 'Записал: {{street}}');
const asksSize = (): BotBuilder =>
  drawBot()
    .start('sizes')
    .menu('sizes', 'Какой размер?', { big: 'Большой', small: 'Малый' }, { after: 'repeat' })
    .message('big', 'Большой так большой')
    .end('small', 'Хорошо', { outcome: 'solved' });

describe('a sub-flow', () => {
  test('comes back where its last branch stops, and the menu above goes on', () => {
    const talk = talkTo(shop(asksStreet()));
    expect(talk.customer('привет')).toEqual([MENU]);
    expect(talk.customer('1')).toEqual(['Какая улица?']);
    expect(talk.state.calls).toMatchObject([{ flow: 'sub', place: { flow: 'main', node: 'order' } }]);
    expect(talk.customer('Ленина')).toEqual(['Записал: Ленина', 'Заказ принят', MENU]);
    expect(talk.state.calls).toEqual([]);
  });

  test('its end comes back by the exit of its name, and by «done» where that is not connected', () => {
    const talk = talkTo(shop(asksSize()));
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer('2')).toEqual(['Хорошо', 'Отлично', MENU]);
    const other = drawBot().start('end').end('end', 'Жаль', { outcome: 'unsolved' });
    const unconnected = talkTo(shop(other));
    unconnected.customer('привет');
    expect(unconnected.customer('1')).toEqual(['Жаль', 'Заказ принят', MENU]);
  });

  test('a leaf below a menu inside returns to that menu, not to the caller’s', () => {
    const talk = talkTo(shop(asksSize()));
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer('1')).toEqual(['Большой так большой', SIZES]);
    expect(talk.state.calls).toHaveLength(1);
  });

  test.each(['0', 'назад'])('«%s» at its topmost menu leads out, to the caller’s menu', (word) => {
    const talk = talkTo(shop(asksSize()));
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer(word)).toEqual([MENU]);
    expect(talk.state.calls).toEqual([]);
    // Nothing comes back from what was left: the other option is the menu's own.
    expect(talk.customer('2')).toEqual(['Печём торты', MENU]);
  });

  test('«back» goes out through callers that have no menu, to one that has', () => {
    const bot = shop(drawBot().start('deeper').node('deeper', 'call', { flow: 'sizes' }, {}), { sizes: asksSize() });
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer('1')).toEqual([SIZES]);
    expect(talk.state.calls).toHaveLength(2);
    expect(talk.customer('назад')).toEqual([MENU]);
    expect(talk.state.calls).toEqual([]);
  });

  test('a command of the main flow leaves it for good', () => {
    const talk = talkTo(shop(asksStreet()));
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer('/меню')).toEqual(['Записал: /меню', 'Заказ принят', MENU]);
    const sizes = talkTo(shop(asksSize()));
    sizes.customer('привет');
    sizes.customer('1');
    expect(sizes.customer('меню')).toEqual([MENU]);
    expect(sizes.state.calls).toEqual([]);
    expect(sizes.customer('2')).toEqual(['Печём торты', MENU]);
  });

  test('a number answers its menu no more once it has come back', () => {
    const bot = withFlows(
      drawBot()
        .start('call')
        .node('call', 'call', { flow: 'sub' }, { done: 'listen', solved: 'listen' })
        .topic('thanks', ['спасибо', 'благодарю вас'])
        .intent('listen', 'Что ещё?', { thanks: 'bye' })
        .end('bye', 'До встречи'),
      { sub: asksSize() },
    );
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer('2')).toEqual(['Хорошо', 'Что ещё?']);
    talk.customer('2');
    expect(talk.at).toBe('listen');
    expect(talk.state.calls).toEqual([]);
    expect(talk.conversation.visits.filter((place) => place.node === 'small')).toHaveLength(1);
  });

  test('a jump inside goes on inside, and a jump out of it does not come back', () => {
    const inside = drawBot().start('go').node('go', 'jump', { node: 'ask' }).question('ask', 'Размер?', {
      answer: 'text',
      saveTo: 'size',
    });
    const talk = talkTo(shop(inside));
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer('большой')).toEqual(['Заказ принят', MENU]);
    const out = talkTo(shop(drawBot().start('go').node('go', 'jump', { flow: 'main', node: 'about' })));
    out.customer('привет');
    expect(out.customer('1')).toEqual(['Печём торты', MENU]);
    expect(out.state.calls).toEqual([]);
  });

  test('an end in a flow that was jumped to, not called, ends the conversation', () => {
    const bot = withFlows(drawBot().start('go').node('go', 'jump', { flow: 'sub' }), {
      sub: drawBot().start('bye').end('bye', 'Пока', { outcome: 'solved' }),
    });
    const talk = talkTo(bot);
    expect(talk.customer('привет')).toEqual(['Пока']);
    expect(talk.state.phase).toBe('ended');
    expect(talk.customer('ещё')).toEqual([]);
  });
});

describe('people in the middle of a sub-flow', () => {
  test('who take over and give back leave the customer at its menu, and it still comes back', () => {
    const talk = talkTo(shop(asksSize()));
    talk.customer('привет');
    talk.customer('1');
    talk.takes();
    expect(talk.customer('алло')).toEqual([]);
    expect(talk.givesBack()).toEqual(['Снова на связи бот.', SIZES]);
    expect(talk.customer('2')).toEqual(['Хорошо', 'Отлично', MENU]);
  });

  test('the same by a «returned to the bot» block of the main flow', () => {
    const bot = shop(asksSize());
    const [main, ...others] = bot.flows;
    const resume = { id: 'again', kind: 'resume', data: { text: 'Я снова тут', continue: 'menu' } };
    const talk = talkTo({ ...bot, flows: [{ ...main!, nodes: [...main!.nodes, resume] }, ...others] });
    talk.customer('привет');
    talk.customer('1');
    talk.operator('Я отвечу сам');
    expect(talk.givesBack()).toEqual(['Я снова тут', SIZES]);
    expect(talk.customer('2')).toEqual(['Хорошо', 'Отлично', MENU]);
  });

  test('give back to the caller’s menu where the sub-flow has none', () => {
    const talk = talkTo(shop(asksStreet()));
    talk.customer('привет');
    talk.customer('1');
    talk.operator('Я отвечу сам');
    expect(talk.givesBack()).toEqual(['Снова на связи бот.', MENU]);
    expect(talk.state.calls).toEqual([]);
  });

  test('a hand-off inside does not go on with the caller behind the person’s back', () => {
    const handsOver = drawBot().start('hand').handoff('hand', { text: 'Зову людей' });
    const talk = talkTo(shop(handsOver));
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Зову людей']);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human' });
  });
});

describe('sub-flows inside one another', () => {
  test('each comes back to the one that called it', () => {
    const middle = drawBot().start('a').node('a', 'call', { flow: 'inner' }, { done: 'b' }).message('b', 'Середина');
    const talk = talkTo(shop(middle, { inner: asksStreet() }));
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Какая улица?']);
    expect(talk.state.calls.map((call) => call.flow)).toEqual(['sub', 'inner']);
    expect(talk.customer('Мира')).toEqual(['Записал: Мира', 'Середина', 'Заказ принят', MENU]);
  });

  test('a flow that calls itself is fine while it asks something each time, and hands over beyond its depth', () => {
    const inner = drawBot()
      .start('ask')
      .question('ask', 'Ещё позиция?', { answer: 'text', saveTo: 'size' }, { answered: 'again' })
      .node('again', 'call', { flow: 'sub' }, {});
    const talk = talkTo(shop(inner));
    talk.customer('привет');
    talk.customer('1');
    for (let depth = 1; depth < LIMITS.callDepth; depth += 1) {
      expect(talk.customer(`позиция ${String(depth)}`)).toEqual(['Ещё позиция?']);
      expect(talk.state.calls).toHaveLength(depth + 1);
    }
    expect(talk.customer('последняя')).toEqual([]);
    expect(failures(talk)).toEqual(['tooDeep']);
    expect(talk.state).toMatchObject({ owner: 'human', reason: 'failure', calls: [] });
    // Given back, it is out of it all.
    expect(talk.givesBack()).toEqual(['Снова на связи бот.', MENU]);
  });

  test('a flow that calls itself at once is stopped', () => {
    const talk = talkTo(shop(drawBot().start('again').node('again', 'call', { flow: 'sub' }, {})));
    talk.customer('привет');
    talk.customer('1');
    expect(failures(talk)).toEqual(['tooDeep']);
    expect(talk.state.owner).toBe('human');
  });

  test('two flows that call each other in a circle without a word are stopped by the guard', () => {
    const talk = talkTo(
      withFlows(drawBot().start('one').node('one', 'call', { flow: 'sub' }, { done: 'one' }).handoff('people'), {
        sub: drawBot().start('end').end('end'),
      }),
    );
    talk.customer('привет');
    expect(failures(talk)).toEqual(['loop']);
  });
});

describe('what a sub-flow needs is not there', () => {
  test.each([
    ['no flow is chosen', {}],
    ['the flow is gone', { flow: 'nowhere' }],
    ['the flow has no start', { flow: 'empty' }],
  ])('%s: people take over', (_, data) => {
    const bot = withFlows(drawBot().start('call').node('call', 'call', data, {}), {
      empty: drawBot().message('m', 'Сюда не войти'),
    });
    const talk = talkTo(bot);
    expect(talk.customer('привет')).toEqual([]);
    expect(failures(talk)).toEqual(['noTarget']);
    expect(talk.state.owner).toBe('human');
  });

  test('the calling block was deleted meanwhile: the menu above it goes on', () => {
    const before = compileBot(shop(asksStreet()));
    let state = newSession();
    for (const [at, text] of ['привет', '1'].entries()) state = step(before, state, message(text, at)).state;
    const bot = shop(asksStreet());
    const [main, sub] = bot.flows;
    const cut = { ...main!, nodes: main!.nodes.filter((node) => node.id !== 'order') };
    const result = step(compileBot({ ...bot, flows: [cut, sub!] }), state, message('Ленина', 3));
    expect(result.effects).toMatchObject([{ text: 'Записал: Ленина' }, { text: MENU }]);
    expect(result.state).toMatchObject({ owner: 'bot', calls: [], wait: { place: { node: 'menu' } } });
  });

  test('the whole sub-flow was deleted meanwhile: the conversation begins anew', () => {
    const before = compileBot(shop(asksStreet()));
    let state = newSession();
    for (const [at, text] of ['привет', '1'].entries()) state = step(before, state, message(text, at)).state;
    const bot = shop(asksStreet());
    const result = step(compileBot({ ...bot, flows: [bot.flows[0]!] }), state, message('Ленина', 3));
    expect(result.effects).toMatchObject([{ type: 'send', text: MENU }]);
    expect(result.state.calls).toEqual([]);
  });
});

describe('a conversation that is over', () => {
  test('the stop word inside a sub-flow ends all of it', () => {
    const talk = talkTo(shop(asksSize()));
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer('стоп')).toHaveLength(1);
    expect(talk.state).toMatchObject({ phase: 'ended', calls: [] });
  });

  test('after a long silence inside a sub-flow the customer is greeted anew, out of it', () => {
    const talk = talkTo(shop(asksSize()));
    talk.customer('привет');
    talk.customer('1');
    talk.passes('30h');
    expect(talk.customer('привет')).toEqual([MENU]);
    expect(talk.state.calls).toEqual([]);
  });
});

test('the CRM is asked inside a sub-flow, and it still comes back when the answer is there', () => {
  const inner = drawBot().start('set').status('set', 'st_work', { next: 'said' }).message('said', 'Взяли в работу');
  const talk = slowTalk(shop(inner));
  talk.customer('привет');
  expect(talk.customer('1')).toEqual([]);
  talk.customer('ну как там?');
  expect(talk.outcome(true)).toEqual(['Взяли в работу', 'Заказ принят', MENU, expect.any(String)]);
});
