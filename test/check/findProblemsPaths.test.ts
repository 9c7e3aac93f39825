import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { drawBot } from '../support/botBuilder.ts';
import { ask, begin, bot, end, holds, menu, node, text } from './problemCases.ts';

holds('W-LOOP', [
  ['two messages that lead to each other', bot([text('a', 'b'), text('b', 'a')]), ['a']],
  ['a block that leads to itself', bot([node('a', 'status', { status: 'st_work' }, { next: 'a' })]), ['a']],
  ['round by a jump', bot([text('a', 'b'), node('b', 'jump', { node: 'a' })]), ['a']],
  [
    'round by a jump into another flow and back',
    bot([node('a', 'jump', { flow: 'f', node: 'x' })], {
      f: [
        begin('x'),
        node('x', 'set', { assignments: [] }, { next: 'y' }),
        node('y', 'jump', { flow: 'main', node: 'a' }),
      ],
    }),
    ['a'],
  ],
  [
    '«the last menu» in a bot without menus is its start',
    bot([text('a', 'b'), node('b', 'jump', { to: 'lastMenu' })]),
    ['start'],
  ],
  [
    'a connection into «returned to bot», which begins anew where there is no menu',
    bot([node('a', 'resume', { text: 'Снова бот' })]),
    ['start'],
  ],
  [
    'or where it is told to, menus or not',
    bot([
      node('a', 'resume', { continue: 'start' }),
      node('c', 'command', { words: ['ау'] }, { next: 'm' }),
      menu('m', { x: 'm' }),
    ]),
    ['start'],
  ],
  ['a question on the way', bot([text('a', 'q'), ask('q', { answered: 'a', failed: 'e' }), end()]), []],
  ['a menu on the way', bot([text('a', 'm'), menu('m', { x: 'a' })]), []],
  ['a wait on the way', bot([text('a', 'w'), node('w', 'wait', { minutes: 5 }, { next: 'a' })]), []],
  [
    'phrases that are only read do not stop it',
    drawBot()
      .topic('t', ['раз', 'два', 'три', 'четыре', 'пять'])
      .start('a')
      .message('a', 'раз', 'i')
      .node('i', 'intent', { intents: ['t'] }, { t: 'a', other: 'e' })
      .end('e')
      .build(),
    ['a'],
  ],
  [
    'three tries and then people: a counter and a way out',
    bot([
      node('a', 'set', { assignments: [{ variable: 'n', op: '+', value: 1 }] }, { next: 'c' }),
      node(
        'c',
        'condition',
        { cases: [{ id: 'more', label: 'ещё', all: [{ left: 'n', op: '<', right: 3 }] }] },
        { more: 'a', else: 'e' },
      ),
      end(),
    ]),
    [],
  ],
  [
    'a condition that nothing in the circle counts for',
    bot([
      text('a', 'c'),
      node(
        'c',
        'condition',
        { cases: [{ id: 'more', label: 'ещё', all: [{ left: 'n', op: '<', right: 3 }] }] },
        { more: 'a', else: 'e' },
      ),
      end(),
    ]),
    ['a'],
  ],
  ['a circle nobody can reach', bot([end('a'), text('x', 'y'), text('y', 'x')]), []],
  ['a switched-off block does not stop it', bot([text('a', 'm'), { ...menu('m', { x: 'a' }), disabled: true }]), ['a']],
  [
    'a sub-flow that asks stops it',
    bot([node('a', 'call', { flow: 'f' }, { done: 'a' })], {
      f: [begin('q'), ask('q', { answered: 'z', failed: 'z' }), end('z')],
    }),
    [],
  ],
  [
    'a sub-flow that only talks does not',
    bot([node('a', 'call', { flow: 'f' }, { done: 'a' })], {
      f: [begin('t'), text('t', 'z'), end('z')],
    }),
    ['a'],
  ],
]);

holds('E-CYCLE', [
  [
    'a flow that calls itself',
    bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end()], {
      f: [begin('t'), text('t', 'again'), node('again', 'call', { flow: 'f' }, { done: 'z' }), end('z')],
    }),
    ['again'],
  ],
  [
    'two flows that call each other',
    bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end()], {
      f: [begin('x'), node('x', 'call', { flow: 'g' }, { done: 'z' }), end('z')],
      g: [begin('y'), node('y', 'call', { flow: 'f' }, { done: 'z' }), end('z')],
    }),
    ['x'],
  ],
  [
    'it asks before it calls itself',
    bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end()], {
      f: [
        begin('q'),
        ask('q', { answered: 'again', failed: 'z' }),
        node('again', 'call', { flow: 'f' }, { done: 'z' }),
        end('z'),
      ],
    }),
    [],
  ],
]);

