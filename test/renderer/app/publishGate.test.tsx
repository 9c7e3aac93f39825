import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../../engine/check/problem.ts';
import { problemWords } from '../../../engine/check/problemWords.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { PublishButton } from '../../../renderer/publish/PublishButton.tsx';
import { PublishDialog } from '../../../renderer/publish/PublishDialog.tsx';
import { closePublish } from '../../../renderer/publish/publishState.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { useToasts } from '../../../renderer/ui/toast.ts';
import { connectionOf, type ScriptedEngine, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';

const BOT = {
  format: 1 as const,
  id: 'cakes',
  name: 'Торты',
  language: 'ru',
  flows: [
    {
      id: 'main',
      name: 'Главный',
      main: true,
      nodes: [
        { id: 'start', kind: 'start', exits: { next: 'hello' } },
        { id: 'hello', kind: 'message', name: 'Привет' },
      ],
    },
  ],
};

const DANGLING: Problem = {
  code: 'E-OUT',
  level: 'error',
  flow: 'main',
  node: 'hello',
  exit: 'next',
  facts: { exit: 'next' },
};
const SIMILAR: Problem = { ...DANGLING, level: 'warning' };

let engine: ScriptedEngine;
beforeEach(() => {
  engine = startScriptedEngine({
    'engine.status': () => statusOf({ connection: connectionOf({ kind: 'sandbox', state: 'on' }) }),
    'bots.publish': ({ note }) => ({
      version: { id: 13, number: 3, note: note ?? '', publishedAt: 0 },
      waiting: 2,
    }),
  });
  closePublish();
  useToasts.setState({ items: [] });
  useEditor.getState().open(BOT);
});

function show(problems: readonly Problem[]) {
  useEditor.getState().setProblems(problems);
  render(
    <div>
      <PublishButton bot="cakes" />
      <PublishDialog />
      <Toaster />
    </div>,
  );
  return userEvent.setup();
}

describe('with an error in the flow', () => {
  test('it can’t be published, and the dialog says why in the words of Problems', async () => {
    const user = show([DANGLING]);
    await user.click(screen.getByTestId('publish'));
    expect(screen.getByText(problemWords(DANGLING, 'ru'))).toBeTruthy();
    expect(screen.getByText(/1 ошибка не даёт опубликовать/)).toBeTruthy();
    expect(screen.getByTestId<HTMLButtonElement>('publish-confirm').disabled).toBe(true);
    await user.type(screen.getByRole('textbox', { name: 'Что изменилось' }), 'цены{Control>}{Enter}{/Control}');
    expect(engine.paramsOf('bots.publish')).toEqual([]);
  });

  test('«go to» closes the dialog and selects the block', async () => {
    const user = show([DANGLING]);
    await user.click(screen.getByTestId('publish'));
    await user.click(screen.getByRole('button', { name: /^Перейти/ }));
    await waitFor(() => expect(useEditor.getState().selection.nodes).toEqual(['hello']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('warnings are shown and let it pass', async () => {
  const user = show([SIMILAR]);
  await user.click(screen.getByTestId('publish'));
  expect(screen.getByText(/1 предупреждение/)).toBeTruthy();
  await user.click(screen.getByTestId('publish-confirm'));
  await waitFor(() => expect(engine.paramsOf('bots.publish')).toEqual([{ id: 'cakes' }]));
});

test('publishing tells the version and who finishes on the one before', async () => {
  const user = show([]);
  await user.click(screen.getByTestId('publish'));
  expect(screen.getByText('Проблем нет.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Что изменилось' }), 'новые цены');
  await user.click(screen.getByTestId('publish-confirm'));
  expect(await screen.findByText('Версия 3 работает. 2 человека в разговоре закончат на прежней.')).toBeTruthy();
  expect(engine.paramsOf('bots.publish')).toEqual([{ id: 'cakes', note: 'новые цены' }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what is not saved yet is saved first', async () => {
  const user = show([]);
  useEditor.getState().setSaveState({ kind: 'pending' });
  await user.click(screen.getByTestId('publish'));
  await user.click(screen.getByTestId('publish-confirm'));
  expect(engine.paramsOf('bots.publish')).toEqual([]);
  useEditor.getState().setSaveState({ kind: 'saved', at: 1 });
  await waitFor(() => expect(engine.paramsOf('bots.publish')).toHaveLength(1));
});

test('a draft that could not be saved is not published', async () => {
  const user = show([]);
  await user.click(screen.getByTestId('publish'));
  useEditor.getState().setSaveState({ kind: 'failed', fault: { code: 'diskFull' } });
  await user.click(screen.getByTestId('publish-confirm'));
  expect(await screen.findByText(/диск заполнен/)).toBeTruthy();
  expect(engine.paramsOf('bots.publish')).toEqual([]);
});

test('a refusal of the engine stays in the dialog, with the note', async () => {
  engine.answer({ 'bots.publish': () => ({ fault: { code: 'publishBlocked', errors: 2 } }) });
  const user = show([]);
  await user.click(screen.getByTestId('publish'));
  await user.type(screen.getByRole('textbox', { name: 'Что изменилось' }), 'проба');
  await user.click(screen.getByTestId('publish-confirm'));
  expect(await screen.findByText(/Публиковать рано: ошибок — 2/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Что изменилось' }).value).toBe('проба');
});

test('an older version comes back in two clicks', async () => {
  engine.answer({
    'bots.list': () => ({
      bots: [
        {
          id: 'cakes',
          name: 'Торты',
          revision: 1,
          updatedAt: 0,
          live: 2,
          published: 2,
          errors: 0,
          problems: 0,
          broken: null,
        },
      ],
    }),
    'bots.versions': () => ({
      versions: [
        { id: 11, number: 1, note: 'первая', publishedAt: 0 },
        { id: 12, number: 2, note: '', publishedAt: 1 },
      ],
    }),
    'bots.rollback': () => ({ version: { id: 13, number: 3, note: '', publishedAt: 2 } }),
  });
  engine.push({ push: 'bots' });
  const user = show([]);
  await user.click(screen.getByTestId('publish'));
  await user.click(screen.getByRole('tab', { name: 'Версии' }));
  const first = await screen.findByTestId('version-1');
  await waitFor(() => expect(within(screen.getByTestId('version-2')).getByText('Работает')).toBeTruthy());
  await user.click(within(first).getByRole('button', { name: 'Вернуть версию 1' }));
  expect(engine.paramsOf('bots.rollback')).toEqual([]);
  await user.click(within(first).getByRole('button', { name: 'Вернуть её клиентам' }));
  expect(await screen.findByText('Версия 3 работает: это копия версии 1.')).toBeTruthy();
  expect(engine.paramsOf('bots.rollback')).toEqual([{ id: 'cakes', version: 11 }]);
});
