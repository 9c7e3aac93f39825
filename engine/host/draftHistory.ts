import type { Log } from '../ports/log.ts';
import type { DraftSteps } from '../ports/botStore.ts';
import type { Store } from '../ports/store.ts';
import { LIMITS } from '../model/limits.ts';
import { type DraftHistory, draftStepSchema } from '../protocol/draftHistory.ts';
import type { Params } from '../protocol.ts';

const NONE: DraftHistory = { steps: [], undone: 0 };

/** The steps of undo that fit this revision of a draft. Steps that can't be read cost the history, never the draft. */
export function readHistory(store: Store, bot: string, revision: number, log: Log): DraftHistory {
  const kept = store.read.draftSteps(bot);
  if (kept?.revision !== revision) return NONE;
  const steps = [];
  for (const body of kept.bodies) {
    const step = draftStepSchema.safeParse(parse(body));
    if (!step.success) {
      log.warn('draft.historyUnreadable', { bot });
      return NONE;
    }
    steps.push(step.data);
  }
  return kept.undone > steps.length ? NONE : { steps, undone: kept.undone };
}

/** What a window asks to keep, as rows. The oldest new steps are left out where all of them would weigh too much. */
export function historyRows(history: Params<'bots.save'>['history']): DraftSteps {
  if (history === undefined) return { list: [], undone: 0 };
  let room: number = LIMITS.draftStepsCharacters;
  const bodies = new Map<string, string>();
  for (const step of history.steps.toReversed()) {
    const body = JSON.stringify(step);
    room -= body.length;
    if (room < 0) break;
    bodies.set(step.id, body);
  }
  return {
    list: history.ids.map((id) => ({ id, body: bodies.get(id) ?? null })),
    undone: Math.min(history.undone, history.ids.length),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
