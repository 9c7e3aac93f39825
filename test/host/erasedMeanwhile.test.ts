import { expect, test } from 'vitest';
import { createDoubts } from '../../engine/host/doubts.ts';
import { createReadBack } from '../../engine/host/readBack.ts';
import { createReceive } from '../../engine/host/receive.ts';
import { createSessions } from '../../engine/host/sessions.ts';
import { ok } from '../../engine/model/result.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import { FORGOTTEN, isForgotten } from '../../engine/store/forgotten.ts';
import { AT, message } from '../store/conversation.ts';
import { openTestStore, value } from '../store/testStore.ts';

const lead = 'lead-1';
type Message = Extract<CrmEvent, { type: 'message' }>;

/** What receives for a bot that hears everybody but the forgotten. */
function receiver() {
  const it = openTestStore();
  const { store, clock } = it;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const crm = () => ({ channel: null, account: 'shop', sources: 'all' as const, manager: null });
  const gone = (of: string, at: number): boolean => isForgotten(store.read.setting(FORGOTTEN), of, at);
  const sessions = createSessions(store.read);
  const doubts = createDoubts(clock, log);
  const woken: string[] = [];
  const receive = createReceive({
    ...{ store, clock, log, crm, sessions, doubts, isForgotten: gone },
    aheadMs: () => 0,
    hearing: { rowOf: ({ key, thread, at }) => (gone(thread.lead, at) ? null : message(key, { at })) },
    testers: { meet: () => Promise.resolve(ok(undefined)) },
    doorbell: { ring: (rung) => void woken.push(rung), ringTakeOver: (rung) => void woken.push(rung) },
    readBack: createReadBack({ store, clock, log, crm, sessions, doubts, settleMs: 200 }),
    onInbox: (heard) => void woken.push(heard),
    onEcho: () => undefined,
  });
  return { ...it, receive, woken };
}

function written(key: string, at: number): Message {
  const thread = { lead, source: '777', integration: '12' };
  const said = { text: key, attachments: [], channel: 'telegram', customer: {}, comment: false, group: false };
  return { type: 'message', key, content: key, account: 'shop', at, thread, messageId: key, ...said };
}

test.each(['a catch-up', 'a webhook'])(
  '%s that is worked at while its customer is erased brings nothing back',
  async (way) => {
    const it = receiver();
    await it.commit((writer) => writer.putInbox(message('old', { at: AT })));
    const take = (event: Message) => (way === 'a webhook' ? it.receive.take(event) : it.receive.takeMissed(event, 0));
    // The erasure is asked for and not committed: the message is still heard as anybody's.
    const erasing = it.store.care.erase([lead], { until: null });
    const taking = take(written('old', AT));
    expect((await erasing).ok).toBe(true);
    value(await taking);
    expect(it.store.care.leadsOf({ lead })).toEqual([]);
    expect(it.woken).toEqual([]);
    // What they write next is another matter.
    value(await take(written('new', AT + 1_000)));
    expect(it.woken).toEqual([lead]);
  },
);
