import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { SessionState } from '../../engine/model/state.ts';
import { compileBot, type BotProgram } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step, type TurnResult } from '../../engine/runtime/step.ts';
import { MODEL, randomBot, soundBody } from '../support/randomBot.ts';
import { eventOf, randomTalk, type Act } from '../support/randomTalk.ts';

const BEGUN = Date.UTC(2026, 10, 18, 7);
const DAYS = 3 * 86_400_000;

/** Every way these bots have out of wherever a customer is: silence of an hour, and a first block that says something. */
const bots = randomBot(soundBody).map((drawn): Bot => {
  const [main, ...others] = drawn.flows;
  // Of two starts the one with the lower id would be taken.
  const rest = main?.nodes.filter(({ kind }) => kind !== 'start') ?? [];

  const start = { id: 'start', kind: 'start', exits: { next: 'hello' } };
  const hello = { id: 'hello', kind: 'message', data: { parts: [{ text: 'Начнём сначала' }] }, exits: { next: 'n0' } };
  return {
    ...drawn,
    settings: { ...drawn.settings, restartAfterHours: 1 },
    flows: [
      { id: 'main', name: 'main', main: true, nodes: [start, hello, ...rest] },
      ...others.map((flow) => ({
        ...flow,
        nodes: flow.nodes.filter(({ kind, id }) => kind !== 'start' || id === 'start'),
      })),
    ],
  };
});

function play(program: BotProgram, acts: readonly Act[]): { state: SessionState; at: number } {
  const timers: string[] = [];
  let state = newSession();
  let at = BEGUN;
  for (const act of acts) {
    at += act.minutes * 60_000 + 1_000;
    const result = step(program, state, eventOf(act, state, timers, at));
    for (const effect of result.effects) if (effect.type === 'setTimer') timers.push(effect.timer);
    state = result.state;
  }
  return { state, at };
}

const says = (program: BotProgram, state: SessionState, text: string, at: number): TurnResult =>
  step(program, state, eventOf({ do: 'say', minutes: 0, text }, state, [], at));

/** Requests and changes that are under way come to their end, one after another. */
function settled(program: BotProgram, begun: SessionState, at: number): SessionState {
  let state = begun;
  for (let left = 300; state.wait?.effect !== undefined && left > 0; left -= 1)
    state = step(program, state, eventOf({ do: 'outcome', minutes: 0, ok: true, body: '{}' }, state, [], at)).state;
  return state;
}

test('Typebot: a person is stuck in an old flow: here whoever comes back after days begins anew, wherever they were', () => {
  let inside = 0;
  fc.assert(
    fc.property(bots, randomTalk, (drawn, acts) => {
      const program = compileBot(drawn, MODEL);
      const left = play(program, acts);
      // With a person the bot is silent by rule; the person gives the customer back.
      const back =
        left.state.owner === 'bot'
          ? left.state
          : step(program, left.state, eventOf({ do: 'own', minutes: 0, owner: 'bot' }, left.state, [], left.at)).state;
      const state = settled(program, back, left.at + 1_000);
      // Where the bot itself lets time pass its own clock goes on with it.
      if (state.owner !== 'bot' || state.wait?.memo['aside'] === true) return;
      inside += state.wait === null ? 0 : 1;
      const { effects, trace } = says(program, state, 'Здравствуйте', left.at + DAYS);
      const said = effects.flatMap((effect) => (effect.type === 'send' ? [effect.text] : []));
      expect([trace, said]).toEqual([trace, expect.arrayContaining(['Начнём сначала']) as string[]]);
    }),
    { numRuns: 1_000, seed: 1_453 },
  );
  // Conversations that were nowhere could not be stuck.
  expect(inside).toBeGreaterThan(100);
});
