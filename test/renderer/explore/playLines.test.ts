import { describe, expect, test } from 'vitest';
import { explore } from '../../../engine/check/explore/explore.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { templateBot } from '../../../engine/flow/templates/templateBot.ts';
import { compileBot } from '../../../engine/runtime/compileBot.ts';
import { findingGroups } from '../../../renderer/explore/findingGroups.ts';
import { playLines } from '../../../renderer/simulator/playLines.ts';
import { cakeShop, drawBot } from '../../support/botBuilder.ts';

const slashes = drawBot()
  .start('menu', { words: ['/start'] })
  .menu('menu', '?', { a: 'А' })
  .message('a', 'один')
  .command('help', ['/help'], 'told')
  .message('told', 'помощь')
  .build();

const circles = drawBot()
  .start('menu')
  .menu('menu', '?', { a: 'А', b: 'Б' }, { after: 'repeat' }, { other: 'unclear' })
  .message('a', 'один', 'c')
  .message('c', 'два', 'a')
  .message('unclear', 'Не понял')
  .handoff('b', {}, { nobody: 'closed' })
  .message('closed', 'Закрыто')
  .hours({ wed: [['09:00', '18:00']] })
  .build();

describe.for<[string, Bot]>([
  ['words that begin with a slash', slashes],
  ['circles, hours and people', circles],
  ['the cake shop', cakeShop().message('stray', 'Никто').build()],
  ['the template', templateBot('nlp', 'ru')],
])('every example of %s', ([, bot]) => {
  test('plays in the test chat to the end, and through the block it is about', () => {
    const program = compileBot(bot);
    const findings = findingGroups(explore(program)).flatMap((group) => group.findings);
    for (const { code, flow, node, example } of findings) {
      const { steps, wrong } = playLines(program, example);
      expect(wrong).toBeNull();
      if (code !== 'X-REACH') expect(steps.at(-1)?.visits, code).toContainEqual({ flow, node });
    }
    if (bot.id === 'bot_test') expect(findings.length).toBeGreaterThan(0);
  });
});

test('what changes only the world is no step, and what comes before the first word is none either', () => {
  const program = compileBot(cakeShop().build());
  const { steps } = playLines(program, ['/channel whatsapp', 'Привет', '/refuse', '3', '/accept']);
  expect(steps).toHaveLength(2);
  expect(steps.map(({ channel }) => channel)).toEqual(['whatsapp', 'whatsapp']);
  expect(steps[0]?.refuseStatus).toBe(true);
  expect(steps[1]?.refuseStatus).toBe(false);
  expect(steps[1]?.items).toContainEqual(expect.objectContaining({ event: 'status', refused: true }));
});

test('a line that cannot be played ends it, and is told', () => {
  const program = compileBot(cakeShop().build());
  const { steps, wrong } = playLines(program, ['Привет', '/http nowhere 200', '1']);
  expect(steps).toHaveLength(1);
  expect(wrong).toMatchObject({ wrong: 'noNode', line: '/http nowhere 200' });
});
