import type { Bot } from '../../engine/flow/botSchema.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { StepLabel, Touched } from './command.ts';

/** The longest way back in one flow; the oldest step is forgotten first. */
export const HISTORY_STEPS = 200;
/** Edits of one burst that follow each other within this time are one step (ms). */
export const BURST_MS = 700;

/**
 * One undoable step. Documents are immutable and share what did not change, so a step holds both ends whole: undo gives
 * the very document back that was there before, to the byte. On the disk it is a patch (`keptHistory.ts`).
 */
export interface Step {
  /** Another one whenever the step becomes another: what is kept under an id never changes. */
  readonly id: string;
  readonly label: StepLabel;
  readonly touched: Touched;
  readonly before: Bot;
  readonly after: Bot;
  /** Epoch ms of its last edit. */
  readonly at: number;
  /** Set while later edits of the same burst may still join. */
  readonly mergeKey: string | null;
}

export interface History {
  /** Oldest first. */
  readonly past: readonly Step[];
  /** Next redo first. */
  readonly future: readonly Step[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };

function continues(last: Step, step: Step): boolean {
  return step.mergeKey !== null && step.mergeKey === last.mergeKey && step.at - last.at <= BURST_MS;
}

/** Adds a step, or lets it join the burst it continues. Whatever could be redone is gone. */
export function record(history: History, step: Step): History {
  const last = history.past.at(-1);
  if (last && continues(last, step)) {
    const joined: Step = { ...last, id: step.id, after: step.after, at: step.at };
    return { past: [...history.past.slice(0, -1), joined], future: [] };
  }
  return { past: withoutOldest([...history.past, step]), future: [] };
}

/** Steps are undone one after the other, so only the oldest can be forgotten: while its flow has more than enough of them. */
function withoutOldest(past: readonly Step[]): readonly Step[] {
  if (past.length <= HISTORY_STEPS) return past;
  const left = new Map<string, number>();
  for (const { touched } of past) left.set(touched.flow, (left.get(touched.flow) ?? 0) + 1);
  let from = 0;
  for (const { touched } of past) {
    const steps = left.get(touched.flow) ?? 0;
    if (steps <= HISTORY_STEPS && past.length - from <= LIMITS.draftSteps) break;
    left.set(touched.flow, steps - 1);
    from += 1;
  }
  return past.slice(from);
}

/** Ends the burst, so the next edit is a step of its own even within the pause (a field lost focus). */
export function seal(history: History): History {
  const last = history.past.at(-1);
  if (typeof last?.mergeKey !== 'string') return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, mergeKey: null }] };
}

export interface Moved {
  readonly history: History;
  readonly step: Step;
  readonly bot: Bot;
}

export function undo(history: History): Moved | null {
  const step = history.past.at(-1);
  if (!step) return null;
  const closed: Step = { ...step, mergeKey: null };
  return {
    history: { past: history.past.slice(0, -1), future: [closed, ...history.future] },
    step: closed,
    bot: step.before,
  };
}

export function redo(history: History): Moved | null {
  const [step, ...future] = history.future;
  if (!step) return null;
  return { history: { past: [...history.past, step], future }, step, bot: step.after };
}
