import { expect, test, vi } from 'vitest';
import { message, reply, state, turn } from './conversation.ts';
import { openTestStore, type TestStore } from './testStore.ts';
import { SOON } from '../support/soon.ts';

const DAY = 24 * 3_600_000;

/** A finished turn, and beside it what a person still has to see to. */
async function live(it: TestStore, round: number): Promise<void> {
  await it.commit((writer) => {
    const version = it.store.read.versions('bot')[0]?.id ?? writer.publish('bot', '{}', '').id;
    for (let n = 0; n < 250; n++) {
      const put = writer.putInbox(message(`m-${round}-${n}`, { at: it.clock.now() }));
      const done = turn(version, {
        inboxDone: put.kind === 'stored' ? [put.id] : [],
        outbox: [reply(`r-${round}-${n}`)],
      });
      const [row] = writer.commitTurn({ ...done, trace: { ...done.trace, at: it.clock.now() } }) ?? [];
      if (row) writer.settleOutbox(row.id, { state: 'sent' });
    }
    const parked = writer.putInbox(message(`parked-${round}`, { lead: 'parked' }));
    if (parked.kind === 'stored') writer.parkInbox(parked.id, 'test');
    writer.putInbox(message(`waiting-${round}`, { lead: 'waiting' }));
    writer.commitTurn(
      turn(version, { state: state({ lead: 'open' }), outbox: [reply(`open-${round}`, { lead: 'open' })] }),
    );
  });
}

test('what is finished is forgotten after its time, what is open stays', async () => {
  const it = openTestStore({ keepDays: 10 });
  await live(it, 1);
  it.clock.forward(9 * DAY);
  await live(it, 2);
  const finished = () => [
    it.store.read.inboxMessages('lead-1', 999).length,
    it.store.read.outbox('lead-1', 999).length,
    it.store.read.traces('lead-1', 999).length,
  ];
  await it.commit(() => null);
  expect(finished()).toEqual([500, 500, 500]);
  it.clock.forward(2 * DAY);
  await vi.waitFor(() => {
    expect(finished()).toEqual([250, 250, 250]);
  }, SOON);
  expect(it.store.read.counts()).toMatchObject({ inboxNew: 2, inboxParked: 2, outboxOpen: 2 });
  expect(it.store.read.sessionCount()).toBe(2);
});

test('a machine that slept sweeps at its next start', async () => {
  const it = openTestStore({ keepDays: 10 });
  await live(it, 1);
  await it.store.close();
  it.clock.forward(30 * DAY);
  const again = openTestStore({ folder: it.folder, clock: it.clock, keepDays: 10 });
  await vi.waitFor(() => {
    expect(again.lines.map(({ event }) => event)).toContain('store.swept');
  }, SOON);
  expect(again.store.read.traces('lead-1', 999)).toEqual([]);
});
