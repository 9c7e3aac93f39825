import { describe, expect, test } from 'vitest';
import { checkFromRecord } from '../../engine/check/checkFromRecord.ts';
import { runCheck } from '../../engine/check/runCheck.ts';
import { parseRecord, type TalkRecord } from '../../engine/check/replay/record.ts';
import { programsOf } from '../../engine/check/replay/programsOf.ts';
import { replay } from '../../engine/check/replay/replay.ts';
import { replayOn } from '../../engine/check/replay/replayOn.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { liveApi } from '../../engine/host/liveApi.ts';
import { talkRecord } from '../../engine/host/talkRecord.ts';
import { changeFile } from '../store/changeFile.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, publish, reopenEngine, until, unwrap } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

interface Hearing {
  hears(): Promise<readonly string[]>;
}
const heard = (customer: Hearing, count: number): Promise<readonly string[]> =>
  until(`${String(count)} messages`, async () => {
    const lines = await customer.hears();
    return lines.length >= count ? lines : undefined;
  });

/** The only conversation there is, once nothing of it is under way; through JSON, as it is kept and sent. */
async function recordOf(engine: Engine): Promise<TalkRecord> {
  await until('all is through', () => {
    const { inboxNew, outboxOpen } = engine.store.read.counts();
    return inboxNew === 0 && outboxOpen === 0;
  });
  const lead = engine.store.read.sessions(1)[0]?.lead ?? '';
  return unwrap(parseRecord(JSON.stringify(unwrap(talkRecord(engine.store.read, lead)))));
}

const same = { divergences: [], skipped: 0 };
const onItsOwn = (record: TalkRecord) => replay(record, programsOf(record));

/** The same bot with one block changed. */
function edited(bot: Bot, id: string, data: Record<string, unknown>): Bot {
  const flows = bot.flows.map((flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) => (node.id === id ? { ...node, data: { ...node.data, ...data } } : node)),
  }));
  return { ...bot, flows };
}

test('a whole conversation replays as it was: menu, hand-off, person, return, order', async () => {
  const bot = smallBot();
  const shop = await openShop(tempFolder(), bot);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.writes('1');
  await heard(anna, 4);
  await anna.writes('3');
  await heard(anna, 5);
  await until('the lead is with people', async () => (await anna.status()) === 'Диалог с оператором');
  await anna.writes('вы тут?');
  await anna.managerWrites('Да, слушаю');
  await anna.movedTo('Первичное касание');
  await until('the bot is back', async () => (await anna.hears()).at(-1) === MENU);
  await anna.writes('2');
  await until('ordered', async () => (await anna.hears()).at(-1) === 'Спасибо за заказ!');
  const record = await recordOf(shop.engine);

  const types = record.turns.map(({ event }) => event.type);
  for (const type of ['message', 'outcome', 'managerMessage', 'status']) expect(types).toContain(type);
  // The state is kept where it begins, not with every turn.
  expect(record.turns.filter(({ before }) => before !== undefined)).toHaveLength(1);
  expect(onItsOwn(record)).toEqual({ ...same, turns: record.turns.length, same: record.turns.length });
  const draft = replayOn(record, compileBot(bot));
  expect(draft).toMatchObject(same);
  expect(draft.same).toBe(draft.steps);
  await shop.close();
});

