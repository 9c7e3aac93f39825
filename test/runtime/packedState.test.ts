import { describe, expect, test } from 'vitest';
import type { Offered, SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { packState, unpackState, type PackedState } from '../../engine/runtime/packedState.ts';
import { restoreState } from '../../engine/runtime/restoreState.ts';
import { step, type TurnResult } from '../../engine/runtime/step.ts';
import { asKept } from '../support/asKept.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { message } from '../support/talk.ts';

const MENU = { flow: 'main', node: 'menu' };
const OPTIONS: readonly Offered[] = [
  { id: 'about', code: '1', label: 'О нас' },
  { id: 'prices', code: '2', label: 'Цены' },
];

function atMenu(part: Partial<SessionState> = {}): SessionState {
  return {
    ...newSession(),
    phase: 'talking',
    wait: { place: MENU, since: 5, offered: OPTIONS, memo: {} },
    lastMenu: { place: MENU, offered: null },
    menus: [MENU],
    trail: [MENU],
    lastAt: 5,
    ...part,
  };
}

describe('a packed state', () => {
  test('is short: what is usual is left out, places and options are texts', () => {
    expect(JSON.stringify(packState(atMenu({ channel: 'vk', lead: '7', lastMessage: '2', made: 3 })))).toBe(
      '{"v":3,"wait":{"place":"main/menu","offered":"about|1|О нас|prices|2|Цены"},"lastMenu":true,"menus":"main/menu",' +
        '"trail":"main/menu","channel":"vk","lead":"7","lastMessage":"2","lastAt":5,"made":3}',
    );
  });

  const odd = { flow: 'a/b', node: 'c' };
  test.each<[string, SessionState]>([
    ['a lead nobody has talked to', newSession()],
    ['a menu', atMenu()],
    [
      'a menu shown some time ago, its second page',
      atMenu({ wait: { ...atMenu().wait!, since: 1, memo: { page: 1 } } }),
    ],
    ['a question beside the menu shown last', atMenu({ lastMenu: { place: odd, offered: [...OPTIONS] } })],
    ['an effect under way', atMenu({ wait: { place: MENU, since: 5, offered: [], effect: 'e1', memo: {} } })],
    ['nothing to wait for', atMenu({ wait: null })],
    ['options taken from the menu shown last', atMenu({ wait: null, lastMenu: { place: MENU, offered: [] } })],
    ['the menu’s own options elsewhere', atMenu({ wait: { place: odd, since: 5, offered: [], memo: {} } })],
    ['several places', atMenu({ menus: [MENU, odd], trail: [odd, odd] })],
    ['a node with a stroke in its id', atMenu({ menus: [{ flow: 'main', node: 'a/b/c' }] })],
    ['a caption with a bar', atMenu({ wait: { ...atMenu().wait!, offered: [{ id: 'a', code: '1', label: 'a|b' }] } })],
    [
      'options with synonyms',
      atMenu({ wait: { ...atMenu().wait!, offered: [{ id: 'a', code: '1', label: 'a', synonyms: ['b'] }] } }),
    ],
    ['an empty caption', atMenu({ wait: { ...atMenu().wait!, offered: [{ id: 'a', code: '', label: '' }] } })],
    [
      'everything else',
      {
        ...atMenu(),
        owner: 'human',
        reason: 'handoff',
        ownership: 2,
        status: 'st',
        elsewhere: '7',
        phase: 'ended',
        misses: { 'main/menu': 1 },
        shown: { 'main/menu': 2 },
        variables: { name: null, tags: ['a'] },
        customer: { name: 'Анна' },
        turns: { x: 1 },
        choices: { y: 'b' },
        calls: [{ place: MENU, flow: 'sub', menus: [odd] }],
        goals: ['sale'],
        tags: ['vip'],
        deferred: [message('ещё', 9)],
      },
    ],
  ])('is unpacked as it was: %s', (_, state) => {
    expect(asKept(state)).toEqual(state);
    expect(restoreState(JSON.parse(JSON.stringify(packState(state))))).toEqual({ ok: true, value: state });
    // A state that was never packed is read as well.
    expect(restoreState(JSON.parse(JSON.stringify(state)))).toEqual({ ok: true, value: state });
  });

  test('does not let one customer’s turn change what another was offered', () => {
    const [one, other] = [asKept(atMenu()), asKept(atMenu())];
    expect(() => (one.wait!.offered as Offered[]).pop()).toThrow(TypeError);
    expect(() => Object.assign(one.wait!.offered[0]!, { label: 'x' })).toThrow(TypeError);
    expect(other).toEqual(atMenu());
  });

  const packed = packState(atMenu());
  test.each<[string, object, string]>([
    ['a place without a flow', { ...packed, wait: { place: 'menu' } }, 'state.wait.place'],
    ['no place', { ...packed, wait: 7 }, 'state.wait.place'],
    [
      'options with a part missing',
      { ...packed, wait: { ...packed.wait, offered: 'a|1' } },
      'state.wait.offered.0.label',
    ],
    ['options that are none', { ...packed, wait: { ...packed.wait, offered: 7 } }, 'state.wait.offered'],
    ['places that are none', { ...packed, menus: 7 }, 'state.menus'],
    ['a trail of text', { ...packed, trail: 'menu' }, 'state.trail'],
    ['a menu that is none', { ...packed, lastMenu: 7 }, 'state.lastMenu.place'],
    ['an owner that is none', { ...packed, owner: null }, 'state.owner'],
    ['nothing but the version', { v: 3 }, 'state.channel'],
  ])('with a fault in it is refused, with the place: %s', (_, json, at) => {
    expect(restoreState(json)).toMatchObject({ ok: false, fault: { code: 'fileInvalid', at } });
  });
});

// Rule 8: answers are matched against the options as they were sent.
describe('options kept with the conversation', () => {
  const shop = (draw: (bot: BotBuilder) => BotBuilder): ReturnType<typeof compileBot> =>
    compileBot(draw(drawBot().start('menu')).message('about', 'Мы печём').message('prices', 'От 900').build());
  const says = (program: ReturnType<typeof compileBot>, state: SessionState, text: string, at: number): TurnResult =>
    step(program, asKept(state), message(text, at));
  const replies = ({ effects }: TurnResult): string[] =>
    effects.flatMap((effect) => (effect.type === 'send' ? [effect.text] : []));

  const before = shop((bot) => bot.menu('menu', 'Что?', { about: 'О нас', prices: 'Цены' }));
  const swapped = shop((bot) => bot.menu('menu', 'Что?', { prices: 'Стоимость', about: 'О пекарне' }));

  test.each([
    ['1', 'Мы печём'],
    ['2', 'От 900'],
    ['цены', 'От 900'],
  ])('mean what was sent when the program under the conversation has changed: «%s»', (text, reply) => {
    const { state } = says(before, newSession(), 'привет', 1);
    expect(replies(says(swapped, state, text, 2))[0]).toBe(reply);
  });

  test('are those of this customer where the captions hang on variables', () => {
    const program = shop((bot) => bot.menu('menu', 'Что?', { about: 'Для {{customer.name}}', prices: 'Цены' }));
    const customers = ['Анна', 'Борис'].map((name) => {
      const { state } = step(program, newSession(), { ...message('привет', 1), customer: { name } });
      return asKept(state).wait?.offered.map(({ label }) => label);
    });
    expect(customers).toEqual([
      ['Для Анна', 'Цены'],
      ['Для Борис', 'Цены'],
    ]);
  });
});

test('what was read is as good as what was made: the next turn is the same', () => {
  const program = compileBot(drawBot().start('menu').menu('menu', 'Что?', { a: 'А', b: 'Б' }).build());
  const { state } = step(program, newSession(), message('привет', 1));
  const kept = unpackState(JSON.parse(JSON.stringify(packState(state))) as PackedState);
  expect(step(program, kept, message('х', 2))).toEqual(step(program, state, message('х', 2)));
});
