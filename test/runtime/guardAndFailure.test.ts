import { describe, expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo, type Talk } from '../support/talk.ts';

const notes = (talk: Talk): string[] =>
  talk.conversation.items.flatMap((item) => (item.from === 'system' && item.event === 'note' ? [item.text] : []));
const failures = (talk: Talk): string[] =>
  talk.conversation.items.flatMap((item) => (item.from === 'system' && item.event === 'failure' ? [item.what] : []));

// Rule 9, end: a loop without a wait is stopped by a guard, logged, and handed over.
describe('the loop guard', () => {
  test('stops a loop that says nothing', () => {
    const talk = talkTo(drawBot().start('a').node('a', 'jump', { node: 'b' }).node('b', 'jump', { node: 'a' }).build());
    expect(talk.customer('привет')).toEqual([]);
    expect(failures(talk)).toEqual(['loop']);
    expect(talk.conversation.visits).toHaveLength(LIMITS.nodeVisitsPerTurn);
    expect(talk.state).toMatchObject({ owner: 'human', reason: 'failure', status: 'st_human' });
    expect(notes(talk)).toHaveLength(1);
  });

  test('stops a loop of messages long before it floods the customer', () => {
    const talk = talkTo(drawBot().start('a').message('a', 'спам', 'b').message('b', 'спам', 'a').build());
    expect(talk.customer('привет').length).toBeLessThanOrEqual(LIMITS.messagesPerTurn);
    expect(talk.state.owner).toBe('human');
  });

  test('counts on while the CRM is asked: two statuses that lead to each other', () => {
    const talk = talkTo(
      drawBot().start('a').status('a', 'st_first', { next: 'b' }).status('b', 'st_work', { next: 'a' }).build(),
    );
    talk.customer('привет');
    expect(failures(talk)).toEqual(['loop']);
    expect(talk.state.owner).toBe('human');
  });

  test('counts on when the CRM refuses each time', () => {
    const talk = talkTo(drawBot().start('a').status('a', 'st_work', { next: 'a', failed: 'a' }).build());
    talk.crmRefuses();
    talk.customer('привет');
    expect(failures(talk)).toEqual(['loop']);
  });

  test('lets a long way with a wait in it pass', () => {
    let bot = drawBot().start('m0');
    for (let i = 0; i < 90; i += 1) bot = bot.node(`m${String(i)}`, 'jump', { node: `m${String(i + 1)}` });
    const talk = talkTo(bot.menu('m90', '?', { m0: 'Ещё круг' }).build());
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['?\n1 — Ещё круг']);
  });
});

// Rule 10: fail open, calmly.
describe('a flow that is broken hands the lead to people, with a note that names the block', () => {
  const broken: [string, Bot][] = [
    [
      'a kind this version does not know',
      drawBot().start('x').node('x', 'teleport').also({ name: 'Телепорт' }).build(),
    ],
    ['a connection to nowhere', drawBot().start('gone').build()],
    [
      'data that cannot be read',
      drawBot().start('x').node('x', 'menu', { options: 'нет' }).also({ name: 'Телепорт' }).build(),
    ],
    ['a jump to a flow that is not there', drawBot().start('x').node('x', 'jump', { flow: 'gone' }).build()],
  ];
  test.each(broken)('%s', (_, bot) => {
    const talk = talkTo(bot);
    expect(talk.customer('привет')).toEqual([]);
    expect(talk.state).toMatchObject({ owner: 'human', reason: 'failure', status: 'st_human', wait: null });
    expect(notes(talk)).toHaveLength(1);
    expect(talk.customer('ау')).toEqual([]);
  });

  test('the note is for people and names the block', () => {
    const talk = talkTo(broken[0]![1]);
    talk.customer('привет');
    expect(notes(talk)[0]).toContain('«Телепорт»');
  });

  test('what was said before the broken block is still said', () => {
    const talk = talkTo(drawBot().start('hi').message('hi', 'Здравствуйте!', 'gone').build());
    expect(talk.customer('привет')).toEqual(['Здравствуйте!']);
  });

  test('a block that is switched off is walked through', () => {
    const talk = talkTo(
      drawBot().start('a').message('a', 'нет', 'b').also({ disabled: true }).message('b', 'да').build(),
    );
    expect(talk.customer('привет')).toEqual(['да']);
  });
});
