import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { unwrap } from '../host/liveShop.ts';
import { playGolden, readGolden, recordGolden } from '../support/goldenTalk.ts';

/**
 * Bots as they were when the transcripts were made, and the transcripts beside them. They fail when a running conversation
 * would go on otherwise after an update. If that is what the change is for: `GOLDEN=record npx vitest run golden`, and look
 * at the difference as a customer would.
 */
const FOLDER = join(import.meta.dirname, '../fixtures/golden');
const NAMES = readdirSync(FOLDER).flatMap((file) => /^(.+)\.dialogram\.json$/u.exec(file)?.[1] ?? []);
const botOf = (name: string) => unwrap(parseBot(readFileSync(join(FOLDER, `${name}.dialogram.json`), 'utf8')));
const talksOf = (name: string): string => readFileSync(join(FOLDER, `${name}.txt`), 'utf8');

if (process.env.GOLDEN === 'record')
  for (const name of NAMES) writeFileSync(join(FOLDER, `${name}.txt`), recordGolden(botOf(name)));

test('there are two hundred of them, and they know every kind of block that talks', () => {
  const all = NAMES.flatMap((name) => readGolden(talksOf(name)));
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(all.every(({ stored, lines }) => stored !== null && lines.length >= 6)).toBe(true);
  const kinds = new Set(
    NAMES.flatMap((name) => botOf(name).flows.flatMap((flow) => flow.nodes.map((node) => node.kind))),
  );
  for (const kind of [
    'message',
    'menu',
    'question',
    'intent',
    'condition',
    'set',
    'wait',
    'hours',
    'status',
    'handoff',
  ])
    expect([...kinds], kind).toContain(kind);
  for (const event of ['status', 'owner', 'ended', 'silent', 'advanced', 'path'])
    expect(all.filter(({ text }) => text.includes(`\n  ${event} `)).length, event).toBeGreaterThan(10);
});

test.each(NAMES)(
  '%s: every conversation goes as it went, also on from the state that was stored in the middle of it',
  (name) => {
    const program = compileBot(botOf(name));
    for (const [index, talk] of readGolden(talksOf(name)).entries())
      expect(playGolden(program, talk), `${name}, transcript ${String(index + 1)}`).toBe(talk.text);
  },
);
