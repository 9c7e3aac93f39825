import { describe, expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import type { DraftStep } from '../../engine/protocol/draftHistory.ts';
import type { Method, Params, Reply } from '../../engine/protocol.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import type { Result } from '../../engine/model/result.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { reopenEngine, unwrap } from './liveShop.ts';
import { smallBot } from './smallBot.ts';

function windowOn(engine: Engine) {
  const handlers = createApi(engine);
  /** As it comes over the wire: plain JSON, or nothing. */
  const ask = async <M extends Method>(method: M, params: Params<M>): Promise<Result<Reply<M>>> =>
    (await callApi(handlers, method, JSON.parse(JSON.stringify(params)))) as Result<Reply<M>>;
  return ask;
}

const step = (id: string, is: string): DraftStep => ({
  id,
  label: { key: 'settings' },
  touched: { flow: 'main', nodes: [] },
  at: 1,
  patch: { keys: { name: { was: 'Малый', is } } },
});

describe('a draft and its steps of undo', () => {
  test('are given back together by the next start of the engine', async () => {
    const folder = tempFolder();
    const engine = await reopenEngine(folder);
    const ask = windowOn(engine);
    const bot = smallBot();
    const { id } = unwrap(await ask('bots.import', { text: writeBot(bot) }));
    const { revision, history } = unwrap(await ask('bots.open', { id, history: true }));
    expect(history).toEqual({ steps: [], undone: 0 });
    const saved = unwrap(
      await ask('bots.save', {
        id,
        base: revision,
        bot,
        history: { ids: ['a', 'b'], undone: 1, steps: [step('a', 'А'), step('b', 'Б')] },
      }),
    );
    await engine.close();

    const again = await reopenEngine(folder);
    const other = windowOn(again);
    const opened = unwrap(await other('bots.open', { id, history: true }));
    expect(opened.history).toEqual({ steps: [step('a', 'А'), step('b', 'Б')], undone: 1 });
    expect(unwrap(await other('bots.open', { id })).history).toBeUndefined();
    // A refused save leaves the draft and its steps as they were.
    const late = await other('bots.save', { id, base: revision, bot, history: { ids: [], undone: 0, steps: [] } });
    expect(late).toEqual({ ok: false, fault: { code: 'changedElsewhere', revision: saved.revision } });
    expect(unwrap(await other('bots.open', { id, history: true })).history?.steps).toHaveLength(2);
    // Saved by another way (a program without undo), the draft is not what the steps led to.
    unwrap(await other('bots.save', { id, base: saved.revision, bot }));
    expect(unwrap(await other('bots.open', { id, history: true })).history).toEqual({ steps: [], undone: 0 });
    await again.close();
  });

  test('steps that can’t be read cost the history, not the draft', async () => {
    const engine = await reopenEngine(tempFolder());
    const ask = windowOn(engine);
    const { id } = unwrap(await ask('bots.import', { text: writeBot(smallBot()) }));
    for (const body of ['{', '{"id":"a","patch":{"by":"nobody"}}']) {
      unwrap(
        await engine.store.write((writer) => {
          writer.putDraftSteps(id, 1, { list: [{ id: 'a', body }], undone: 0 });
        }),
      );
      const opened = unwrap(await ask('bots.open', { id, history: true }));
      expect(opened.history).toEqual({ steps: [], undone: 0 });
      expect(opened.bot.name).toBe(smallBot().name);
    }
    await engine.close();
  });
});

describe('a file of a newer format', () => {
  const text = (change: object = {}): string =>
    JSON.stringify({ ...smallBot(), format: 7, glow: { strength: 3 }, ...change });

  test('is kept to the letter, shown as far as it is understood, and never written over', async () => {
    const engine = await reopenEngine(tempFolder());
    const ask = windowOn(engine);
    const { id } = unwrap(await ask('bots.import', { text: text() }));
    const opened = unwrap(await ask('bots.open', { id, history: true }));
    expect(opened.newer).toEqual({ format: 7, supported: 1 });
    expect(opened.bot.flows).toEqual(smallBot().flows);
    const refused = { ok: false, fault: { code: 'formatNewer', format: 7, supported: 1 } };
    expect(await ask('bots.save', { id, base: 1, bot: opened.bot })).toEqual(refused);
    expect(await ask('bots.publish', { id })).toMatchObject(refused);
    expect(JSON.parse(unwrap(await ask('bots.export', { id })).text)).toEqual(JSON.parse(text()));
    expect(unwrap(await ask('bots.list', {})).bots).toHaveLength(1);
    const copy = unwrap(await ask('bots.duplicate', { id }));
    expect(unwrap(await ask('bots.open', { id: copy.id })).bot).toMatchObject({ format: 1, glow: { strength: 3 } });
    await engine.close();
  });

  test('that is too different to be shown is refused with a clear word', async () => {
    const engine = await reopenEngine(tempFolder());
    const ask = windowOn(engine);
    const refused = { ok: false, fault: { code: 'formatNewer', format: 7, supported: 1 } };
    expect(await ask('bots.import', { text: text({ flows: { main: {} } }) })).toEqual(refused);
    expect(unwrap(await ask('bots.list', {})).bots).toEqual([]);
    await engine.close();
  });
});
