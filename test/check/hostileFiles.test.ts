import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { advanceTime, moveStatus, operatorSays, say, startConversation } from '../../engine/check/conversation.ts';
import { findProblems } from '../../engine/check/findProblems.ts';
import { fixOf } from '../../engine/check/fixes/fixOf.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { dialogram } from '../cli/dialogram.ts';
import { hostileFiles } from './hostileFiles.ts';
import { processorTime } from '../support/processorMs.ts';

const FILES = hostileFiles();
/** Far more than any of them takes, far less than a hang. */
const LONGEST_MS = 10_000;
const HOUR = 3_600_000;
const AT = Date.UTC(2026, 10, 18, 7);

/** What is on the prototype of every object: nothing may be added to it. */
const prototype = Object.getOwnPropertyNames(Object.prototype).sort();

function talkWith(bot: Bot): number {
  let talk = startConversation(compileBot(bot), { at: AT, channel: 'test' });
  for (const text of ['привет', '1', 'да', '{{name}}', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '0', 'оператор', 'меню'])
    talk = say(talk, text);
  talk = operatorSays(talk, 'здравствуйте');
  talk = moveStatus(talk, null);
  return advanceTime(talk, 48 * HOUR).items.length;
}

test('there are five hundred, no two alike', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(500);
  expect(new Set(FILES.map(({ bytes }) => bytes.toString('latin1'))).size).toBeGreaterThan(480);
});

describe('a hostile file', () => {
  test.each(FILES)('$name', ({ bytes }) => {
    const began = processorTime();
    const read = parseBot(bytes.toString('utf8'));
    if (read.ok) {
      const bot = read.value;
      const problems = findProblems(bot);
      for (const problem of problems.slice(0, 200)) {
        const words = problemWords(problem, 'ru');
        // What stands in quotes is the file's own.
        expect(words.replaceAll(/«[^»]*»/gu, '')).not.toMatch(/undefined|\[object|NaN/u);
        expect(words.length).toBeLessThan(400);
      }
      for (const problem of problems.slice(0, 5)) {
        const repaired = fixOf(problem, bot)?.apply(bot);
        if (repaired !== undefined) expect(writeBot(repaired)).not.toBe('');
      }
      expect(talkWith(bot)).toBeGreaterThan(0);
      const written = writeBot(bot);
      const again = parseBot(written);
      expect(again.ok && writeBot(again.value)).toBe(written);
    } else {
      for (const language of ['ru', 'en'] as const) {
        const { what, todo } = faultWords(read.fault, language);
        expect(`${what} ${todo}`).not.toMatch(/undefined|\[object|[\0-\u0008\u001B\u202E]/u);
        expect(what.length).toBeLessThan(1_000);
      }
    }
    expect(processorTime() - began).toBeLessThan(LONGEST_MS);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(prototype);
  });
});

describe('the command line', () => {
  /** Twenty of them, of each sort. */
  const sample = FILES.filter((_, at) => at % 27 === 7).slice(0, 20);

  test.each(sample)('$name: an answer, and nothing written anywhere', { timeout: 60_000 }, async ({ bytes }) => {
    const root = mkdtempSync(join(tmpdir(), 'hostile-'));
    const [cwd, home] = [join(root, 'cwd'), join(root, 'home')];
    for (const folder of [cwd, home]) mkdirSync(folder);
    const path = join(root, 'bad.dialogram.json');
    writeFileSync(path, bytes);
    const env = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, TMPDIR: home };
    const commands =
      bytes.length % 2 === 0
        ? [
            ['check', '--json'],
            ['simulate', '--json'],
          ]
        : [['check'], ['test', '--json']];
    for (const [command = '', ...options] of commands) {
      const args = [command, path, ...options];
      const ended = await dialogram(args, 'привет\n1\n/advance 24h\n', env, cwd);
      expect([0, 1, 2]).toContain(ended.status);
      expect(ended.err).not.toMatch(/Internal error|^\s+at .*:\d+:\d+/mu);
      if (ended.status === 2) expect(ended.err.trim().split('\n')).toHaveLength(1);
    }
    expect(readdirSync(cwd)).toEqual([]);
    expect(readdirSync(home)).toEqual([]);
    expect(readdirSync(root).sort()).toEqual(['bad.dialogram.json', 'cwd', 'home']);
  });
});
