import { expect, test } from 'vitest';
import { problemExamples } from '../../engine/check/explore/problemExamples.ts';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { Problem } from '../../engine/check/problem.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import { runChecks } from '../../engine/check/runChecks.ts';
import { startConversation, type Conversation } from '../../engine/check/conversation.ts';
import { isWrong, playLine } from '../../engine/check/playLine.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { mutant } from './mutants.ts';

/** What other programs rely on (bot-format.md, 2), asked of files nobody drew. More: MUTANTS=20000, from MUTANTS_FROM on. */
const COUNT = Number(process.env.MUTANTS ?? 900);
const FROM = Number(process.env.MUTANTS_FROM ?? 1);
const SLICES = 6;
const AT = Date.UTC(2026, 10, 18, 7);

const LINES = [
  ...['привет', '1', '2', 'Anna', 'да', '+79161234567', '99', '🎂', '/advance 24h', '0', 'hello', '3', '1'],
  ...['anna@example.org', 'завтра в 5', '/operator hi', 'бот', '/manager st_human', 'меню', '/new', '1', '1', '1'],
  ...['/channel whatsapp', '/image http://a/b.png фото', '/take', '/return', '/refuse', '2', '/advance 30d', '1'],
];
const NO_WORDS = /undefined|\[object|NaN/u;

function played(bot: Bot): Conversation {
  return LINES.reduce(
    (talk, line) => {
      const next = playLine(talk, line);
      return isWrong(next) ? talk : next;
    },
    startConversation(compileBot(bot), { at: AT, channel: 'test' }),
  );
}

/** What a conversation died of. A bot that goes round without asking anybody is stopped on purpose: the check warned of it. */
function deaths(talk: Conversation, problems: readonly Problem[]): string[] {
  const warned = problems.some(({ code }) => code === 'W-LOOP' || code === 'W-SILENT');
  const stopped = new Set(warned ? ['loop', 'tooManyMessages'] : []);
  return talk.items.flatMap((item) =>
    item.from === 'system' && item.event === 'failure' && !stopped.has(item.what) ? [item.what] : [],
  );
}

function examine(name: string, text: string, isSampled: boolean): void {
  const read = parseBot(text);
  if (!read.ok) {
    for (const language of ['ru', 'en'] as const) {
      const { what, todo } = faultWords(read.fault, language);
      expect(`${what} ${todo}`, name).not.toMatch(/undefined|\[object|NaN|\n/u);
    }
    return;
  }
  const problems = findProblems(read.value);
  const again = parseBot(text);
  expect(again.ok && findProblems(again.value), `${name}: the same again`).toEqual(problems);
  for (const problem of problems)
    for (const language of ['ru', 'en'] as const) {
      const words = problemWords(problem, language);
      expect(words, name).not.toMatch(NO_WORDS);
      expect(words, `${name}: ${problem.code} has no words`).not.toBe(problem.code);
    }
  const written = writeBot(read.value);
  const reread = parseBot(written);
  expect(reread.ok && writeBot(reread.value), `${name}: written twice`).toBe(written);
  // The blocks are in another order now; what is wrong with them is the same.
  const codes = (found: readonly Problem[]): string[] => found.map(({ code }) => code).sort();
  expect(reread.ok && codes(findProblems(reread.value)), `${name}: found after a save`).toEqual(codes(problems));
  if (isSampled) {
    const example = problemExamples(read.value);
    for (const problem of problems) example(problem);
    runChecks(read.value);
  }
  const talk = played(read.value);
  if (problems.every(({ level }) => level !== 'error')) expect(deaths(talk, problems), name).toEqual([]);
}

test.each(Array.from({ length: SLICES }, (_, slice) => slice))(
  'a file that another program got wrong is read or refused, and what passes the check can be talked to (%i)',
  { timeout: 120_000 + COUNT * 200 },
  (slice) => {
    let read = 0;
    for (let seed = FROM + slice; seed < FROM + COUNT; seed += SLICES) {
      const { name, text } = mutant(seed);
      examine(name, text, seed % 8 === slice);
      read += parseBot(text).ok ? 1 : 0;
    }
    // Files that are all refused would try nothing.
    expect(read).toBeGreaterThan(COUNT / SLICES / 5);
  },
);

// Found by more of them, and mended.
test.each([8_069])('%i', (seed) => {
  const { name, text } = mutant(seed);
  examine(name, text, true);
});