test('a record that was tampered with is told, turn by turn', async () => {
  const shop = await openShop(tempFolder(), smallBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.writes('1');
  await heard(anna, 4);
  const record = await recordOf(shop.engine);
  const last = record.turns.length - 1;
  const turns = record.turns.map((turn, index) =>
    index === last && turn.event.type === 'message' ? { ...turn, event: { ...turn.event, text: '9' } } : turn,
  );
  const report = onItsOwn({ ...record, turns });
  expect(report.divergences.map(({ turn, what }) => [turn, what])).toEqual([
    [last, 'effects'],
    [last, 'trace'],
    [last, 'state'],
  ]);
  expect(report.same).toBe(last);
  await shop.close();
});

test('what a draft would do otherwise is named, and nothing else', async () => {
  const bot = smallBot();
  const shop = await openShop(tempFolder(), bot);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.writes('1');
  await heard(anna, 4);
  await anna.writes('2');
  await heard(anna, 5);
  const record = await recordOf(shop.engine);
  const about = compileBot(edited(bot, 'about', { parts: [{ text: 'Печём торты и пироги.' }] }));
  const wrote = (text: string) => expect.objectContaining({ type: 'message', text }) as unknown;
  expect(replayOn(record, about).divergences).toEqual([
    {
      turn: expect.any(Number) as number,
      at: expect.any(Number) as number,
      event: wrote('1'),
      what: 'did',
      expected: { do: 'say', text: 'Печём торты.' },
      got: { do: 'say', text: 'Печём торты и пироги.' },
    },
  ]);
  const other = compileBot(edited(bot, 'order', { status: 'st_first' }));
  expect(replayOn(record, other).divergences).toMatchObject([
    // It is in that status already.
    { event: wrote('2'), what: 'did', expected: { do: 'status', status: 'st_order' }, got: null },
    { event: wrote('2'), what: 'owner', expected: 'off', got: 'bot' },
  ]);
  await shop.close();
});

test('a status the CRM refused is refused again, on the version and on a draft', async () => {
  const bot = smallBot();
  const shop = await openShop(tempFolder(), bot, { sandbox: { faults: { statusRefused: true } } });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.writes('2');
  await heard(anna, 4);
  const record = await recordOf(shop.engine);
  expect(onItsOwn(record)).toMatchObject({ ...same, same: record.turns.length });
  expect(replayOn(record, compileBot(bot)).divergences).toEqual([]);
  expect(replayOn(record, compileBot(edited(bot, 'sorry', { parts: [{ text: 'Увы.' }] }))).divergences).toMatchObject([
    { expected: { do: 'say', text: 'Не получилось записать заказ.' }, got: { text: 'Увы.' } },
  ]);
  await shop.close();
});

test('a new version in mid-conversation replays, each turn on its own', async () => {
  const bot = smallBot();
  const shop = await openShop(tempFolder(), bot);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await publish(shop.engine, edited(bot, 'about', { parts: [{ text: 'Теперь и пироги.' }] }));
  await anna.writes('1');
  expect(await heard(anna, 4)).toContain('Теперь и пироги.');
  const record = await recordOf(shop.engine);
  expect(record.versions).toHaveLength(2);
  expect(new Set(record.turns.map(({ version }) => version)).size).toBe(2);
  expect(onItsOwn(record)).toMatchObject({ ...same, same: record.turns.length });
  await shop.close();
});

test('a burst, a kill and a new start in mid-conversation replay', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot({ burstSeconds: 1 }));
  const anna = await shop.customer('Анна');
  for (const text of ['Добрый день', 'скажите', 'что у вас есть?']) await anna.writes(text);
  await heard(anna, 2);
  await shop.engine.close();
  const engine = await reopenEngine(folder);
  await until('connected', () => engine.connection.view().state === 'on');
  await anna.writes('1');
  await heard(anna, 4);
  const record = await recordOf(engine);
  const [first] = record.turns;
  expect(first?.event).toMatchObject({ text: 'Добрый день\nскажите\nчто у вас есть?' });
  expect(record.turns.filter(({ before }) => before !== undefined)).toHaveLength(1);
  expect(onItsOwn(record)).toMatchObject({ ...same, same: record.turns.length });
  await engine.close();
  await shop.close();
});

test('news taken in before the first word belongs to the record', async () => {
  const bot = smallBot();
  const shop = await openShop(tempFolder(), bot);
  const anna = await shop.customer('Анна');
  unwrap(await shop.engine.setRunning(false));
  await anna.writes('Добрый день');
  await anna.movedTo('Хочу заказать');
  unwrap(await shop.engine.setRunning(true));
  await heard(anna, 2);
  const record = await recordOf(shop.engine);
  expect(onItsOwn(record)).toMatchObject({ ...same, same: record.turns.length });
  await shop.close();
});

