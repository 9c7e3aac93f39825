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
    /** How long a save takes (ms). */
    slow: 0,
    /** The bot was removed by someone. */
    gone: false,
    /** Set: saves wait until it is called. */
    held: null as (() => void)[] | null,
  };
  const autosave = createAutosave<Bot>(stored.revision, {
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
      if (world.slow > 0) await new Promise<void>((resolve) => timers.push({ at: now + world.slow, run: resolve }));
      if (world.held) await new Promise<void>((resolve) => world.held?.push(resolve));
      if (world.broken) return world.broken;
      if (world.gone) return fail({ code: 'notFound', what: 'bot', id: bot.id });
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
  test('saves half a second after the first change, once, the newest', async () => {
    const { autosave, stored, world, pass, shown } = desk();
    autosave.changed(named('А'));
    await pass(400);
    autosave.changed(named('АБ'));
    await pass(99);
    expect(world.saves).toBe(0);
    await pass(1);
    expect(stored).toMatchObject({ revision: 4, bot: { name: 'АБ' } });
    expect(shown.at(-1)).toEqual({ kind: 'saved', at: 500 });
    expect(autosave.revision).toBe(4);
  });

  test('who types without a pause never has more than half a second to lose', async () => {
    const { autosave, stored, pass } = desk();
    for (let letters = 1; letters <= 60; letters += 1) {
      autosave.changed(named('а'.repeat(letters)));
      await pass(90);
      const lost = letters - (stored.bot.name === 'Торты' ? 0 : stored.bot.name.length);
      expect(lost * 90).toBeLessThanOrEqual(500 + 90);
    }
  });

  test('a bot that takes long to save is saved more rarely, however fast one types', async () => {
    const { autosave, world, pass } = desk();
    world.slow = 1_000;
    for (let letters = 1; letters <= 100; letters += 1) {
      autosave.changed(named('а'.repeat(letters)));
      await pass(100);
    }
    // A second of work, two of rest.
    expect(world.saves).toBe(4);
  });

  test('says «saving» from the first change on', () => {
    const { autosave, kinds } = desk();
    autosave.changed(named('А'));
    expect(kinds()).toEqual(['pending']);
  });

  test('a change while a save is under way is saved after it, never beside it', async () => {
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
    await pass(3_000);
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
    expect(await autosave.flush()).toBe(true);
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
      expect(await autosave.keepMine(named('Мой ещё'))).toBe(true);
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

  test('hears of another one’s save before it has anything of its own to save, and not of its own', async () => {
    const { autosave, stored, shown, pass } = desk();
    autosave.noticed(3);
    expect(shown).toEqual([]);
    autosave.changed(named('Мой'));
    await pass(500);
    autosave.noticed(4);
    expect(shown.at(-1)?.kind).toBe('saved');
    stored.revision = 6;
    autosave.noticed(6);
    expect(shown.at(-1)).toEqual({ kind: 'changedElsewhere', revision: 6 });
    expect(await autosave.keepMine(named('Всё равно мой'))).toBe(true);
    expect(stored).toMatchObject({ revision: 7, bot: { name: 'Всё равно мой' } });
  });

  test('a save whose outcome is not known yet is not taken for another one’s', async () => {
    const { autosave, world, shown, pass } = desk();
    world.broken = fail({ code: 'engineGone' });
    autosave.changed(named('Мой'));
    await pass(500);
    autosave.noticed(4);
    autosave.lost();
    expect(shown.at(-1)?.kind).toBe('failed');
  });

  test('a bot that was removed is not written again until a person says so', async () => {
    const { autosave, stored, world, shown, pass } = desk();
    world.gone = true;
    autosave.changed(named('Мой'));
    await pass(500);
    expect(shown.at(-1)).toEqual({ kind: 'gone' });
    autosave.changed(named('Мой ещё'));
    await pass(60_000);
    expect(world.saves).toBe(1);
    // It was brought back as a new bot, which begins at revision 1.
    world.gone = false;
    stored.revision = 1;
    expect(await autosave.keepMine(named('Мой ещё'), 1)).toBe(true);
    expect(stored).toMatchObject({ revision: 2, bot: { name: 'Мой ещё' } });
  });

  test('leaving saves at once what is left', async () => {
    const { autosave, stored } = desk();
    autosave.changed(named('А'));
    expect(await autosave.flush()).toBe(true);
    expect(stored.bot.name).toBe('А');
  });
});
