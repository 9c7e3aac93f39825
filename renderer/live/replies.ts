import { create } from 'zustand';
import type { Fault } from '../../engine/model/fault.ts';
import type { LiveTurn } from '../../engine/protocol/liveViews.ts';
import { call } from '../bridge.ts';

/** A person's message that went out from here, or is about to. */
export interface Said {
  readonly id: number;
  readonly text: string;
  /** The conversation's last turn when it was sent: the CRM tells of it in a later one. */
  readonly after: number;
  /** It is known to be on its way. */
  readonly isOut: boolean;
}

interface ReplyState {
  /** What was typed and is not known to be sent. */
  readonly draft: string;
  readonly isSending: boolean;
  /** Why the last attempt failed. */
  readonly fault: Fault | null;
  /** What the CRM has not told of yet, oldest first. */
  readonly said: readonly Said[];
}

export const NO_REPLY: ReplyState = { draft: '', isSending: false, fault: null, said: [] };

/**
 * Answers of a person, by lead, as long as the window is open. Another conversation may be looked at while one is on its way:
 * its box would never hear how that ended, and would offer the same words again.
 */
export const useReplies = create<Readonly<Record<string, ReplyState>>>(() => ({}));

function change(lead: string, make: (reply: ReplyState) => Partial<ReplyState>): void {
  useReplies.setState((all) => {
    const reply = all[lead] ?? NO_REPLY;
    return { [lead]: { ...reply, ...make(reply) } };
  });
}

export function keepDraft(lead: string, draft: string): void {
  change(lead, () => ({ draft, fault: null }));
}

let sent = 0;

/** The draft stays until it is known to be on its way: whoever wrote it decides about another attempt. Value: it went out. */
export async function sendReply(lead: string, text: string, after: number): Promise<boolean> {
  if (useReplies.getState()[lead]?.isSending === true) return false;
  const id = (sent += 1);
  change(lead, ({ said }) => ({ isSending: true, fault: null, said: [...said, { id, text, after, isOut: false }] }));
  const reply = await call('live.say', { lead, text });
  if (reply.ok) {
    change(lead, ({ said }) => ({
      draft: '',
      isSending: false,
      said: said.map((each) => (each.id === id ? { ...each, isOut: true } : each)),
    }));
  } else {
    change(lead, ({ said }) => ({
      isSending: false,
      fault: reply.fault,
      said: said.filter((each) => each.id !== id),
    }));
  }
  return reply.ok;
}

/** What of `said` these turns do not tell of. The same words twice need two turns. */
export function untold(said: readonly Said[], turns: readonly LiveTurn[]): readonly Said[] {
  const used = new Set<number>();
  return said.filter(({ text, after }) => {
    const told = turns.find(
      ({ id, event }) => id > after && !used.has(id) && event.type === 'managerMessage' && event.text.trim() === text,
    );
    if (told !== undefined) used.add(told.id);
    return told === undefined;
  });
}

/** Forgets what these turns tell of. */
export function settleSaid(lead: string, turns: readonly LiveTurn[]): void {
  const said = useReplies.getState()[lead]?.said ?? [];
  const left = untold(said, turns);
  if (left.length === said.length) return;
  // The turns that told of the forgotten ones must not tell of these too.
  const last = turns.at(-1)?.id ?? 0;
  change(lead, () => ({ said: left.map((each) => ({ ...each, after: Math.max(each.after, last) })) }));
}
