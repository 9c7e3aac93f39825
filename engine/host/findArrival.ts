import { normalise } from '../nlu/normalise.ts';
import type { HistoryMessage } from '../ports/channel.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';

/** The CRM's clock and ours differ by this much at most, ms. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * The message a row became, as the history shows it: by its `customId`, by the id its echo had, or, on a channel whose
 * history keeps no such marks, by the count of equal texts: one more than our other rows account for (reliability.md, 1.3,
 * step 5). `others`: the lead's other outbox rows. `aheadMs`: by how much our clock, of which the rows are, is ahead of the CRM's.
 */
export function findArrival(
  row: OutboxRow,
  others: readonly OutboxRow[],
  history: readonly HistoryMessage[],
  aheadMs: number,
): HistoryMessage | undefined {
  const ours = history.filter((said) => !said.incoming);
  const named = ours.find((said) => said.customId === row.customId || said.messageId === row.messageId);
  const { effect } = row;
  if (named !== undefined || effect.type !== 'send' || ours.some((said) => said.customId !== undefined)) return named;
  const text = normalise(effect.text).trim();
  const since = row.createdAt - CLOCKS_DIFFER_MS;
  // Which of them another row became is often known by its id, whatever the clocks say.
  const became = new Set(others.flatMap((other) => (other.id === row.id ? [] : (other.messageId ?? []))));
  const shown = new Set(ours.map((said) => said.messageId));
  const alike = ours.filter(
    (said) => !became.has(said.messageId) && said.at + aheadMs >= since && normalise(said.text).trim() === text,
  );
  const claimed = others.filter(
    (other) =>
      other.id !== row.id &&
      other.state === 'sent' &&
      !(other.messageId !== null && shown.has(other.messageId)) &&
      other.effect.type === 'send' &&
      (other.sentAt ?? 0) >= since &&
      normalise(other.effect.text).trim() === text,
  );
  return alike.length > claimed.length ? alike[0] : undefined;
}
