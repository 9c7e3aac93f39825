import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Fault } from '../../../engine/model/fault.ts';
import type { Params } from '../../../engine/protocol.ts';
import { changeStored } from '../../../renderer/editor/changeStored.ts';
import { openDraft, type OpenDraft } from '../../../renderer/editor/openDraft.ts';
import { SaveBanner } from '../../../renderer/editor/SaveBanner.tsx';
import { saveNow } from '../../../renderer/editor/saveNow.ts';
import { undoLabel, useEditor } from '../../../renderer/editor/store.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { type ScriptedEngine, startScriptedEngine } from '../bridge/scriptedEngine.ts';
import { cakes } from './cakes.ts';

/** An engine that keeps one draft, as the real one does, and fails as it is told. */
interface Kept {
  bot: Bot;
  revision: number;
  history: NonNullable<Params<'bots.save'>['history']>;
  /** Answers instead of saving. */
  fault: Fault | null;
  /** The answer to a save is lost on its way, the save is not. */
  losesAnswers: boolean;
}
let kept: Kept;
let engine: ScriptedEngine;
let draft: OpenDraft;

beforeEach(async () => {
  kept = {
    bot: cakes(),
    revision: 1,
    history: { ids: [], undone: 0, steps: [] },
    fault: null,
    losesAnswers: false,
  };
  engine = startScriptedEngine({
    'bots.open': () => ({
      bot: kept.bot,
      revision: kept.revision,
      history: { undone: kept.history.undone, steps: kept.history.steps.map((step) => structuredClone(step)) },
    }),
    'bots.save': ({ base, bot, history }) => {
      if (kept.fault) return { fault: kept.fault };
      if (base !== kept.revision) return { fault: { code: 'changedElsewhere', revision: kept.revision } };
      const known = new Map([...kept.history.steps, ...(history?.steps ?? [])].map((step) => [step.id, step]));
      const ids = history?.ids ?? [];
      kept.bot = bot as Bot;
      kept.revision += 1;
      kept.history = { ids, undone: history?.undone ?? 0, steps: ids.flatMap((id) => known.get(id) ?? []) };
      return kept.losesAnswers ? { fault: { code: 'engineGone' } } : { revision: kept.revision };
    },
  });
  draft = await open();
});
afterEach(async () => {
  kept.fault = null;
  kept.losesAnswers = false;
  await draft.flush();
  draft.close();
  cleanup();
});

async function open(): Promise<OpenDraft> {
  const opened = await openDraft('bot_cakes', undefined, () => true);
  if (opened?.ok !== true) throw new Error('it did not open');
  return opened.value;
}

const rename = (name: string): boolean =>
  useEditor.getState().run('setNode', { flow: 'main', node: 'menu', patch: { name } });
const menuName = (bot: Bot): unknown => bot.flows[0]?.nodes.find((node) => node.id === 'menu')?.name;
const state = (): string => useEditor.getState().saveState.kind;

test('steps go to the engine once, and are there when the bot is opened again', async () => {
  rename('А');
  await draft.flush();
  useEditor.getState().flush();
  rename('Б');
  await draft.flush();
  const [first, second] = engine.paramsOf('bots.save');
  expect([first?.history?.steps.length, second?.history?.steps.length]).toEqual([1, 1]);
  expect(second?.history?.ids).toHaveLength(2);
  draft.close();
  draft = await open();
  expect(undoLabel(useEditor.getState())).toEqual({ key: 'rename', name: 'А' });
  useEditor.getState().undo();
  useEditor.getState().undo();
  expect(menuName(useEditor.getState().bot)).toBe('Меню');
});

test('a save that was done but never answered is not another one’s change', async () => {
  rename('Сохранено без ответа');
  kept.losesAnswers = true;
  await draft.flush();
  expect(state()).toBe('failed');
  kept.losesAnswers = false;
  useEditor.getState().flush();
  rename('И дальше');
  await draft.flush();
  expect(state()).toBe('saved');
  expect(menuName(kept.bot)).toBe('И дальше');
  expect(kept.history.ids).toHaveLength(2);
});

test('what could not be saved while the engine was away is saved when it is back', async () => {
  engine.become('lost');
  rename('Без движка');
  await draft.flush();
  expect(state()).toBe('failed');
  render(<SaveBanner draft={draft} />);
  // The banner over every screen says it already.
  expect(screen.queryByRole('alert')).toBeNull();
  engine.become('open');
  await waitFor(() => expect(state()).toBe('saved'));
  expect(menuName(kept.bot)).toBe('Без движка');
});

test('a full disk says what it is, and «try again» saves', async () => {
  render(<SaveBanner draft={draft} />);
  kept.fault = { code: 'diskFull' };
  rename('На полном диске');
  await act(() => draft.flush());
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Не удалось сохранить: диск заполнен. Изменения пока только в памяти.',
  );
  kept.fault = null;
  await userEvent.click(screen.getByText('Повторить'));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(menuName(kept.bot)).toBe('На полном диске');
});

test('Ctrl+S explains once that it is not needed, and never fails', async () => {
  localStorage.clear();
  render(<Toaster />);
  kept.fault = { code: 'diskFull' };
  rename('Ctrl+S');
  act(() => saveNow(draft));
  await screen.findByText(/Сохранять вручную не нужно/u);
  act(() => saveNow(draft));
  act(() => saveNow(null));
  expect(screen.getAllByText(/Сохранять вручную не нужно/u)).toHaveLength(1);
});

test('a change made beside the editor keeps the way back, and is a step itself', async () => {
  rename('В редакторе');
  await draft.flush();
  draft.close();
  const changed = await changeStored('bot_cakes', 'setBot', { patch: { name: 'Пироги' } });
  expect(changed.ok && changed.value.name).toBe('Пироги');
  draft = await open();
  expect(useEditor.getState().bot.name).toBe('Пироги');
  useEditor.getState().undo();
  useEditor.getState().undo();
  expect([useEditor.getState().bot.name, menuName(useEditor.getState().bot)]).toEqual(['Торты', 'Меню']);
});
