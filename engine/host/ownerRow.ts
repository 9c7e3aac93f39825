import type { InboxEvent, NewInboxRow } from '../ports/inboxStore.ts';

export type OwnerEvent = Extract<InboxEvent, { type: 'owner' }>;

/** A person has chosen who talks to this customer; goes through the lead's own queue. `mark` tells two such rows apart. */
export function ownerRow(lead: string, event: OwnerEvent, at: number, mark: string): NewInboxRow {
  return {
    key: `owner:${lead}:${String(at)}:${mark}`,
    content: '',
    lead,
    event,
    thread: null,
    at,
    due: at,
  };
}
