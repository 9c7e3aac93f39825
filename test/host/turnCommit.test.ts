import { expect, test } from 'vitest';
import { turnCommit } from '../../engine/host/turnCommit.ts';
import type { SessionRow } from '../../engine/ports/sessionStore.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { drawBot } from '../support/botBuilder.ts';
import { message, slowTalk } from '../support/talk.ts';

/** When each message of one turn is due, in milliseconds after the turn. */
function dueAfter(...delays: (number | undefined)[]): number[] {
  const bot = drawBot().start('m0');
  for (const [at, delaySeconds] of delays.entries()) {
    const next = at + 1 < delays.length ? { next: `m${String(at + 1)}` } : {};
    bot.node(`m${String(at)}`, 'message', { parts: [{ text: String(at) }], delaySeconds }, next);
  }
  const talk = slowTalk(bot.build());
  talk.customer('привет');
  const session: SessionRow = {
    lead: '1',
    version: 1,
    state: newSession(),
    thread: { lead: '1', source: '2', integration: undefined },
    lastText: '',
    updatedAt: 0,
  };
  const event = message('привет', 1_000);
  const made = { lead: '1', rows: [], key: 'k', session, version: 1, event, result: talk.last };
  const commit = turnCommit(made, { seed: () => 1, secret: () => 'unguessable' });
  return commit.outbox.map(({ due }) => due - event.at);
}

test('a message that is held back holds back what follows it, and delays add up', () => {
  expect(dueAfter(undefined, undefined)).toEqual([0, 0]);
  expect(dueAfter(undefined, 4, undefined)).toEqual([0, 4_000, 4_000]);
  expect(dueAfter(3, undefined, 2)).toEqual([3_000, 3_000, 5_000]);
});
