import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { findHostile } from '../../engine/flow/findHostile.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { applyPatch, invertPatch } from '../../engine/flow/patch/applyPatch.ts';
import { diffValues } from '../../engine/flow/patch/diffValues.ts';
import { type Patch, patchSchema } from '../../engine/flow/patch/patchSchema.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { bigBot } from '../bench/bigBot.ts';
import { cakes } from '../renderer/editor/cakes.ts';
import { anyBody, randomBot } from '../support/randomBot.ts';

const text = (value: unknown): string => JSON.stringify(value);

/** As it comes back from the disk. */
function stored(patch: Patch): Patch {
  return patchSchema.parse(JSON.parse(text(patch)));
}

function between(before: unknown, after: unknown): Patch {
  const patch = diffValues(before, after);
  if (patch === null) throw new Error('there is no difference');
  return stored(patch);
}

const thing = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), label: fc.string() }, { requiredKeys: ['id'] });
const things = fc.uniqueArray(thing, { selector: (one) => one.id });
/** JSON knows one zero. */
const json = (drawn: unknown): unknown => JSON.parse(text(drawn));
const value = fc
  .oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'list', 'text'), fc.oneof(things, fc.string({ maxLength: 200 }), fc.nat())),
    things,
    fc.array(fc.record({ text: fc.string({ maxLength: 90 }) })),
  )
  .map(json)
  // A file with a key `__proto__` is refused before anything is made of it.
  .filter((drawn) => findHostile([drawn]) === null);

describe('a patch', () => {
  test('between any two values goes there and back', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const patch = diffValues(before, after);
        if (patch === null) {
          expect(after).toEqual(before);
          return;
        }
        const kept = stored(patch);
        expect(applyPatch(before, kept)).toEqual(after);
        expect(applyPatch(after, invertPatch(kept))).toEqual(before);
        expect(invertPatch(invertPatch(kept))).toEqual(kept);
      }),
      { numRuns: 2_000 },
    );
  });

  test('between any two bots gives each of them back to the byte, also from their files', () => {
    const bots = randomBot(anyBody);
    fc.assert(
      fc.property(bots, bots, (before, after) => {
        const patch = diffValues(before, after);
        if (patch === null) {
          expect(writeBot(after)).toBe(writeBot(before));
          return;
        }
        const reread = parseBot(writeBot(after));
        // Half-filled blocks that no file may hold are patched like any other.
        const kept = reread.ok ? reread.value : after;
        expect(writeBot(applyPatch(kept, invertPatch(stored(patch))) as Bot)).toBe(writeBot(before));
        expect(writeBot(applyPatch(before, stored(patch)) as Bot)).toBe(writeBot(after));
      }),
    );
  });

  test('of a drag costs what one card weighs, in a bot of a thousand', () => {
    const bot = bigBot(1_000);
    const ids = bot.flows[0]?.nodes.map((node) => node.id) ?? [];
    const nodes = Object.fromEntries(ids.map((id, at) => [id, { x: at * 8, y: 16 }]));
    const before: Bot = { ...bot, layout: { main: { nodes } } };
    const after: Bot = { ...before, layout: { main: { nodes: { ...nodes, [ids[500] ?? '']: { x: 8_008, y: 96 } } } } };
    expect(text(between(before, after)).length).toBeLessThan(200);
  });

  test('of a letter in a long text is that letter', () => {
    const long = 'Здравствуйте! '.repeat(100);
    expect(between({ text: long }, { text: `${long}!` })).toEqual({
      keys: { text: { text: { at: long.length, was: '', is: '!' } } },
    });
  });

  test('keeps the order of options and of what was between them', () => {
    const list = (...ids: string[]) => ids.map((id) => ({ id }));
    for (const [before, after] of [
      [list('a', 'b', 'c'), list('c', 'a', 'b')],
      [list('a', 'b', 'c', 'd'), list('a', 'd')],
      [list(), list('a', 'b')],
      [list('b'), list('a', 'b', 'c', 'd')],
      [list('a', 'b'), list('x', 'b', 'y', 'a')],
    ] as const) {
      expect(applyPatch(before, between(before, after))).toEqual(after);
      expect(applyPatch(after, invertPatch(between(before, after)))).toEqual(before);
    }
  });

  test('shares what it does not touch', () => {
    const before = cakes();
    const after = { ...before, name: 'Пироги' };
    const patched = applyPatch(before, between(before, after)) as Bot;
    expect(patched.flows).toBe(before.flows);
    expect(patched.layout).toBe(before.layout);
  });

  test('that does not fit is refused, not forced', () => {
    const before = cakes();
    const after = { ...before, flows: before.flows.slice(0, 1) };
    const patch = between(before, after);
    expect(applyPatch(after, patch)).toBeUndefined();
    expect(applyPatch({ ...before, flows: 'none' }, patch)).toBeUndefined();
    expect(applyPatch('abc', { text: { at: 1, was: 'x', is: 'y' } })).toBeUndefined();
    expect(applyPatch([1], { items: { 4: { was: 1, is: 2 } } })).toBeUndefined();
    expect(applyPatch([1], { cut: { at: 0, was: [1, 2], is: [] } })).toBeUndefined();
    expect(applyPatch([{ id: 'a' }], { ids: {}, come: [['nobody', { id: 'b' }]] })).toBeUndefined();
    expect(applyPatch({}, { keys: { x: { was: 1 } } })).toBeUndefined();
  });

  test('of another shape is not read', () => {
    for (const wrong of [
      null,
      7,
      { keys: 1 },
      { text: { at: -1, was: '', is: '' } },
      { ids: {}, gone: [['a']] },
      { a: 1 },
    ])
      expect(patchSchema.safeParse(wrong).success).toBe(false);
  });
});
