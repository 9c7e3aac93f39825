import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { fixOf } from '../../engine/check/fixes/fixOf.ts';
import type { Fix } from '../../engine/check/fixes/fix.ts';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { drawBot, STATUSES } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';
import { bot, end, menu, node, text } from './problemCases.ts';

function fixFor(at: Bot, code: string): Fix | null {
  const problem = findProblems(at).find((each) => each.code === code);
  if (problem === undefined) throw new Error(`no ${code}`);
  return fixOf(problem, at);
}

/** The bot with the finding repaired; it still is a bot, and the finding is gone. */
function repaired(at: Bot, code: string): Bot {
  const before = structuredClone(at);
  const after = fixFor(at, code)!.apply(at);
  expect(at).toEqual(before);
  expect(parseBot(writeBot(after)).ok).toBe(true);
  expect(findProblems(after).map((problem) => problem.code)).not.toContain(code);
  return after;
}

const nodeOf = (at: Bot, id: string): BotNode => at.flows[0]!.nodes.find((each) => each.id === id)!;

test('a connection to nowhere is removed', () => {
  const at = bot([menu('a', { x: 'e', y: 'gone' }), end()]);
  expect(fixFor(at, 'E-REF')).toMatchObject({ key: 'removeLink' });
  expect(nodeOf(repaired(at, 'E-REF'), 'a').exits).toEqual({ x: 'e' });
});

test('a connection from an output that is gone is removed, the last one without a trace', () => {
  const at = bot([{ ...end('a'), exits: { next: 'a' } }]);
  expect(nodeOf(repaired(at, 'W-EXIT'), 'a')).not.toHaveProperty('exits');
});

describe('a variable that is not there is created', () => {
  test('as a text where it is only named', () => {
    const after = repaired(bot([text('a', 'e', ['{{city}}']), end()]), 'E-VAR');
    expect(after.variables?.at(-1)).toEqual({ id: 'city', type: 'text' });
  });

  test('as what the answer is', () => {
    const question = node(
      'a',
      'question',
      { text: '?', answer: 'number', saveTo: 'age' },
      { answered: 'e', failed: 'e' },
    );
    expect(repaired(bot([question, end()]), 'E-VAR').variables?.at(-1)).toEqual({ id: 'age', type: 'number' });
  });

  test('not under a name no variable can have', () => {
    expect(fixFor(bot([text('a', 'e', ['{{1 город}}']), end()]), 'E-VAR')).toBeNull();
  });
});

describe('the operator status', () => {
  const handoff = bot([node('a', 'handoff', { text: 'Зову' })]);

  test('the only one is used', () => {
    expect(fixFor(handoff, 'E-NOOP')).toMatchObject({ key: 'useOperator', name: 'Диалог с оператором' });
    expect(nodeOf(repaired(handoff, 'E-NOOP'), 'a').data).toMatchObject({ status: 'st_human' });
  });

  test('also where the chosen one is gone', () => {
    const gone = bot([node('a', 'handoff', { text: 'Зову', status: 'st_gone' })]);
    expect(nodeOf(repaired(gone, 'E-REF'), 'a').data).toMatchObject({ status: 'st_human' });
  });

  test('of two the author chooses', () => {
    const statuses = [...STATUSES!, { id: 'st_second', name: 'Второй', role: 'operator' as const }];
    expect(fixFor({ ...handoff, statuses }, 'E-NOOP')).toBeNull();
  });
});

describe('limits the wrong way round are swapped', () => {
  test.each([
    ['beside', { min: 9, max: 2 }],
    ['in an object of their own', { limits: { min: 9, max: 2 } }],
    ['as texts', { min: '9', max: '2' }],
  ])('%s', (_, limits) => {
    const question = node(
      'a',
      'question',
      { text: '?', answer: 'number', saveTo: 'n', ...limits },
      { answered: 'e', failed: 'e' },
    );
    const talk = talkTo(repaired(bot([question, end()]), 'E-LIMITS'));
    talk.customer('привет');
    expect(talk.customer('5')).toEqual(['пока']);
  });
});

describe('a word of two commands', () => {
  const two = (words: string[], data: object = {}): Bot =>
    drawBot()
      .start('e')
      .end('e')
      .end('z', 'другой')
      .command('c', ['меню'], 'e')
      .command('d', words, 'z', { ...data })
      .build();

  test('is removed where it was never heard', () => {
    const after = repaired(two(['Меню', 'каталог']), 'E-DUP');
    expect(nodeOf(after, 'd').data).toMatchObject({ words: ['каталог'] });
    expect(nodeOf(after, 'c').data).toMatchObject({ words: ['меню'] });
  });

  test('stays if it is the only one', () => expect(fixFor(two(['меню']), 'E-DUP')).toBeNull());
  test('stays if this command is heard where the other is not', () =>
    expect(fixFor(two(['меню', 'каталог'], { whileOperator: true }), 'E-DUP')).toBeNull());
});

describe('a status that silences the bot becomes a hand-off', () => {
  const status = (exits: Record<string, string>, more: BotNode[]): Bot =>
    bot([node('a', 'status', { status: 'st_human' }, exits), ...more]);

  test('what was said after it is what the hand-off says', () => {
    const after = repaired(
      status({ next: 'b', failed: 'e' }, [text('b', 'z', ['Сейчас ответим']), node('z', 'end'), end()]),
      'W-OP',
    );
    expect(nodeOf(after, 'a')).toMatchObject({
      kind: 'handoff',
      data: { status: 'st_human', text: 'Сейчас ответим' },
      exits: { failed: 'e' },
    });
    const talk = talkTo(after);
    expect(talk.customer('привет')).toEqual(['Сейчас ответим']);
    expect(talk.customer('алло')).toEqual([]);
  });

  test('with more behind it the author decides', () => {
    expect(fixFor(status({ next: 'b' }, [menu('b', { x: 'e' }), end()]), 'W-OP')).toBeNull();
    expect(fixFor(status({ next: 'b' }, [text('b', 'a')]), 'W-OP')).toBeNull();
    expect(fixFor(status({ next: 'b' }, [text('b', 'e', ['раз', 'два']), end()]), 'W-OP')).toBeNull();
  });
});

test('of two main flows the first stays it', () => {
  const one = bot([end('a')], { f: [node('begin', 'start', { when: { words: ['x'] } }, { next: 'z' }), end('z')] });
  const after = repaired({ ...one, flows: one.flows.map((flow) => ({ ...flow, main: true })) }, 'E-MAIN');
  expect(after.flows.map((flow) => flow.main)).toEqual([true, undefined]);
});

test('a status on return that is gone is left out', () => {
  const after = repaired(bot([end('a')], {}, { settings: { resumeStatus: 'st_gone', attempts: 2 } }), 'E-REF');
  expect(after.settings).toEqual({ attempts: 2 });
});

test('a finding of a bot that has changed since has no repair', () => {
  const at = bot([menu('a', { x: 'e', y: 'gone' }), end()]);
  const problem = findProblems(at).find(({ code }) => code === 'E-REF')!;
  expect(fixOf(problem, bot([end('b')]))).toBeNull();
  expect(fixOf(problem, bot([end('a')]))).toBeNull();
});
