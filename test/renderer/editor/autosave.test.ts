import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { fail, ok, type Result } from '../../../engine/model/result.ts';
import { createAutosave } from '../../../renderer/editor/autosave.ts';
import type { SaveState } from '../../../renderer/editor/store.ts';
import { cakes } from './cakes.ts';

/** A stored bot with a revision, a clock that only moves when told, and everything the person is told. */
function desk() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const stored = { bot: cakes(), revision: 3 };
  const shown: SaveState[] = [];
  const world = {
    broken: null as Result<never> | null,
    saves: 0,
    /** Set: saves wait until it is called. */
    held: null as (() => void)[] | null,
  };
  const autosave = createAutosave(stored.revision, {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async save(base, bot) {
      world.saves += 1;
      if (world.held) await new Promise<void>((resolve) => world.held?.push(resolve));
      if (world.broken) return world.broken;
      if (base !== stored.revision) return fail({ code: 'changedElsewhere', revision: stored.revision });
      stored.bot = bot;
      stored.revision += 1;
      return ok({ revision: stored.revision });
    },
    report: (state) => shown.push(state),
  });
  async function pass(ms: number): Promise<void> {
    const end = now + ms;
    for (;;) {
      const [next] = timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      now = next.at;
      timers = timers.filter((timer) => timer !== next);
      next.run();
      await settled();
    }
    now = end;
  }
  return { autosave, stored, shown, world, pass, kinds: () => shown.map((state) => state.kind) };
}

/** Lets promises that can go on go on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const named = (name: string): Bot => ({ ...cakes(), name });

describe('autosave', () => {
  test('saves half a second after the last change, once, the newest', async () => {
    const { autosave, stored, world, pass, shown } = desk();
    autosave.changed(named('А'));
    await pass(400);
    autosave.changed(named('АБ'));
    await pass(499);
    expect(world.saves).toBe(0);
    await pass(1);
    expect(stored).toMatchObject({ revision: 4, bot: { name: 'АБ' } });
    expect(shown.at(-1)).toEqual({ kind: 'saved', at: 900 });
    expect(autosave.revision).toBe(4);
  });

  test('says «saving» from the first change on', () => {
    const { autosave, kinds } = desk();
    autosave.changed(named('А'));
    expect(kinds()).toEqual(['pending']);
  });

  test('a change while a save is under way is saved right after it, never beside it', async () => {
    const { autosave, stored, world, pass, kinds } = desk();
    world.held = [];
    autosave.changed(named('А'));
    await pass(500);
    autosave.changed(named('Б'));
    await pass(2_000);
    expect(world.saves).toBe(1);
    const [first] = world.held;
    world.held = null;
    first?.();
    await settled();
    expect(world.saves).toBe(2);
    expect(stored.bot.name).toBe('Б');
    expect(kinds().at(-1)).toBe('saved');
  });

  test('a failed save keeps the change, says why, and is tried again until it works', async () => {
    const { autosave, stored, world, pass, shown } = desk();
    world.broken = fail({ code: 'diskFull' });
    autosave.changed(named('А'));
    await pass(500);
    expect(shown.at(-1)).toEqual({ kind: 'failed', fault: { code: 'diskFull' } });
    await pass(2_000);
    expect(world.saves).toBe(2);
    world.broken = null;
    await pass(5_000);
    expect(stored.bot.name).toBe('А');
    expect(shown.at(-1)?.kind).toBe('saved');
  });

  test('«try again» does not wait', async () => {
    const { autosave, stored, world, pass } = desk();
    world.broken = fail({ code: 'diskFull' });
    autosave.changed(named('А'));
    await pass(500);
    world.broken = null;
    expect(await autosave.retry()).toBe(true);
    expect(stored.bot.name).toBe('А');
  });

  describe('when someone else has saved meanwhile', () => {
    async function conflict() {
      const all = desk();
      all.stored.bot = named('Чужой');
      all.stored.revision = 9;
      all.autosave.changed(named('Мой'));
      await all.pass(500);
      return all;
    }

    test('asks, and writes nothing over it, however long it waits and whatever is typed', async () => {
      const { autosave, stored, shown, world, pass } = await conflict();
      expect(shown.at(-1)).toEqual({ kind: 'changedElsewhere', revision: 9 });
      autosave.changed(named('Мой ещё'));
      await pass(60_000);
      expect(await autosave.flush()).toBe(false);
      expect(world.saves).toBe(1);
      expect(stored.bot.name).toBe('Чужой');
    });

    test('«keep mine» writes the newest of mine', async () => {
      const { autosave, stored, shown } = await conflict();
      autosave.changed(named('Мой ещё'));
      expect(await autosave.keepMine()).toBe(true);
      expect(stored).toMatchObject({ revision: 10, bot: { name: 'Мой ещё' } });
      expect(shown.at(-1)?.kind).toBe('saved');
    });

    test('«load theirs» forgets mine and goes on from there', async () => {
      const { autosave, stored, pass } = await conflict();
      autosave.tookTheirs(9);
      await pass(60_000);
      expect(stored.bot.name).toBe('Чужой');
      autosave.changed(named('После'));
      await pass(500);
      expect(stored).toMatchObject({ revision: 10, bot: { name: 'После' } });
    });
  });

  test('leaving saves at once what is left', async () => {
    const { autosave, stored } = desk();
    autosave.changed(named('А'));
    expect(await autosave.flush()).toBe(true);
    expect(stored.bot.name).toBe('А');
  });
});
