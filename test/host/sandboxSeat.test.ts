import { expect, onTestFinished, test } from 'vitest';
import { sandboxSeat } from '../../engine/host/sandboxSeat.ts';
import type { SandboxHandle } from '../../engine/host/connectionDeps.ts';
import { ok } from '../../engine/model/result.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { reopenEngine, until, unwrap } from './liveShop.ts';

/** Opens real sandboxes, and counts them. */
function desk() {
  const counts = { opened: 0, closed: 0 };
  const seat = sandboxSeat(async (language) => {
    counts.opened += 1;
    const { apiUrl, pageUrl, token, close } = await startSandbox({ port: 0, language });
    const handle: SandboxHandle = {
      apiUrl,
      pageUrl,
      token,
      close() {
        counts.closed += 1;
        return close();
      },
    };
    return ok(handle);
  });
  onTestFinished(() => seat.close());
  return { counts, seat };
}

test('pressed twice in a row, one sandbox is opened, and both get it', async () => {
  const { counts, seat } = desk();
  const [first, second] = await Promise.all([seat.open('ru'), seat.open('ru')]);
  expect(unwrap(first)).toBe(unwrap(second));
  expect(unwrap(await seat.open('ru'))).toBe(seat.present());
  expect(counts).toEqual({ opened: 1, closed: 0 });
});

test('closed while it is being opened, it is closed as soon as it is there, and the next press opens a new one', async () => {
  const { counts, seat } = desk();
  const opening = seat.open('ru');
  await seat.close();
  await opening;
  expect(seat.present()).toBeNull();
  expect(counts).toEqual({ opened: 1, closed: 1 });
  unwrap(await seat.open('ru'));
  expect(counts).toEqual({ opened: 2, closed: 1 });
});

test('once the engine ends, none is opened any more', async () => {
  const { counts, seat } = desk();
  const opening = seat.open('ru');
  const ending = seat.end();
  expect(await seat.open('ru')).toEqual({ ok: false, fault: { code: 'engineGone' } });
  await ending;
  await opening;
  expect((await seat.open('ru')).ok).toBe(false);
  expect(seat.present()).toBeNull();
  expect(counts).toEqual({ opened: 1, closed: 1 });
});

test('one that could not be opened is tried again with the next press', async () => {
  let tries = 0;
  const seat = sandboxSeat(() => {
    tries += 1;
    return Promise.resolve({ ok: false, fault: { code: 'internal', id: 'port' } });
  });
  const both = await Promise.all([seat.open('ru'), seat.open('ru')]);
  expect(both.map(({ ok: isOpen }) => isOpen)).toEqual([false, false]);
  expect(tries).toBe(1);
  expect((await seat.open('ru')).ok).toBe(false);
  expect(tries).toBe(2);
});

test('«try without an account» pressed twice: either press is told that it is connected', async () => {
  const engine = await reopenEngine(tempFolder());
  onTestFinished(() => engine.close());
  const [first, second] = await Promise.all([engine.connection.sandbox('ru'), engine.connection.sandbox('ru')]);
  expect([first.ok, second.ok]).toEqual([true, true]);
  await until('connected', () => engine.connection.view().state === 'on');
  const { sandboxUrl } = engine.connection.view();
  expect(sandboxUrl).not.toBeNull();
  expect(engine.connection.isDown()).toBe(false);
});