test('a lead that was given to people without the flow goes on in the record', async () => {
  const folder = tempFolder();
  const bot = smallBot();
  const shop = await openShop(folder, bot);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await shop.engine.close();
  changeFile(folder, `UPDATE version SET body = '{"format":1}' WHERE id = 1`);
  const engine = await reopenEngine(folder);
  await until('connected', () => engine.connection.view().state === 'on');
  await anna.writes('1');
  await until(
    'people have it',
    async () => (await anna.status()) === 'Первичное касание' && ownerOf(engine) === 'human',
  );
  const broken = await recordOf(engine);
  expect(broken.turns.at(-1)?.after).toMatchObject({ owner: 'human', reason: 'failure' });
  changeFile(folder, `UPDATE version SET body = (SELECT body FROM bot WHERE id = 'small') WHERE id = 1`);
  await engine.close();
  const healed = await reopenEngine(folder);
  await until('connected', () => healed.connection.view().state === 'on');
  await anna.writes('бот');
  await until('the bot is back', async () => (await anna.hears()).at(-1) === MENU && ownerOf(healed) === 'bot');
  const record = await recordOf(healed);
  expect(onItsOwn(record)).toMatchObject({ divergences: [], skipped: 1, same: record.turns.length - 1 });
  await healed.close();
  await shop.close();
});

test('a record whose beginning is forgotten, or has a hole, replays from where it can', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.writes('1');
  await heard(anna, 4);
  await shop.engine.close();
  // Nobody wrote for a day.
  changeFile(folder, `UPDATE session SET updated_at = updated_at - 86400000`);
  const engine = await reopenEngine(folder);
  await until('connected', () => engine.connection.view().state === 'on');
  await anna.writes('1');
  await heard(anna, 6);
  const whole = await recordOf(engine);
  expect(onItsOwn(whole)).toMatchObject({ ...same, same: whole.turns.length });
  changeFile(folder, `DELETE FROM trace WHERE id = (SELECT min(id) FROM trace)`);
  const late = await recordOf(engine);
  const lateReport = onItsOwn(late);
  expect(lateReport.divergences).toEqual([]);
  expect(lateReport.skipped).toBe(late.turns.length - lateReport.same);
  expect(lateReport.same).toBeGreaterThan(0);
  changeFile(folder, `UPDATE trace SET entries = '?' WHERE id = (SELECT min(id) FROM trace)`);
  const holed = await recordOf(engine);
  expect(holed.turns[0]?.gap).toBe(true);
  expect(onItsOwn(holed).divergences).toEqual([]);
  await engine.close();
  await shop.close();
});

test('a window may ask for the record, and for the replay on the version or on the draft', async () => {
  const bot = smallBot();
  const shop = await openShop(tempFolder(), bot);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  const { lead } = await recordOf(shop.engine);
  const api = liveApi(shop.engine, Date.now);
  const { record } = unwrap(await api['live.record']({ lead }));
  expect(record).toMatchObject({ bot: 'small', lead, versions: [{ number: 1 }] });
  const onVersion = unwrap(await api['live.replay']({ lead, on: 'version' }));
  expect(onVersion).toMatchObject({ on: 'version', report: { divergences: [] } });
  const present = unwrap(shop.engine.bots.open('small'));
  const draft = edited(present.bot, 'hello', { parts: [{ text: 'Привет!' }] });
  unwrap(await shop.engine.bots.save('small', present.revision, draft));
  expect(unwrap(await api['live.replay']({ lead, on: 'draft' }))).toMatchObject({
    on: 'draft',
    bot: { id: 'small' },
    report: { divergences: [{ got: { do: 'say', text: 'Привет!' } }] },
  });
  expect(await api['live.replay']({ lead: 'nobody', on: 'draft' })).toMatchObject({ ok: false });
  await shop.close();
});

