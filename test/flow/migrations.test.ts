import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { FORMAT } from '../../engine/flow/botSchema.ts';
import { migrateBot } from '../../engine/flow/migrateBot.ts';
import { BOT_MIGRATIONS } from '../../engine/flow/migrations/migrations.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';

const fixture = (format: number): string =>
  join(import.meta.dirname, `../fixtures/bots/format-${String(format)}.dialogram.json`);

test('the chain has every step from the first format to the present one', () => {
  expect(BOT_MIGRATIONS.map((migration) => migration.from)).toEqual(Array.from({ length: FORMAT }, (_, from) => from));
});

describe.each(BOT_MIGRATIONS)('$from: $name', ({ from }) => {
  test('has a file of its time, which opens, runs and is written in the present format', () => {
    expect(existsSync(fixture(from))).toBe(true);
    const bot = parseBot(readFileSync(fixture(from), 'utf8'));
    if (!bot.ok) throw new Error(JSON.stringify(bot.fault));
    expect(bot.value.format).toBe(FORMAT);
    expect(findProblems(bot.value)).toEqual([]);
    const written = writeBot(bot.value);
    const again = parseBot(written);
    expect(again.ok && writeBot(again.value)).toBe(written);
  });
});

test('format 0: places move to the layout, nothing else is touched, nothing is lost', () => {
  const bot = parseBot(readFileSync(fixture(0), 'utf8'));
  if (!bot.ok) throw new Error(JSON.stringify(bot.fault));
  const { layout, flows, author } = bot.value as typeof bot.value & { author: string };
  expect(layout).toEqual({
    main: { nodes: { start: { x: 0, y: 40 }, hello: { x: 344, y: 40 } }, notes: [{ text: 'заметка' }] },
  });
  expect(flows[0]?.nodes[1]).toEqual({
    id: 'hello',
    kind: 'message',
    colour: 'amber',
    data: { parts: [{ text: 'Здравствуйте!' }] },
    exits: { next: 'bye' },
  });
  expect(author).toBe('Ольга');
});

test.each([
  [{ format: 99 }, { code: 'formatNewer', format: 99, supported: FORMAT }],
  [{ format: '1' }, { code: 'fileInvalid', at: 'format' }],
  [{ format: 0.5 }, { code: 'fileInvalid', at: 'format' }],
  [{ format: -1 }, { code: 'fileInvalid', at: 'format' }],
])('%o is refused', (raw, fault) => {
  expect(migrateBot(raw)).toMatchObject({ ok: false, fault });
});