holds('E-DEEP', [
  ['eleven flows one in the other', chain(12), ['c']],
  ['ten are what the bot can do', chain(10), []],
]);

function chain(depth: number): Bot {
  const others = Array.from({ length: depth }, (_, at) => [
    `f${String(at)}`,
    at + 1 < depth
      ? [begin('c'), node('c', 'call', { flow: `f${String(at + 1)}` }, { done: 'z' }), end('z')]
      : [begin('z'), end('z')],
  ]);
  return bot(
    [node('a', 'call', { flow: 'f0' }, { done: 'e' }), end()],
    Object.fromEntries(others) as Record<string, BotNode[]>,
  );
}

holds('W-SILENT', [
  [
    'four messages in a row, told at the fourth',
    bot([text('a', 'b'), text('b', 'c'), text('c', 'd'), text('d', 'e'), end()]),
    ['d'],
  ],
  [
    'told once, not at the fifth',
    bot([text('a', 'b'), text('b', 'c'), text('c', 'd'), text('d', 'f'), text('f', 'e'), end()]),
    ['d'],
  ],
  ['four parts of one message', bot([text('a', 'e', ['1', '2', '3', '4']), end()]), ['a']],
  ['three are read', bot([text('a', 'b', ['1', '2']), text('b', 'e'), end()]), []],
  [
    'a question between',
    bot([
      text('a', 'q', ['1', '2', '3']),
      ask('q', { answered: 'b', failed: 'b' }),
      text('b', 'e', ['1', '2', '3']),
      end(),
    ]),
    [],
  ],
  [
    'of variants the longest counts',
    bot([node('a', 'message', { variants: [[{ text: '1' }], [{ text: '1' }, { text: '2' }]] }, { next: 'e' }), end()]),
    [],
  ],
  [
    'through a jump and a status',
    bot([
      text('a', 's', ['1', '2']),
      node('s', 'status', { status: 'st_work' }, { next: 'j' }),
      node('j', 'jump', { node: 'b' }),
      text('b', 'e', ['1', '2']),
      end(),
    ]),
    ['b'],
  ],
  [
    'on into a sub-flow',
    bot([text('a', 'c', ['1', '2', '3']), node('c', 'call', { flow: 'f' }, { done: 'e' }), end()], {
      f: [begin('t'), text('t', 'z'), end('z')],
    }),
    ['t'],
  ],
  [
    'two paths that meet: the longer one counts',
    bot([menu('a', { x: 'b', y: 'c' }), text('b', 'c', ['1', '2']), text('c', 'e', ['1', '2']), end()]),
    ['c'],
  ],
]);

holds('W-GIVEUP', [
  [
    'it ends in the menu again',
    bot([menu('a', { x: 'e' }), text('e'), node('f', 'fallback', { hint: '?' }, { giveUp: 'a' })]),
    ['f'],
  ],
  [
    'to people',
    bot([
      menu('a', { x: 'e' }),
      end(),
      node('h', 'handoff', { status: 'st_human' }),
      node('f', 'fallback', { hint: '?' }, { giveUp: 'h' }),
    ]),
    [],
  ],
  [
    'an offer of people first',
    bot([
      end('a'),
      menu('m', { yes: 'h', no: 'm' }),
      node('h', 'handoff', { status: 'st_human' }),
      node('f', 'fallback', { hint: '?' }, { giveUp: 'm' }),
    ]),
    [],
  ],
  [
    'the only hand-off is switched off',
    bot([
      menu('a', { x: 'a' }),
      { ...node('h', 'handoff', { status: 'st_human' }), disabled: true },
      node('f', 'fallback', { hint: '?' }, { giveUp: 'a' }),
    ]),
    ['f'],
  ],
  [
    'by a jump into another flow',
    bot(
      [menu('a', { x: 'a' }), node('f', 'fallback', { hint: '?' }, { giveUp: 'j' }), node('j', 'jump', { flow: 'g' })],
      { g: [begin('z'), end('z')] },
    ),
    [],
  ],
]);

