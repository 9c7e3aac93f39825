import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblemFinder, findProblems } from '../../engine/check/findProblems.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { bigBot } from '../bench/bigBot.ts';
import { bot, end, node, text } from './problemCases.ts';
import { randomBot, randomEdit } from './randomBot.ts';

/** A copy shares no object with what was checked before, so nothing can be remembered of it. */
const fromScratch = (bot: Bot): unknown => findProblems(structuredClone(bot));

test('edited again and again, undone and redone, a bot has the problems that a check from scratch finds', () => {
  fc.assert(
    fc.property(
      randomBot,
      fc.array(fc.tuple(randomEdit, fc.nat({ max: 9 })), { minLength: 1, maxLength: 20 }),
      (first, edits) => {
        const find = createProblemFinder();
        expect(find(first)).toEqual(fromScratch(first));
        const history = [first];
        for (const [edit, back] of edits) {
          // Now and then the author undoes some steps and goes on from there.
          const from = history[Math.max(0, history.length - 1 - (back > 6 ? back - 6 : 0))] ?? first;
          const edited = edit(from);
          history.push(edited);
          expect(find(edited)).toEqual(fromScratch(edited));
        }
      },
    ),
    { numRuns: 250, seed: 20_260_301 },
  );
});

test('one finder for two bots does not mix them up', () => {
  fc.assert(
    fc.property(randomBot, randomBot, (one, other) => {
      const find = createProblemFinder();
      for (const bot of [one, other, one, other]) expect(find(bot)).toEqual(fromScratch(bot));
    }),
    { numRuns: 100, seed: 7 },
  );
});

describe('only what an edit can touch is looked at again', () => {
  /** Blocks whose data is read count here: a getter tells of each look at it. */
  function watched(bot: Bot): { bot: Bot; looks: () => number } {
    let looks = 0;
    const [flow] = bot.flows;
    const nodes = flow!.nodes.map((node) => {
      const { data } = node;
      return Object.defineProperty({ ...node }, 'data', { enumerable: true, get: () => ((looks += 1), data) });
    });
    return {
      bot: { ...bot, flows: [{ ...flow!, nodes }] },
      looks() {
        const count = looks;
        looks = 0;
        return count;
      },
    };
  }

  test('after an edit of one block no other is read', () => {
    const { bot, looks } = watched(bigBot(200));
    const find = createProblemFinder();
    find(bot);
    expect(looks()).toBeGreaterThanOrEqual(200);
    const [flow] = bot.flows;
    const edited = { ...flow!.nodes[5]!, data: { text: 'Ещё раз?' } };
    looks();
    find({ ...bot, flows: [{ ...flow!, nodes: flow!.nodes.with(5, edited) }] });
    expect(looks()).toBe(0);
  });

  test('a card that was moved changes nothing, not even the list', () => {
    const bot = bigBot(50);
    const find = createProblemFinder();
    const problems = find(bot);
    expect(find({ ...bot, layout: { main: { nodes: { start: { x: 8, y: 8 } } } } })).toBe(problems);
  });
});

describe('one edit, and what it brings', () => {
  const begin = node('begin', 'start', { when: { words: ['акция'] } }, { next: 'z' });
  const before = bot([text('a', 'c'), node('c', 'call', { flow: 'f' }, { done: 'e' }), end()], {
    f: [begin, text('z', 'y'), node('y', 'call', { flow: 'g' })],
    g: [node('begin', 'start', { when: { words: ['скидка'] } }, { next: 'z' }), end('z')],
  });

  test.each([
    ['more to say', 'a', { data: { parts: ['1', '2', '3', '4'].map((line) => ({ text: line })) } }, 'W-SILENT'],
    ['a call of its own flow', 'y', { data: { flow: 'f' } }, 'E-CYCLE'],
    ['a word that another start has', 'begin', { data: { when: { words: ['скидка'] } } }, 'W-SOURCE'],
    ['a connection to itself', 'a', { exits: { next: 'a' } }, 'W-LOOP'],
  ])('%s', (_, id, change, code) => {
    const find = createProblemFinder();
    const codes = (at: Bot): string[] => find(at).map((problem) => problem.code);
    expect(codes(before)).not.toContain(code);
    const at = before.flows.findIndex((flow) => flow.nodes.some((known) => known.id === id));
    const flow = before.flows[at]!;
    const nodes = flow.nodes.map((known) => (known.id === id ? { ...known, ...change } : known));
    expect(codes({ ...before, flows: before.flows.with(at, { ...flow, nodes }) })).toContain(code);
    expect(codes(before)).not.toContain(code);
  });
});

test('a sound bot of any size has no problems', () => {
  for (const size of [20, 1_000]) expect(findProblems(bigBot(size))).toEqual([]);
});
