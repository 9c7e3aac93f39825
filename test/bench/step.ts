import type { TurnEvent } from '../../engine/model/event.ts';
import type { SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { packState, unpackState, type PackedState } from '../../engine/runtime/packedState.ts';
import { step, type TurnResult } from '../../engine/runtime/step.ts';
import { CHAIN, chainBot } from './chainBot.ts';
import type { Figure } from './figure.ts';
import { MENU_TALK, playMenuTalks } from './menuTalk.ts';
import { openMenuTurn } from './menuTurn.ts';
import { steadyPace } from './pace.ts';

const TALKS = 200;
const TURNS = 1_000;
const AT = Date.UTC(2026, 10, 18, 7, 0, 0);

/** The pure step, each state through JSON both ways: turns of the menu conversation, and visits of a long chain of blocks. */
export async function benchStep(): Promise<readonly Figure[]> {
  return [
    { name: 'step.menuTurn', value: Math.round(await menuTurns()), unit: '1/s' },
    { name: 'step.microSteps', value: Math.round(await microSteps()), unit: '1/s' },
  ];
}

function menuTurns(): Promise<number> {
  const turn = openMenuTurn();
  let lead = 0;
  return steadyPace(async () => {
    await playMenuTalks(turn, lead, TALKS);
    lead += TALKS;
    return TALKS * MENU_TALK.length;
  });
}

function microSteps(): Promise<number> {
  const program = compileBot(chainBot);
  const say = (state: SessionState, at: number): TurnResult => {
    const event: TurnEvent = {
      type: 'message',
      at,
      seed: 1,
      text: 'Две чашки',
      attachments: [],
      channel: 'test',
      lead: '1',
      customer: {},
    };
    return step(program, state, event);
  };
  let at = AT;
  let stored = JSON.stringify(packState(say(newSession(), at).state));
  return steadyPace(() => {
    let visits = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      at += 1;
      const { state, trace } = say(unpackState(JSON.parse(stored) as PackedState), at);
      const entered = trace.filter((entry) => entry.type === 'enter').length;
      if (entered !== CHAIN.visits || state.variables.sum !== CHAIN.sum) throw new Error('the chain broke off');
      visits += entered;
      stored = JSON.stringify(packState(state));
    }
    return visits;
  });
}
