import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import { createCatchUp } from '../../engine/host/catchUp.ts';
import { createTimers } from '../../engine/host/timers.ts';
import { USUAL_PACE } from '../../engine/host/pace.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { message, reply, state, turn } from '../store/conversation.ts';
import type { ManualClock } from '../store/manualClock.ts';
import { openTestStore, type TestStore } from '../store/testStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { until } from './liveShop.ts';
import { serveArgs, startServe } from './serveProcess.ts';
import { SOON } from '../support/soon.ts';

const DAY = 24 * 3_600_000;

/** A clock that can be set, as a person or a time server does; what is under way goes on by its own time. */
function settable(clock: ManualClock): ManualClock & { set(by: number): void } {
  let moved = 0;
  return { ...clock, now: () => clock.now() + moved, set: (by) => void (moved += by) };
}

function engineParts(it: TestStore) {
  const clock = settable(it.clock);
  const woken: number[] = [];
  const fired: string[] = [];
  const { store } = it;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const timers = createTimers({
    store,
    clock,
    log,
    running: () => true,
    scope: () => '',
    onFired: (lead) => fired.push(lead),
  });
  const catchUp = createCatchUp({
    ...{ store, clock, log, pace: USUAL_PACE },
    crm: () => ({ channel: null, account: null, sources: 'all', manager: null }),
    receive: { take: () => Promise.reject(new Error('unused')), takeMissed: () => Promise.reject(new Error('unused')) },
    isDown: () => false,
    onSetBack: () => undefined,
    answers: () => false,
    aheadMs: () => 0,
    staleMs: () => USUAL_PACE.staleMs,
    onWoken() {
      woken.push(clock.now());
      timers.look();
      return Promise.resolve();
    },
  });
  catchUp.start();
  timers.look();
  return {
    clock,
    woken,
    fired,
    stop() {
      timers.stop();
      return catchUp.stop();
    },
  };
}

test('a gap between two looks is a sleep; what fell due meanwhile happens once, in order', async () => {
  const it = openTestStore();
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  for (const [n, lead] of ['third', 'first', 'second'].entries()) {
    const due = it.clock.now() + ([9, 1, 5][n] ?? 0) * 60_000;
    await it.commit((writer) =>
      writer.commitTurn({
        ...turn(version, { state: state({ lead }) }),
        effects: [{ type: 'setTimer', timer: 't', due }],
      }),
    );
  }
  const engine = engineParts(it);
  it.clock.forward(25_000);
  expect(engine.woken).toEqual([]);
  engine.clock.set(8 * 3_600_000);
  it.clock.forward(10_000);
  await vi.waitFor(() => {
    it.clock.forward(1);
    expect(engine.fired).toEqual(['first', 'second', 'third']);
  }, SOON);
  expect(engine.woken).toHaveLength(1);
  it.clock.forward(60_000);
  await vi.waitFor(() => expect(it.store.read.waitingLeads()).toHaveLength(3), SOON);
  expect(engine.fired).toHaveLength(3);
  expect(it.store.read.nextTimer()).toBeNull();
  await engine.stop();
});

test('a clock set back by a day keeps nobody waiting for a day, and forward by a day loses nothing', async () => {
  const it = openTestStore();
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  const soon = it.clock.now() + 2_000;
  await it.commit((writer) => {
    writer.putInbox(message('waits', { due: soon }));
    writer.putInbox(message('told', { lead: 'told', proof: 'told' }));
    writer.commitTurn({
      ...turn(version, { state: state({ lead: 'other' }), outbox: [reply('r', { lead: 'other', due: soon })] }),
      effects: [{ type: 'setTimer', timer: 't', due: soon + 3 * DAY }],
    });
  });
  const engine = engineParts(it);
  engine.clock.set(-DAY);
  it.clock.forward(10_000);
  await vi.waitFor(() => expect(engine.woken).toHaveLength(1), SOON);
  const latest = engine.clock.now() + 60_000;
  expect(it.store.read.waitingInbox('lead-1')[0]?.due).toBeLessThanOrEqual(latest);
  expect(it.store.read.nextOutbox('other')?.due).toBeLessThanOrEqual(latest);
  // What a webhook told of is found out about in seconds, not in a day.
  expect(it.store.read.unproven('told', 'told')[0]?.toldAt).toBeLessThanOrEqual(latest);
  // A timer means the time on the wall.
  expect(it.store.read.nextTimer()).toBe(soon + 3 * DAY);
  engine.clock.set(2 * DAY);
  it.clock.forward(10_000);
  await vi.waitFor(() => expect(engine.woken).toHaveLength(2), SOON);
  expect(it.store.read.counts()).toMatchObject({ inboxNew: 2, outboxOpen: 1 });
  expect(engine.fired).toEqual([]);
  await engine.stop();
});

