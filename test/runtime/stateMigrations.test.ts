import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBot } from '../../engine/flow/parseBot.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { sessionStateSchema, STATE_VERSION, type SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { restoreState, STATE_MIGRATIONS } from '../../engine/runtime/restoreState.ts';
import { step } from '../../engine/runtime/step.ts';
import { openShop, reopenEngine, until, unwrap } from '../host/liveShop.ts';
import { changeFile } from '../store/changeFile.ts';
import { state, turn } from '../store/conversation.ts';
import { openTestStore } from '../store/testStore.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** States as an engine of their time wrote them, of conversations with the bot `states.dialogram.json`. */
const FOLDER = join(import.meta.dirname, '../fixtures/states');
const fixture = (version: number, name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(FOLDER, `v${String(version)}-${name}.json`), 'utf8')) as Record<string, unknown>;
const namesOf = (version: number): string[] =>
  readdirSync(FOLDER).flatMap((file) => new RegExp(`^v${String(version)}-(\\w+)\\.json$`, 'u').exec(file)?.[1] ?? []);

const BOT: Bot = unwrap(
  parseBot(readFileSync(join(import.meta.dirname, '../fixtures/bots/states.dialogram.json'), 'utf8')),
);

const MENU = 'Что вас интересует?\n1 — О нас\n2 — Каталог\n3 — Заказать\n4 — Сотрудник';

describe('the chain of states', () => {
  test('has every step from the first version to the present one', () => {
    const steps = Array.from({ length: STATE_VERSION - 1 }, (_, index) => index + 1);
    expect(STATE_MIGRATIONS.map(({ from }) => from)).toEqual(steps);
  });

  test.each(STATE_MIGRATIONS)('$from: every fixture of its time becomes the one of the next', ({ from, up }) => {
    const names = namesOf(from);
    // At a menu, in a question that confirms, in the middle of a status change, with a person, over, not begun.
    expect(names.sort()).toEqual(['atMenu', 'awaiting', 'confirming', 'ended', 'new', 'withPerson']);
    for (const name of names) {
      const before = fixture(from, name);
      expect({ ...up(before), v: from + 1 }).toEqual(fixture(from + 1, name));
      expect(before).toEqual(fixture(from, name));
    }
  });

  test.each(Array.from({ length: STATE_VERSION }, (_, index) => index + 1))(
    'a state of version %i opens',
    (version) => {
      for (const name of namesOf(version)) {
        const restored = unwrap(restoreState(fixture(version, name)));
        expect(sessionStateSchema.safeParse(restored).success).toBe(true);
        expect(restored).toEqual(unwrap(restoreState(fixture(STATE_VERSION, name))));
      }
    },
  );

  test.each<[string, unknown, object]>([
    ['a newer one', { ...fixture(1, 'atMenu'), v: 99 }, { code: 'dataNewer', version: 99, supported: STATE_VERSION }],
    ['no object', [], { code: 'fileInvalid', at: 'state' }],
    ['a broken one', { ...fixture(1, 'atMenu'), menus: 7 }, { code: 'fileInvalid', at: 'state.menus' }],
  ])('%s is a fault with its place', (_, json, fault) => {
    expect(restoreState(json)).toMatchObject({ ok: false, fault });
  });
});

describe('a conversation of an earlier version goes on after the upgrade', () => {
  test.for<[number, string, string[], string[]]>([
    [1, 'atMenu', ['1'], ['Медовик 1900', 'Что показать?\n1 — Торты\n2 — Пироги']],
    [1, 'confirming', ['да'], ['Спасибо за заказ!']],
    [1, 'withPerson', ['вы тут?', 'бот'], ['Снова на связи бот.', MENU]],
    [1, 'ended', ['спасибо', 'бот'], [MENU]],
    [2, 'atMenu', ['1'], ['Медовик 1900', 'Что показать?\n1 — Торты\n2 — Пироги']],
    [2, 'confirming', ['да'], ['Спасибо за заказ!']],
  ])('version %i, %s', async ([version, name, lines, replies]) => {
    const folder = tempFolder();
    const shop = await openShop(folder, BOT);
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 2);
    await shop.engine.close();
    // The CRM says what the state says: a lead that somebody moved meanwhile is another story.
    const { status } = fixture(version, name) as { status: string | null };
    const present = BOT.statuses?.find((known) => known.id === status)?.name;
    if (present !== undefined) await anna.movedTo(present);
    const lead = (await anna.lead()) ?? '';
    keepAs(folder, { ...fixture(version, name), lead });
    const engine = await reopenEngine(folder);
    for (const line of lines) await anna.writes(line);
    await until('answered', async () => (await anna.hears()).length === 2 + replies.length);
    expect((await anna.hears()).slice(2)).toEqual(replies);
    expect(engine.store.read.session(lead)?.state.v).toBe(STATE_VERSION);
    await engine.close();
    await shop.close();
  });

  test('the outcome that was under way comes, and the message kept meanwhile is read after it', () => {
    const restored = unwrap(restoreState(fixture(1, 'awaiting')));
    const event = { type: 'outcome' as const, at: restored.lastAt + 1_000, seed: 1, effect: 'e4', ok: true };
    const { state: after, effects } = step(compileBot(BOT), restored, event);
    expect(effects).toMatchObject([{ type: 'send', text: 'Зову сотрудника.' }]);
    expect(after).toMatchObject({
      owner: 'human',
      status: 'st_human',
      wait: null,
      deferred: [],
      lastMessage: 'вы тут?',
    });
  });
});

test('a state of a newer engine is given to people, and they can give it back', async () => {
  const first = openTestStore();
  await first.commit((writer) => {
    const { id } = writer.publish(BOT.id, JSON.stringify(BOT), '');
    return writer.commitTurn(turn(id, { state: state() }));
  });
  await first.store.close();
  keepAs(first.folder, { ...fixture(2, 'atMenu'), v: 99, invented: true });
  const { store, lines } = openTestStore({ folder: first.folder });
  const kept = store.read.session('lead-1')?.state;
  expect(kept).toMatchObject({ v: STATE_VERSION, owner: 'human', reason: 'failure', wait: null, customer: {} });
  expect(lines).toContainEqual({
    level: 'error',
    event: 'store.stateUnreadable',
    facts: { lead: 'lead-1', at: 'dataNewer' },
  });
  const { state: back, effects } = step(compileBot(BOT), kept!, { type: 'owner', owner: 'bot', at: 1, seed: 1 });
  expect(back).toMatchObject({ owner: 'bot', phase: 'talking', wait: { place: { node: 'menu' } } });
  expect(effects.filter((effect) => effect.type === 'send').at(-1)).toMatchObject({ text: MENU });
});

/** Puts a state where the engine keeps it, with the columns that tell the same, as if it had been written just now. */
function keepAs(folder: string, old: Record<string, unknown>): void {
  const now = Date.now();
  const { owner, reason, ownership, phase, status, wait } = old as unknown as SessionState;
  const json = { ...old, lastAt: now, ...(wait === null ? {} : { wait: { ...wait, since: now } }) };
  const text = (value: string | null): string => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);
  const changed = changeFile(
    folder,
    `UPDATE session SET state = ${text(JSON.stringify(json))}, owner = ${text(owner)}, reason = ${text(reason)},
       ownership = ${String(ownership)}, phase = ${text(phase)}, status = ${text(status)}, name = '',
       node = ${text(wait?.place.node ?? null)}`,
  );
  expect(changed).toBe(1);
}
