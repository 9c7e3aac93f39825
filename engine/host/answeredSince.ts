import type { Channel } from '../ports/channel.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';

type Message = Extract<CrmEvent, { type: 'message' }>;

/** A day of a busy conversation. */
const HISTORY_DEPTH = 100;

/**
 * After a restore the store knows less than happened: was this message answered already, by the engine of then or by a
 * person? What the history cannot tell counts as answered: a person finds it in the list, nobody is told twice. Each
 * conversation is asked for once.
 */
export function answeredSince(channel: Pick<Channel, 'history'>): (event: CrmEvent) => Promise<boolean> {
  const lastSaid = new Map<string, Promise<number>>();
  const look = async ({ thread }: Message): Promise<number> => {
    const history = await channel.history(thread, HISTORY_DEPTH);
    if (!history.ok) return Infinity;
    return Math.max(-Infinity, ...history.value.filter((said) => !said.incoming).map(({ at }) => at));
  };
  return async (event) => {
    if (event.type !== 'message') return false;
    const key = `${event.thread.lead}/${event.thread.source}`;
    const asked = lastSaid.get(key) ?? look(event);
    lastSaid.set(key, asked);
    return (await asked) >= event.at;
  };
}
