import type { Conversation } from '../../engine/check/conversation.ts';
import type { Place } from '../../engine/model/state.ts';

/** What the canvas lights up. Keys: `${flow}/${node}` and `${flow}/${node}/${exit}`. */
export interface CanvasPath {
  /** The order numbers, from 1, at which a block was entered. */
  readonly visits: Readonly<Record<string, readonly number[]>>;
  /** The order number, from 1, at which an output was taken last. */
  readonly travelled: Readonly<Record<string, number>>;
  /** Where the conversation stands. */
  readonly current: string | null;
  /** The output by which it came there. */
  readonly arrived: string | null;
  /** Blocks that failed: what went wrong there last, as the trace names it. */
  readonly failed: Readonly<Record<string, string>>;
}

export const NO_PATH: CanvasPath = { visits: {}, travelled: {}, current: null, arrived: null, failed: {} };

export function nodeKey(place: Place): string {
  return `${place.flow}/${place.node}`;
}

export function canvasPath(talk: Conversation | null): CanvasPath {
  if (talk === null) return NO_PATH;
  const visits: Record<string, number[]> = {};
  for (const [at, place] of talk.visits.entries()) (visits[nodeKey(place)] ??= []).push(at + 1);
  const travelled: Record<string, number> = {};
  for (const [at, { from, exit }] of talk.travelled.entries()) travelled[`${nodeKey(from)}/${exit}`] = at + 1;
  const failed: Record<string, string> = {};
  for (const item of talk.items)
    if (item.from === 'system' && item.event === 'failure' && item.place !== null)
      failed[nodeKey(item.place)] = item.what;
  const { wait, phase } = talk.state;
  const here = wait?.place ?? (phase === 'ended' ? undefined : talk.visits.at(-1));
  const current = here === undefined ? null : nodeKey(here);
  const last = talk.travelled.at(-1);
  const came = last?.to != null && nodeKey(last.to) === current ? `${nodeKey(last.from)}/${last.exit}` : null;
  return { visits, travelled, current, arrived: came, failed };
}
