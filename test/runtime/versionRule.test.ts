import { expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { TurnEvent, TurnEventOf } from '../../engine/model/event.ts';
import type { SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { entersAnew, fateOf, readsNext } from '../../engine/runtime/versionRule.ts';
import { asKept } from '../support/asKept.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';

const HOUR = 3_600_000;

/** A conversation whose bot is published anew in its middle: each line says what was heard, by the rule's own versions. */
function talk(first: Bot): {
  says: (text: string, hours?: number) => string[];
  happens: (
    event: { type: 'owner'; owner: 'bot' | 'human' } | { type: 'outcome'; effect: string; ok: boolean },
  ) => string[];
  publish: (bot: Bot) => void;
  readonly state: SessionState;
  readonly isNew: boolean;
} {
  let pinned = compileBot(first);
  let live = pinned;
  let state = newSession();
  let at = Date.UTC(2026, 10, 18, 7);
  const run = (event: TurnEvent): string[] => {
    if (live !== pinned && (readsNext(fateOf(state, pinned, live)) || entersAnew(state, event, pinned, live)))
      pinned = live;
    const result = step(pinned, state, event);
    state = asKept(result.state);
    return result.effects.flatMap((effect) => (effect.type === 'send' ? [effect.text] : []));
  };
  return {
    says(text, hours = 0) {
      at += hours * HOUR + 1_000;
      return run({ type: 'message', at, seed: 1, text, attachments: [], channel: 'test', lead: '1', customer: {} });
    },
    happens: (event) => run({ ...event, at, seed: 1 }),
    publish(bot) {
      live = compileBot(bot);
    },
    get state() {
      return state;
    },
    get isNew() {
      return pinned === live;
    },
  };
}

const shop = (menu: string, options: Record<string, string>): BotBuilder =>
  drawBot()
    .start('menu')
    .menu('menu', menu, options, { after: 'repeat' })
    .message('about', `${menu}: печём`)
    .question('name', 'Как вас зовут?', { answer: 'text', saveTo: 'name' }, { answered: 'about', failed: 'about' })
    .command('word', ['меню'], 'menu')
    .handoff('people');
const OLD = shop('Раз', { about: 'О нас', name: 'Знакомство', people: 'Сотрудник' }).build();
const NEW = shop('Два', { about: 'О выпечке', people: 'Сотрудник' }).settings({ resumeWord: '' }).build();
const changed: Bot = {
  ...NEW,
  flows: NEW.flows.map((flow) => ({ ...flow, nodes: flow.nodes.filter((node) => node.id !== 'name') })),
};

test('whoever stands at a menu that changed goes on with the old one, until a command', () => {
  const anna = talk(OLD);
  anna.says('привет');
  anna.publish(changed);
  expect(anna.says('2')).toEqual(['Как вас зовут?']);
  expect(anna.says('Анна')).toEqual(['Раз: печём', expect.stringContaining('Раз')]);
  expect(anna.isNew).toBe(false);
  expect(anna.says('меню')).toEqual([expect.stringContaining('О выпечке')]);
  expect(anna.isNew).toBe(true);
});

test('a word that answers the question is no entry, though it is a command elsewhere', () => {
  const anna = talk(OLD);
  anna.says('привет');
  anna.says('2');
  anna.publish(changed);
  expect(anna.says('меню')).toEqual(['Раз: печём', expect.stringContaining('Раз')]);
  expect(anna.isNew).toBe(false);
});

test('a command that the new version has no more is still heard by the old one', () => {
  const anna = talk(OLD);
  anna.says('привет');
  anna.publish({
    ...changed,
    flows: changed.flows.map((flow) => ({ ...flow, nodes: flow.nodes.filter((node) => node.id !== 'word') })),
  });
  expect(anna.says('меню')).toEqual([expect.stringContaining('Раз')]);
  expect(anna.isNew).toBe(false);
});

test('after a long silence the next message begins on the new version', () => {
  const anna = talk(OLD);
  anna.says('привет');
  anna.says('2');
  anna.publish(changed);
  expect(anna.says('это снова я', 25)).toEqual([expect.stringContaining('Два')]);
  expect(anna.isNew).toBe(true);
});

test('a lead given back by a person comes back to the new version', () => {
  const anna = talk(OLD);
  anna.says('привет');
  anna.happens({ type: 'owner', owner: 'human' });
  anna.publish(changed);
  expect(anna.says('алло')).toEqual([]);
  expect(anna.isNew).toBe(false);
  expect(anna.happens({ type: 'owner', owner: 'bot' }).at(-1)).toContain('Два');
  expect(anna.isNew).toBe(true);
});

test('what the CRM is asked for is settled on the version that asked, and what was written meanwhile is read there', () => {
  const anna = talk(OLD);
  anna.says('привет');
  anna.says('3');
  const effect = anna.state.wait?.effect ?? '';
  anna.publish(changed);
  expect(anna.says('меню')).toEqual([]);
  expect(anna.isNew).toBe(false);
  expect(anna.happens({ type: 'outcome', effect, ok: true })).toEqual(['Зову людей']);
  expect(anna.state).toMatchObject({ owner: 'human', wait: null });
});

test('a sub-flow whose caller was deleted ends as a last leaf does, and nobody is troubled', () => {
  const inside = drawBot()
    .start('pick', { words: ['внутрь'] })
    .menu('pick', 'Выберите', { leaf: 'Лист' })
    .message('leaf', 'Лист')
    .command('again', ['заново'], 'pick')
    .build().flows[0]!;
  const calling = (caller: boolean): Bot => {
    const drawn = drawBot().start('menu').menu('menu', 'Главное', { in: 'Внутрь' }, { after: 'repeat' });
    if (caller) drawn.node('in', 'call', { flow: 'sub' }, { done: 'menu' });
    else drawn.message('in', 'Больше не работает');
    return drawn.build({ flows: [...drawn.build().flows, { ...inside, id: 'sub', main: false }] });
  };
  const anna = talk(calling(true));
  anna.says('привет');
  expect(anna.says('1')).toEqual(['Выберите\n1 — Лист']);
  anna.publish(calling(false));
  // At a menu that stands, but in a sub-flow that would come back to nowhere.
  expect(anna.says('заново')).toEqual(['Выберите\n1 — Лист']);
  expect(anna.isNew).toBe(true);
  expect(anna.says('1')).toEqual(['Лист', 'Главное\n1 — Внутрь']);
  expect(anna.state).toMatchObject({ owner: 'bot', calls: [], wait: { place: { node: 'menu' } } });
});

const OPTIONS = { about: 'О нас', name: 'Знакомство', people: 'Сотрудник' };
const asked = talk(OLD);
asked.says('привет');
const atMenu = asked.state;
asked.says('2');
const atQuestion = asked.state;
const edited = (id: string, change: Partial<Bot['flows'][number]['nodes'][number]>): Bot => ({
  ...OLD,
  flows: OLD.flows.map((flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
  })),
});
const leading = (about: string, label: string): Bot => {
  const menu = shop('Раз', { ...OPTIONS, about: label }).build();
  const nodes = menu.flows[0]!.nodes.map((node) =>
    node.id === 'menu' ? { ...node, exits: { ...node.exits, about } } : node,
  );
  return { ...menu, flows: [{ ...menu.flows[0]!, nodes }] };
};
const called = (node: string): SessionState => ({
  ...atMenu,
  calls: [{ place: { flow: 'main', node }, flow: 'main', menus: [] }],
});

test.each<[what: string, state: SessionState, from: Bot | null, to: Bot, becomes: string, why: string]>([
  ['a menu nobody touched', atMenu, OLD, OLD, 'movesNow', 'same'],
  ['a menu with another text', atMenu, OLD, shop('Два', OPTIONS).build(), 'movesNow', 'nodeChanged'],
  ['a corrected caption', atMenu, OLD, leading('about', 'О выпечке'), 'movesNow', 'nodeChanged'],
  ['a caption that leads elsewhere', atMenu, OLD, leading('name', 'О нас'), 'movesNow', 'nodeChanged'],
  [
    'another caption that leads elsewhere',
    atMenu,
    OLD,
    leading('name', 'О выпечке'),
    'finishesOnOld',
    'optionsChanged',
  ],
  ['an option taken away', atMenu, OLD, changed, 'finishesOnOld', 'optionsChanged'],
  ['a version that cannot be read any more', atMenu, null, OLD, 'movesNow', 'nodeChanged'],
  ['another bot', atMenu, OLD, { ...OLD, id: 'other' }, 'finishesOnOld', 'otherBot'],
  ['a menu switched off', atMenu, OLD, edited('menu', { disabled: true }), 'finishesOnOld', 'nodeGone'],
  ['a question nobody touched', atQuestion, OLD, OLD, 'finishesOnOld', 'same'],
  ['a question taken away', atQuestion, OLD, changed, 'finishesOnOld', 'nodeGone'],
  ['a menu instead of the question', atQuestion, OLD, edited('name', { kind: 'menu' }), 'finishesOnOld', 'nodeChanged'],
  ['a question instead of the menu', atMenu, OLD, edited('menu', { kind: 'question' }), 'finishesOnOld', 'nodeChanged'],
  ['a block of no known kind', atMenu, OLD, edited('menu', { kind: 'teleport' }), 'finishesOnOld', 'nodeChanged'],
  [
    'an answer of the CRM under way',
    { ...atMenu, wait: { ...atMenu.wait!, effect: 'e1' } },
    OLD,
    OLD,
    'finishesOnOld',
    'busy',
  ],
  ['a caller taken away', called('gone'), OLD, OLD, 'finishesOnOld', 'callerGone'],
  ['a caller that calls nothing now', called('about'), OLD, OLD, 'finishesOnOld', 'callerGone'],
  ['a person has the lead', { ...atMenu, owner: 'human' }, OLD, changed, 'withPerson', 'noWait'],
  ['the bot was switched off', { ...atMenu, owner: 'off' }, OLD, changed, 'over', 'noWait'],
  ['it is over', { ...atMenu, phase: 'ended' }, OLD, changed, 'over', 'noWait'],
  ['it waits nowhere', { ...atMenu, wait: null }, OLD, changed, 'movesNow', 'noWait'],
])('%s', (_, state, from, to, becomes, why) => {
  expect(fateOf(state, from && compileBot(from), compileBot(to))).toEqual({ becomes, why });
});

test('a command is no new entry while something is under way', () => {
  const event: TurnEventOf<'message'> = {
    type: 'message',
    at: atMenu.lastAt + 1_000,
    seed: 1,
    text: 'меню',
    attachments: [],
    channel: 'test',
    lead: '1',
    customer: {},
  };
  const enters = (state: SessionState): boolean => entersAnew(state, event, compileBot(OLD), compileBot(changed));
  expect(enters(atMenu)).toBe(true);
  expect(enters({ ...atMenu, wait: { ...atMenu.wait!, effect: 'e1' } })).toBe(false);
  expect(enters({ ...atMenu, deferred: [{ ...event, text: 'раньше' }] })).toBe(false);
  expect(entersAnew(atMenu, { ...event, text: '1' }, compileBot(OLD), compileBot(changed))).toBe(false);
});