holds('I-REACH', [
  [
    'behind an output that is gone',
    bot([{ ...text('a', 'e'), exits: { next: 'e', gone: 'b' } }, end(), text('b', 'e')]),
    ['b'],
  ],
  [
    'behind a switched-off command',
    bot([end('a'), { ...node('c', 'command', { words: ['да'] }, { next: 'b' }), disabled: true }, text('b', 'a')]),
    ['b'],
  ],
  ['behind a jump nobody takes', bot([end('a'), node('j', 'jump', { node: 'b' }), text('b', 'a')]), ['j', 'b']],
  [
    'behind the second output of a switched-off block',
    bot([{ ...menu('a', { x: 'e', y: 'b' }), disabled: true }, end(), text('b', 'e')]),
    ['b'],
  ],
  ['a block that was put aside is left alone', bot([end('a'), { ...text('b', 'a'), disabled: true }]), []],
  [
    'a flow only a call leads to',
    bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end()], { f: [begin('z'), end('z')] }),
    [],
  ],
]);

holds('E-OUT', [
  [
    'a message at the end of a sub-flow comes back',
    bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end()], { f: [begin('t'), text('t')] }),
    [],
  ],
  ['the same flow, entered for good', bot([node('a', 'jump', { flow: 'f' })], { f: [begin('t'), text('t')] }), ['t']],
  [
    'called, and begun by a word of its own',
    bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end()], {
      f: [begin('t', { when: { words: ['акция'] } }), text('t')],
    }),
    ['t'],
  ],
  ['under a menu a jump is followed', bot([menu('a', { x: 'j' }), node('j', 'jump', { node: 't' }), text('t')]), []],
  [
    'a jump out of a sub-flow does not come back to it',
    bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end(), text('t')], {
      f: [begin('j'), node('j', 'jump', { flow: 'main', node: 't' })],
    }),
    ['t'],
  ],
  ['a switched-off block that leads nowhere', bot([{ ...text('a'), disabled: true }]), ['a']],
  ['an option with the name of something else', bot([{ ...menu('a', { toString: 'e' }), exits: {} }, end()]), ['a']],
]);

holds('W-OFF', [
  ['a switched-off jump', bot([{ ...node('a', 'jump', { to: 'lastMenu' }), disabled: true }]), ['a']],
  ['a switched-off hand-off', bot([{ ...node('a', 'handoff', { status: 'st_human' }), disabled: true }]), ['a']],
  ['a switched-off end ends all the same', bot([{ ...end('a'), disabled: true }]), []],
]);

holds('E-NOSTART', [
  ['a jump into a flow without a start', bot([node('a', 'jump', { flow: 'f' })], { f: [end('z')] }), ['a']],
  ['a call', bot([node('a', 'call', { flow: 'f' }, { done: 'e' }), end()], { f: [end('z')] }), ['a']],
  [
    'a start that is switched off is none',
    bot([node('a', 'jump', { flow: 'f' })], { f: [{ ...begin('z'), disabled: true }, end('z')] }),
    ['a'],
  ],
  ['a block of it can be jumped to', bot([node('a', 'jump', { flow: 'f', node: 'z' })], { f: [end('z')] }), []],
]);

holds('W-SOURCE', [
  ['two flows for every new lead', bot([end('a')], { f: [begin('z'), end('z')] }), ['begin']],
  ['others lead into the second', bot([node('a', 'jump', { flow: 'f' })], { f: [begin('z'), end('z')] }), []],
  [
    'one for some channels, one for the rest',
    bot([end('a')], { f: [begin('z', { sources: ['7'] }), end('z')] }, {}),
    ['begin'],
  ],
  ['the channels are divided', divided(['1'], ['2']), []],
  ['one channel is in both', divided(['1', '2'], ['2', '3']), ['begin']],
  ['the rest, after a flow for one', divided(['1'], []), []],
  [
    'the same status in two',
    bot([end('a')], {
      f: [begin('z', { when: { statuses: ['st_order'] } }), end('z')],
      g: [begin('z', { when: { statuses: ['st_order'] } }), end('z')],
    }),
    ['begin'],
  ],
  [
    'the same word in two',
    bot([end('a')], {
      f: [begin('z', { when: { words: ['Акция'] } }), end('z')],
      g: [begin('z', { when: { words: ['акция'] } }), end('z')],
    }),
    ['begin'],
  ],
]);

function divided(first: string[], second: string[]): Bot {
  const whole = bot([end('a')], { f: [begin('z', { sources: second }), end('z')] });
  const [main, other] = whole.flows;
  const nodes = main!.nodes.map((each) => (each.kind === 'start' ? { ...each, data: { sources: first } } : each));
  return { ...whole, flows: [{ ...main!, nodes }, other!] };
}
