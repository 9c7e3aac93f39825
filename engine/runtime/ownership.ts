import type { TurnEventOf } from '../model/event.ts';
import type { OwnerReason } from '../model/state.ts';
import { advance, lastMenu } from './advance.ts';
import { restartTalk } from './beginAnew.ts';
import { wordsOf } from './languageOf.ts';
import { statusNews } from './statusNews.ts';
import { emit, nextId, note, PAUSE, setOwner, SILENCE, watchSilence, type Turn } from './turn.ts';

/**
 * Who talks: the state machine of product.md, D.
 *   BOT   -> HUMAN  a manager moves the lead to an operator status, or writes
 *   HUMAN -> BOT    a manager moves it to a bot status, the resume word, silence, the app
 *   any   -> OFF    a status in neither list
 */
export function statusMoved(turn: Turn, event: TurnEventOf<'status'>): void {
  const { state, program } = turn;
  // Our own change comes back as news: known already, or under way and confirmed by its outcome.
  const news = statusNews(event, state);
  if (news === 'same') return;
  if (event.status !== null && event.status === state.wait?.memo.target && event.foreign !== true) return;
  state.status = event.status;
  if (event.status === null && event.elsewhere !== undefined) state.elsewhere = event.elsewhere;
  else delete state.elsewhere;
  // A bot without statuses has no say in a funnel, nor the funnel in it.
  if (news === 'learnt' || program.facts.statuses.length === 0) return;
  const role = program.facts.statuses.find((status) => status.id === event.status)?.role ?? 'none';
  if (role === 'operator') return setOwner(turn, 'human', 'status');
  if (role === 'bot') {
    if (state.owner !== 'bot') giveBack(turn, 'status');
    return;
  }
  // A lead nobody has talked to yet only has a status; it has not been taken from the bot.
  if (state.phase !== 'new') setOwner(turn, 'off', 'status');
}

export function managerWrote(turn: Turn): void {
  const { state, program } = turn;
  // A pause has an end of its own, which was promised.
  if (state.owner === 'human') return state.reason === 'paused' ? undefined : watchSilence(turn);
  if (program.facts.settings.takeOverWhenManagerWrites === false) return;
  setOwner(turn, 'human', 'managerWrote');
}

export function ownerChosen(turn: Turn, event: TurnEventOf<'owner'>): void {
  const { state, program } = turn;
  if (event.owner === 'human' && event.pauseUntil !== undefined) return pauseBot(turn, event.pauseUntil);
  const role = event.owner === 'human' ? 'operator' : 'bot';
  const present = program.facts.statuses.find((status) => status.id === state.status);
  const target = program.facts.statuses.find((status) => status.role === role);
  if (target !== undefined && present?.role !== role && (event.owner === 'human' || present?.role === 'operator')) {
    emit(turn, null, { type: 'setStatus', id: nextId(turn), status: target.id, awaited: false });
    state.status = target.id;
  }
  if (event.owner === 'human') setOwner(turn, 'human', 'app');
  else if (event.restart !== undefined) {
    if (state.owner !== 'bot') setOwner(turn, 'bot', 'app');
    restartTalk(turn, event.restart);
  } else if (state.owner !== 'bot') giveBack(turn, 'app');
}

/**
 * The bot keeps quiet for a while, as it does for people, but nothing is moved in the CRM: nobody has taken the lead. Its
 * own end goes before that of a person's silence.
 */
function pauseBot(turn: Turn, until: number | null): void {
  const { state } = turn;
  const wasHuman = state.owner === 'human';
  setOwner(turn, 'human', 'paused');
  if (wasHuman) note(turn, { type: 'owner', owner: 'human', reason: 'paused' });
  emit(turn, null, { type: 'cancelTimer', timer: SILENCE });
  if (until !== null) emit(turn, null, { type: 'setTimer', timer: PAUSE, due: Math.max(until, turn.at) });
}

/** The bot is back: once, by the «returned to bot» node, or with a short line and the last menu. */
export function giveBack(turn: Turn, reason: OwnerReason): void {
  const { program } = turn;
  // Whoever calls the bot again from «ordered» or «won» met no person who could give the lead back: the menu alone.
  const paused = turn.state.owner === 'human' || (turn.state.owner === 'off' && reason !== 'resumeWord');
  setOwner(turn, 'bot', reason);
  const node = program.ordered.find((flow) => flow.resume !== null)?.resume;
  if (node !== undefined && node !== null && paused) return advance(turn, node.place);
  if (paused) emit(turn, null, { type: 'send', id: nextId(turn), text: wordsOf(turn).backAgain });
  const menu = lastMenu(turn);
  if (menu !== null) advance(turn, menu);
}
