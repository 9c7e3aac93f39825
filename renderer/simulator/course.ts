import type { Conversation } from '../../engine/check/conversation.ts';

/** What was done to a conversation. */
export type Act = (talk: Conversation) => Conversation;

interface Origin {
  /** Null = it is the first; what was done then was done to a fresh one. */
  readonly before: Conversation | null;
  /** Null = nothing that would be done again: another version was taken over. */
  readonly act: Act | null;
}

/** Kept beside the conversations, so that the engine's own need not know who shows them. */
const origins = new WeakMap<Conversation, Origin>();

/** Keeps how `next` came about; gives it back. */
export function cameFrom(next: Conversation, before: Conversation | null, act: Act | null): Conversation {
  if (next !== before && !origins.has(next)) origins.set(next, { before, act });
  return next;
}

/** The conversation after each of its acts, the first one first. */
export function courseOf(talk: Conversation): readonly Conversation[] {
  const course: Conversation[] = [];
  for (let at: Conversation | null = talk; at !== null; at = origins.get(at)?.before ?? null) course.push(at);
  return course.toReversed();
}

/** What was done from the beginning to here. */
export function actsOf(talk: Conversation): readonly Act[] {
  return courseOf(talk).flatMap((step) => origins.get(step)?.act ?? []);
}

/** As it stood when this turn had ended; undefined = that is not known any more. */
export function afterTurn(talk: Conversation, turn: number): Conversation | undefined {
  return courseOf(talk).findLast((step) => step.turns <= turn);
}

/** As it stood before this turn; null = nobody had said anything, undefined = that is not known any more. */
export function beforeTurn(talk: Conversation, turn: number): Conversation | null | undefined {
  const course = courseOf(talk);
  const [first] = course;
  return (
    course.findLast((step) => step.turns < turn) ?? (first !== undefined && first.turns <= turn ? null : undefined)
  );
}
