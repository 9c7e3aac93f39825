import { GREETED } from './beginning.ts';
import { clearWait, type Turn } from './turn.ts';

/** The next message is the first one again, where some start takes it; what is known of the customer stays. */
export function beginAnew(turn: Turn): void {
  const { state } = turn;
  state.phase = 'new';
  state.menus = [];
  state.trail = [];
  state.misses = {};
  state.shown = {};
  state.calls = [];
  state.goals = [];
  clearWait(turn);
}

/** The same because a person asked for it: also greeted again, and on demand met as a stranger. Nothing is sent. */
export function restartTalk(turn: Turn, what: 'talk' | 'customer'): void {
  const { state } = turn;
  beginAnew(turn);
  state.lastMenu = null;
  state.choices =
    what === 'customer' ? {} : Object.fromEntries(Object.entries(state.choices).filter(([, way]) => way !== GREETED));
  if (what === 'customer') state.variables = {};
}
