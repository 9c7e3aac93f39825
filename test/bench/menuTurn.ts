import type { TurnEvent } from '../../engine/model/event.ts';
import type { SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { menuBot } from './menuBot.ts';
import type { MenuTurn } from './menuTalk.ts';

const AT = Date.UTC(2026, 10, 18, 7, 0, 0);

/** Our engine on `menuBot`: the pure step, each conversation kept as JSON between its turns. */
export function openMenuTurn(): MenuTurn {
  const program = compileBot(menuBot);
  const stored = new Map<number, string>();
  let at = AT;
  return (lead, text) => {
    at += 1;
    const kept = stored.get(lead);
    const state = kept === undefined ? newSession() : (JSON.parse(kept) as SessionState);
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
    stored.set(lead, JSON.stringify(turn.state));
    const sent: string[] = [];
    for (const effect of turn.effects) if (effect.type === 'send') sent.push(effect.text);
    return sent;
  };
}
