import type { TurnEvent } from '../../engine/model/event.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { packState, unpackState, type PackedState } from '../../engine/runtime/packedState.ts';
import { step } from '../../engine/runtime/step.ts';
import { menuBot } from './menuBot.ts';
import type { MenuTurn } from './menuTalk.ts';

const AT = Date.UTC(2026, 10, 18, 7, 0, 0);

/** Our engine on `menuBot`: the pure step, each conversation kept as JSON between its turns, as the store keeps it. */
export function openMenuTurn(): MenuTurn {
  const program = compileBot(menuBot);
  const stored = new Map<number, string>();
  let at = AT;
  return (lead, text) => {
    at += 1;
    const kept = stored.get(lead);
    const state = kept === undefined ? newSession() : unpackState(JSON.parse(kept) as PackedState);
    const event: TurnEvent = {
      type: 'message',
      at,
      seed: at % 4_096,
      text,
      attachments: [],
      channel: 'test',
      lead: String(lead),
      customer: {},
    };
    const turn = step(program, state, event);
    stored.set(lead, JSON.stringify(packState(turn.state)));
    const sent: string[] = [];
    for (const effect of turn.effects) if (effect.type === 'send') sent.push(effect.text);
    return sent;
  };
}
