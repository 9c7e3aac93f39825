import { normalise } from '../nlu/normalise.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { StoreReader } from '../ports/store.ts';
import { CUSTOM_ID_PREFIX } from './customId.ts';

/** A message that went to the customer, as an echo or the history shows it. */
export interface Outgoing {
  readonly messageId: string;
  readonly customId: string | undefined;
  readonly text: string;
  readonly at: number;
}

/** A text of ours that comes back without its `customId` is still ours for this long (umnico-api.md, 5.6). */
const SAME_TEXT_MS = 120_000;
const RECENT_ROWS = 30;
/** No person has read a first message and written an answer by then; Umnico's own greeting has (umnico-api.md, 5.6, 5). */
const GREETING_MS = 1_000;

/**
 * Whose words went out: `us` with the row if it is known, the CRM's own `greeting` of a new lead, or a `person`'s. Ours
 * are known by `customId`, by the id that the send returned, or by the same text a moment ago.
 */
export function whoWrote(
  read: StoreReader,
  lead: string,
  said: Outgoing,
  now: number,
): { readonly by: 'us'; readonly row: OutboxRow | null } | { readonly by: 'greeting' | 'person' } {
  if (said.customId !== undefined) {
    const row = read.outboxByCustomId(said.customId);
    // Our mark on a row we don't have: an older copy of this data folder wrote it. Not a person in any case.
    if (row !== null || said.customId.startsWith(CUSTOM_ID_PREFIX)) return { by: 'us', row };
  }
  const text = normalise(said.text).trim();
  const rows = read.outbox(lead, RECENT_ROWS);
  const own = rows.find(
    (row) =>
      row.effect.type === 'send' &&
      row.state !== 'cancelled' &&
      row.attempts > 0 &&
      (row.messageId === said.messageId ||
        (said.customId === undefined &&
          (row.sentAt ?? now) >= now - SAME_TEXT_MS &&
          normalise(row.effect.text).trim() === text)),
  );
  if (own !== undefined) return { by: 'us', row: own };
  const [first, second] = read.inboxMessages(lead, 2);
  const isFirst = first?.type === 'message' && second === undefined;
  const saidBefore = rows.some((row) => row.attempts > 0 && row.createdAt < said.at);
  return { by: isFirst && !saidBefore && Math.abs(said.at - first.at) < GREETING_MS ? 'greeting' : 'person' };
}
