import type { IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../electron/contract.ts';
import { answerCalls, type Calls } from '../../electron/ipc.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
const FUZZ_RUNS = 10_000;

function mainProcess(ours = true) {
  const done: unknown[][] = [];
  const listeners = new Map<string, Listener>();
  const calls: Calls = {
    request: (envelope) => {
      done.push(['request', envelope]);
      return Promise.resolve({ id: envelope.id, ok: true, value: null });
    },
    openFile: () => Promise.resolve(done.push(['openFile']) > 0 ? null : null),
    chooseFolder: () => Promise.resolve(done.push(['chooseFolder']) > 0 ? '/home/anna' : null),
    takeOpenedFile: () => Promise.resolve(done.push(['takeOpenedFile']) > 0 ? null : null),
    saveFile: (file) => Promise.resolve(done.push(['saveFile', file]) > 0),
    openExternal: (url) => Promise.resolve(done.push(['openExternal', url]) > 0),
    setLook: (look) => void done.push(['setLook', look]),
    editText: (how) => void done.push(['editText', how]),
    setMenu: (groups) => void done.push(['setMenu', groups]),
  };
  answerCalls({ handle: (channel, listener) => void listeners.set(channel, listener) }, () => ours, calls);
  const call = (channel: string, ...args: unknown[]): Promise<unknown> =>
    Promise.resolve(listeners.get(channel)?.({} as IpcMainInvokeEvent, ...args));
  return { call, done, channels: [...listeners.keys()] };
}

const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  [CHANNELS.request]: [{ id: 1, method: 'bots.list', params: {} }],
  [CHANNELS.openFile]: [],
  [CHANNELS.chooseFolder]: [],
  [CHANNELS.takeOpened]: [],
  [CHANNELS.saveFile]: [{ name: 'bot.dialogram.json', text: '{}' }],
  [CHANNELS.openExternal]: ['https://example.org'],
  [CHANNELS.setLook]: [{ theme: 'dark', language: 'ru' }],
  [CHANNELS.editText]: ['undo'],
  [CHANNELS.setMenu]: [
    [{ id: 'edit', label: 'Правка', entries: [{ id: 'undo', label: 'Отменить', keys: 'Mod+Z', enabled: true }] }],
  ],
};
const { push: _push, act: _act, opened: _opened, ...answered } = CHANNELS;

test('every channel of the contract is answered, and no other', () => {
  expect(mainProcess().channels.sort()).toEqual(Object.values(answered).sort());
  expect(Object.keys(RIGHT).sort()).toEqual(Object.values(answered).sort());
});

describe.each(Object.values(answered))('%s', (channel) => {
  test('does what our page asks', async () => {
    const { call, done } = mainProcess();
    await call(channel, ...(RIGHT[channel] ?? []));
    expect(done).toHaveLength(1);
    expect(done[0]?.slice(1)).toEqual(RIGHT[channel]);
  });

  test('refuses everybody else, and nothing happens', async () => {
    const { call, done } = mainProcess(false);
    await expect(call(channel, ...(RIGHT[channel] ?? []))).rejects.toThrow('not from the app’s own page');
    expect(done).toEqual([]);
  });

  test(`${String(FUZZ_RUNS)} other arguments: refused or understood, never a crash or a side effect`, async () => {
    const { call, done } = mainProcess();
    const anything = fc.array(fc.oneof(fc.anything(), nearlyRight()), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anything, async (args) => {
        done.length = 0;
        const outcome = await call(channel, ...args).then(
          () => 'understood',
          (error: unknown) => (error instanceof TypeError ? 'refused' : error),
        );
        if (outcome === 'understood') expect(done).toHaveLength(1);
        else expect([outcome, done]).toEqual(['refused', []]);
        for (const [, given] of done) expect(isOfContract(channel, given)).toBe(true);
      }),
      { numRuns: FUZZ_RUNS },
    );
  });
});

/** Shapes with one part wrong: what random values would hardly ever hit. */
function nearlyRight(): fc.Arbitrary<unknown> {
  const some = fc.anything();
  return fc.oneof(
    fc.record({ id: fc.oneof(fc.double(), some), method: fc.oneof(fc.string(), some), params: some }),
    fc.record(
      { name: fc.oneof(fc.string(), some), text: fc.oneof(fc.string(), some), path: some },
      { requiredKeys: [] },
    ),
    fc.record({ theme: fc.oneof(fc.constantFrom('dark', 'light', '__proto__'), some), language: some }),
    fc.array(
      fc.record({
        id: fc.oneof(fc.constantFrom('edit', 'view'), some),
        label: fc.string(),
        entries: fc.array(
          fc.oneof(fc.record({ id: fc.string(), label: fc.string(), keys: some, enabled: some }), some),
        ),
      }),
    ),
    fc.string(),
  );
}

function shapeOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.keys(value).sort().join() : '';
}

function isOfContract(channel: string, given: unknown): boolean {
  if (channel === CHANNELS.openExternal) return typeof given === 'string';
  if (channel === CHANNELS.editText) return given === 'undo' || given === 'redo';
  const asksNothing: readonly string[] = [CHANNELS.openFile, CHANNELS.chooseFolder, CHANNELS.takeOpened];
  if (asksNothing.includes(channel)) return given === undefined;
  if (channel === CHANNELS.setMenu)
    return Array.isArray(given) && given.every((group) => shapeOf(group) === 'entries,id,label');
  if (typeof given !== 'object' || given === null) return false;
  const keys = Object.keys(given).sort().join();
  if (channel === CHANNELS.request) return ['id,method,params', 'id,method'].includes(keys);
  return keys === (channel === CHANNELS.saveFile ? 'name,text' : 'language,theme');
}