test.each([
  ['not yet fetched', -8, -8],
  ['in the future now', 2, -1],
])('a clock set back by a little: the mark of the last catch-up, %s, never moves on', async (_, hours, then) => {
  const it = openTestStore();
  const hour = 3_600_000;
  const mark = it.clock.now() + hours * hour;
  await it.commit((writer) => writer.putSetting('caughtUp', mark));
  const engine = engineParts(it);
  engine.clock.set(-17_000);
  it.clock.forward(10_000);
  await vi.waitFor(() => expect(engine.woken).toHaveLength(1), SOON);
  const wanted = hours === then ? mark : engine.clock.now() + then * hour;
  expect(it.store.read.setting('caughtUp')).toBe(wanted);
  await engine.stop();
});

test('a clock set back before anything was ever fetched leaves the first catch-up its whole reach', async () => {
  const it = openTestStore();
  const engine = engineParts(it);
  engine.clock.set(-17_000);
  it.clock.forward(10_000);
  await vi.waitFor(() => expect(engine.woken).toHaveLength(1), SOON);
  expect(it.store.read.setting('caughtUp')).toBeUndefined();
  await engine.stop();
});

/** Says something, waits two seconds, says something else. */
const waitingBot = {
  format: 1,
  id: 'waits',
  name: 'Waits',
  language: 'en',
  settings: { burstSeconds: 0 },
  flows: [
    {
      id: 'main',
      name: 'Main',
      main: true,
      nodes: [
        { id: 'start', kind: 'start', exits: { next: 'one' } },
        { id: 'one', kind: 'message', data: { parts: [{ text: 'One moment' }] }, exits: { next: 'wait' } },
        { id: 'wait', kind: 'wait', data: { seconds: 2 }, exits: { next: 'two' } },
        { id: 'two', kind: 'end', data: { text: 'Here I am' } },
      ],
    },
  ],
};

test('a computer that was asleep when reminders fell due sends each once', async () => {
  const folder = tempFolder();
  const sandbox = await startSandbox({
    port: 0,
    language: 'en',
    delivery: { retries: 6, backoffMs: 50, disableAfter: 1_000 },
  });
  const bot = join(folder, 'bot.json');
  const token = join(folder, 'token');
  writeFileSync(bot, JSON.stringify(waitingBot));
  writeFileSync(token, sandbox.token);
  const engine = await startServe(serveArgs({ folder, sandbox, token, bot }));
  const desk = sandboxDesk(sandbox);
  const people = await Promise.all(['A', 'B', 'C'].map((name) => desk.customer(name)));
  const told = async (lines: number): Promise<boolean> =>
    (await Promise.all(people.map((one) => one.hears()))).every((heard) => heard.length >= lines);
  for (const one of people) await one.writes('hello');
  await until('all were told to wait', () => told(1), 20_000);
  engine.child.kill('SIGSTOP');
  const asleepAt = Date.now();
  await until('the reminders are due', () => Date.now() - asleepAt > 3_000, 20_000);
  engine.child.kill('SIGCONT');
  await until('all were reminded', () => told(2), 20_000);
  expect(await engine.stop()).toBe(0);
  for (const one of people) expect(await one.hears()).toEqual(['One moment', 'Here I am']);
  await sandbox.close();
}, 90_000);
