import type { TurnEventOf } from '../model/event.ts';
import type { SessionState } from '../model/state.ts';

/** Where a lead stands in the CRM's funnel: in one of the bot's statuses, or elsewhere. */
export type Standing = Pick<TurnEventOf<'status'>, 'status' | 'elsewhere'>;

/**
 * What a status told of means to a conversation. `learnt`: the lead has stood there all the time, as far as is known; `moved`:
 * also from one status that is none of the bot's to another (product.md, D: any status in neither list).
 */
export function statusNews(
  told: Standing,
  state: Pick<SessionState, 'status' | 'elsewhere'>,
): 'same' | 'learnt' | 'moved' {
  if (told.status !== state.status) return 'moved';
  if (told.status !== null || told.elsewhere === undefined || told.elsewhere === state.elsewhere) return 'same';
  return state.elsewhere === undefined ? 'learnt' : 'moved';
}