function ownerOf(engine: Engine): string | undefined {
  return engine.store.read.sessions(1)[0]?.owner;
}

test('a question that expired while the engine was off replays, and on a draft rings when the draft says', async () => {
  const folder = tempFolder();
  const bot = askingBot(60);
  const shop = await openShop(folder, bot);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 1);
  await shop.engine.close();
  expect(changeFile(folder, `UPDATE timer SET due = ${String(Date.now() - 1_000)}`)).toBe(1);
  const engine = await reopenEngine(folder);
  await heard(anna, 2);
  await until('connected', () => engine.connection.view().state === 'on');
  await anna.writes('Я тут');
  await until('it is read', () => engine.store.read.sessions(1)[0]?.lastText === 'Я тут');
  const record = await recordOf(engine);
  expect(record.turns.map(({ event }) => event.type)).toEqual(['message', 'timer', 'message']);
  expect(onItsOwn(record)).toMatchObject({ ...same, same: 3 });
  expect(replayOn(record, compileBot(bot)).divergences).toEqual([]);
  // A draft that waits for a day was not done waiting: what came then is its answer.
  expect(replayOn(record, compileBot(askingBot(1_440))).divergences).toMatchObject([
    { event: { type: 'timer' }, expected: { do: 'say', text: 'Напишу позже.' }, got: null },
    { event: { type: 'message' }, expected: null, got: { do: 'say', text: 'Записал.' } },
  ]);
  await engine.close();
  await shop.close();
});

function askingBot(timeoutMinutes: number): Bot {
  return drawBot()
    .settings({ burstSeconds: 0, restartAfterHours: 0 })
    .variable('said')
    .start('ask')
    .question(
      'ask',
      'Как вас зовут?',
      { answer: 'text', saveTo: 'said', timeoutMinutes },
      { answered: 'thanks', failed: 'late', timeout: 'late' },
    )
    .end('thanks', 'Записал.')
    .end('late', 'Напишу позже.')
    .build();
}

describe('a check made from a live conversation', () => {
  test('passes on its version: order, hand-off, person and return', async () => {
    const bot = smallBot();
    const shop = await openShop(tempFolder(), bot);
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await heard(anna, 2);
    await anna.writes('3');
    await heard(anna, 3);
    await anna.managerWrites('Да, слушаю');
    await anna.movedTo('Первичное касание');
    await until('the bot is back', async () => (await anna.hears()).at(-1) === MENU);
    await anna.writes('2');
    await until('ordered', async () => (await anna.hears()).at(-1) === 'Спасибо за заказ!');
    const record = await recordOf(shop.engine);
    const program = compileBot(bot);
    const check = checkFromRecord(record, program, { id: 'live', name: 'Живая' });
    if (check === null) throw new Error('there was a conversation');
    expect(runCheck(program, check).result).toEqual({ id: 'live', name: 'Живая', passed: true });
    const said = check.steps.flatMap(({ bot: lines }) => lines ?? []);
    expect(said).toEqual([
      'Здравствуйте!',
      MENU,
      'Передаю сотруднику.',
      'Снова на связи бот.',
      MENU,
      'Спасибо за заказ!',
    ]);
    expect(check.steps).toContainEqual({ status: 'st_order' });
    await shop.close();
  });

  test('remembers what the CRM refused', async () => {
    const bot = smallBot();
    const shop = await openShop(tempFolder(), bot, { sandbox: { faults: { statusRefused: true } } });
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await heard(anna, 2);
    await anna.writes('2');
    await heard(anna, 4);
    const program = compileBot(bot);
    const check = checkFromRecord(await recordOf(shop.engine), program, { id: 'live', name: 'Отказ' });
    expect(check?.steps).toContainEqual({ refuse: true });
    expect(check?.steps).toContainEqual({ bot: ['Не получилось записать заказ.', MENU] });
    expect(check === null ? null : runCheck(program, check).result.passed).toBe(true);
    await shop.close();
  });
});
