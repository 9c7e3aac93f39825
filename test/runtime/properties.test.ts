import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { isOutward } from '../../engine/model/effect.ts';
import type { TurnEvent } from '../../engine/model/event.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import { sessionStateSchema, type SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { asKept } from '../support/asKept.ts';
import { anyBody, MODEL, randomBot } from '../support/randomBot.ts';
import { eventOf, randomTalk, type Act } from '../support/randomTalk.ts';

const bot = randomBot(anyBody);
const talk = randomTalk;

interface Turned {
  readonly before: SessionState;
  readonly event: TurnEvent;
  readonly result: ReturnType<typeof step>;
}

function play(drawn: Bot, acts: readonly Act[]): { program: ReturnType<typeof compileBot>; turns: Turned[] } {
  const program = compileBot(drawn, MODEL);
  const turns: Turned[] = [];
  const timers: string[] = [];
  let state = newSession();
  let at = Date.UTC(2026, 10, 18, 7);
  for (const one of acts) {
    at += one.minutes * 60_000 + 1_000;
    const event = eventOf(one, state, timers, at);
    const result = step(program, state, event);
    for (const effect of result.effects) if (effect.type === 'setTimer') timers.push(effect.timer);
    turns.push({ before: state, event, result });
    state = result.state;
  }
  return { program, turns };
}

describe('whatever the bot and whatever happens', () => {
  test('the step never throws, and its state stays JSON that the schema knows', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        for (const { result } of play(drawn, acts).turns) {
          const stored: unknown = JSON.parse(JSON.stringify(result.state));
          expect(stored).toEqual(result.state);
          expect(asKept(result.state)).toEqual(result.state);
          expect(sessionStateSchema.safeParse(stored).error).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same event gives the same turn, from the state as it was or as it was stored', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const { program, turns } = play(drawn, acts);
        for (const { before, event, result } of turns) {
          const again = step(program, asKept(before), event);
          expect(again).toEqual(result);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the state that came in is never touched', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const { program, turns } = play(drawn, acts);
        for (const { before, event } of turns) {
          const kept = JSON.stringify(before);
          step(program, before, event);
          expect(JSON.stringify(before)).toBe(kept);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('no turn passes the guard: visits and messages are bounded', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        for (const { before, event, result } of play(drawn, acts).turns) {
          // What was kept while the CRM was asked is read in the same turn, each message with a budget of its own.
          const budgets = 1 + before.deferred.length + (event.type === 'message' ? 1 : 0);
          const entered = result.trace.filter((entry) => entry.type === 'enter').length;
          const sent = result.effects.filter((effect) => effect.type === 'send').length;
          expect(entered).toBeLessThanOrEqual((LIMITS.nodeVisitsPerTurn + 1) * budgets);
          expect(sent).toBeLessThanOrEqual((LIMITS.messagesPerTurn + 1) * budgets);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('who has handed the lead over waits for nothing, and says nothing unless called', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const mayspeak = drawn.flows.some((flow) =>
          flow.nodes.some((node) => node.kind === 'command' && node.data?.whileOperator === true),
        );
        for (const { before, event, result } of play(drawn, acts).turns) {
          if (mayspeak || before.owner !== 'human' || event.type !== 'message') continue;
          const called = result.trace.some((entry) => entry.type === 'understood' && entry.rung === 'resumeWord');
          if (!called) expect(result.effects.filter(isOutward)).toEqual([]);
          if (result.state.owner === 'human') expect(result.state.wait).toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every outward effect of a conversation has an id of its own', () => {
    fc.assert(
      fc.property(bot, talk, (drawn, acts) => {
        const ids = play(drawn, acts).turns.flatMap(({ result }) =>
          result.effects.filter(isOutward).map((effect) => effect.id),
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
  });
});
