import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import type { TurnEvent } from '../../engine/model/event.ts';
import type { SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const WARM_UP = 30_000;
const TURNS = 100_000;
const ROUNDS = 3;
const AT = Date.UTC(2026, 10, 18, 7, 0, 0);

/** A menu turn of the template bot, its state through JSON both ways: answer a number, get a leaf and the menu again. */
export function benchStep(): Promise<Figure[]> {
  const program = compileBot(templateBot('menu', 'ru'));
  const answer = (text: string, at: number): TurnEvent => ({
    type: 'message',
    at,
    seed: 1,
    text,
    attachments: [],
    channel: 'test',
    lead: '1',
    customer: {},
  });
  let state = step(program, newSession(), answer('Добрый день', AT)).state;
  state = step(program, state, { type: 'outcome', effect: state.wait?.effect ?? '', ok: true, at: AT, seed: 1 }).state;
  const stored = JSON.stringify(state);
  const run = (turns: number): number => {
    const began = performance.now();
    let written = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      const read = JSON.parse(stored) as SessionState;
      written += JSON.stringify(step(program, read, answer(turn % 2 === 0 ? '1' : '2', AT + turn)).state).length;
    }
    if (written < turns * 100) throw new Error('the turns were not made');
    return (turns / (performance.now() - began)) * 1_000;
  };
  run(WARM_UP);
  // The best of a few rounds: what is slower was slowed by something else on the machine.
  const best = Math.max(...Array.from({ length: ROUNDS }, () => run(TURNS)));
  return Promise.resolve([{ name: 'step.menuTurn', value: Math.round(best), unit: '1/s' }]);
}
