import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../../engine/check/problem.ts';
import { problemWords } from '../../../engine/check/problemWords.ts';
import { useEngine } from '../../../renderer/app/engine.ts';
import { navigate } from '../../../renderer/app/route.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { PublishButton } from '../../../renderer/publish/PublishButton.tsx';
import { PublishDialog } from '../../../renderer/publish/PublishDialog.tsx';
import { VersionBar } from '../../../renderer/publish/VersionBar.tsx';
import { closePublish, usePublish } from '../../../renderer/publish/publishState.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { useToasts } from '../../../renderer/ui/toast.ts';
import { botOf, connectionOf, type ScriptedEngine, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';

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

const NOBODY = { everyone: false, mayBeEveryone: false, contacts: [], word: null };

let engine: ScriptedEngine;
beforeEach(() => {
  engine = startScriptedEngine({
    'engine.status': () => statusOf({ connection: connectionOf({ kind: 'sandbox', state: 'on' }) }),
    'bots.publish': ({ note }) => ({
      version: { id: 13, number: 3, note: note ?? '', publishedAt: 0, audience: 'all' as const },
      waiting: 2,
      before: { all: { bot: 'cakes', name: 'Торты', version: 12, number: 2 }, test: null },
    }),
  });
  closePublish();
  usePublish.setState({ rollback: null, check: null, comparing: null, tab: 'publish' });
  useToasts.setState({ items: [] });
  navigate({ screen: 'flow', bot: 'cakes' });
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
    await user.type(screen.getByRole('textbox', { name: 'Название версии' }), 'цены{Control>}{Enter}{/Control}');
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
  await waitFor(() => expect(engine.paramsOf('bots.publish')).toEqual([{ id: 'cakes', audience: 'all' }]));
});

test('publishing tells the version and who finishes on the one before', async () => {
  const user = show([]);
  await user.click(screen.getByTestId('publish'));
  expect(screen.getByText('Проблем нет.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Название версии' }), 'новые цены');
  await user.click(screen.getByTestId('publish-confirm'));
  expect(await screen.findByText('Версия 3 работает. 2 человека в разговоре закончат на версии 2.')).toBeTruthy();
  expect(engine.paramsOf('bots.publish')).toEqual([{ id: 'cakes', audience: 'all', note: 'новые цены' }]);
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
  await user.type(screen.getByRole('textbox', { name: 'Название версии' }), 'проба');
  await user.click(screen.getByTestId('publish-confirm'));
  expect(await screen.findByText(/Публиковать рано: ошибок — 2/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Название версии' }).value).toBe('проба');
});

describe('with an older version', () => {
  const version = (number: number, note = '') => ({
    id: 10 + number,
    number,
    note,
    publishedAt: number,
    audience: 'all' as const,
  });
  beforeEach(() => {
    engine.answer({
      'bots.list': () => ({ bots: [botOf({ live: 2, published: 2, audience: 'all' })] }),
      'bots.versions': () => ({ versions: [version(1, 'первая'), version(2)] }),
      'bots.version': () => ({ bot: { ...BOT, name: 'Торты прежние' } }),
      'bots.rollback': () => ({ version: version(1), waiting: 2 }),
    });
    engine.push({ push: 'bots' });
  });

  test('it comes back in two clicks, the very one', async () => {
    const user = show([]);
    await user.click(screen.getByTestId('publish'));
    await user.click(screen.getByRole('tab', { name: 'Версии' }));
    const first = await screen.findByTestId('version-1');
    await waitFor(() => expect(within(screen.getByTestId('version-2')).getByText('Работает')).toBeTruthy());
    await user.click(within(first).getByRole('button', { name: 'Откатить к версии 1' }));
    const dialog = await screen.findByRole('dialog', { name: 'Откатить к версии 1' });
    expect(within(dialog).getByText(/её получат все клиенты/)).toBeTruthy();
    await waitFor(() =>
      expect(engine.paramsOf('bots.publishPreview').at(-1)).toEqual({ id: 'cakes', version: 11, audience: 'all' }),
    );
    expect(engine.paramsOf('bots.rollback')).toEqual([]);
    await user.click(within(dialog).getByTestId('rollback-confirm'));
    expect(
      await screen.findByText('Версия 1 снова работает. 2 человека закончат разговор на той, что была.'),
    ).toBeTruthy();
    expect(engine.paramsOf('bots.rollback')).toEqual([{ id: 'cakes', version: 11 }]);
  });

  test('it can be looked at, and becomes the draft in one step that undo takes back', async () => {
    const user = show([]);
    render(<VersionBar />);
    await user.click(screen.getByTestId('publish'));
    await user.click(screen.getByRole('tab', { name: 'Версии' }));
    await user.click(await screen.findByRole('button', { name: 'Посмотреть версию 1' }));
    const bar = await screen.findByTestId('version-bar');
    expect(within(bar).getByText(/^Версия 1 от /)).toBeTruthy();
    expect(useEditor.getState()).toMatchObject({ readOnly: true, bot: { name: 'Торты прежние' } });
    expect(useEditor.getState().run('renameFlow', { flow: 'main', name: 'x' })).toBe(false);
    await user.click(within(bar).getByTestId('version-close'));
    expect(useEditor.getState()).toMatchObject({ readOnly: false, bot: { name: 'Торты' } });

    await user.click(screen.getByTestId('publish'));
    await user.click(screen.getByRole('tab', { name: 'Версии' }));
    await user.click(await screen.findByRole('button', { name: 'Посмотреть версию 1' }));
    await user.click(await screen.findByTestId('version-restore'));
    expect(screen.queryByTestId('version-bar')).toBeNull();
    expect(useEditor.getState()).toMatchObject({ readOnly: false, bot: { id: 'cakes', name: 'Торты прежние' } });
    expect(useEditor.getState().undo()).toEqual({ key: 'restoreVersion', name: '1' });
    expect(useEditor.getState().bot).toEqual(BOT);
  });
});

describe('a publication', () => {
  test('is for test contacts the first time, and is taken back from where it is told', async () => {
    engine.answer({
      'bots.list': () => ({ bots: [botOf({ audience: 'test' })] }),
      'bots.publish': () => ({
        version: { id: 11, number: 1, note: '', publishedAt: 0, audience: 'test' as const },
        waiting: 0,
        before: { all: null, test: null },
      }),
      'bots.restoreLive': () => ({}),
    });
    engine.push({ push: 'bots' });
    const user = show([]);
    await user.click(screen.getByTestId('publish'));
    await waitFor(() => expect(screen.getByTestId('audience-test').getAttribute('aria-checked')).toBe('true'));
    await user.click(screen.getByTestId('publish-confirm'));
    expect(await screen.findByText('Версия 1 на тесте: её видят только тестовые контакты.')).toBeTruthy();
    expect(engine.paramsOf('bots.publish')).toEqual([{ id: 'cakes', audience: 'test' }]);
    await user.click(screen.getByRole('button', { name: 'Откатить' }));
    await user.click(await screen.findByTestId('rollback-confirm'));
    expect(await screen.findByText('Публикация отменена.')).toBeTruthy();
    expect(engine.paramsOf('bots.restoreLive')).toEqual([{ all: null, test: null }]);
  });

  test('for test contacts waits for the first of them', async () => {
    engine.answer({
      'bots.list': () => ({ bots: [botOf({ audience: 'test' })] }),
      'engine.status': () => statusOf({ connection: connectionOf({ kind: 'umnico', state: 'on', account: '7' }) }),
      'testers.list': () => ({ testers: NOBODY }),
      'testers.change': () => ({ testers: { ...NOBODY, contacts: [{ id: 'c', name: '', login: '79991234567' }] } }),
    });
    engine.push({ push: 'bots' });
    engine.push({ push: 'status', status: statusOf({ connection: connectionOf({ kind: 'umnico', account: '7' }) }) });
    const user = show([]);
    await user.click(screen.getByTestId('publish'));
    expect(await screen.findByText('Добавьте хотя бы один тестовый контакт.')).toBeTruthy();
    expect(screen.getByTestId<HTMLButtonElement>('publish-confirm').disabled).toBe(true);
    await user.type(screen.getByRole('textbox', { name: 'Телефон или ник' }), '+7 999 123-45-67{Enter}');
    expect(await screen.findByText('79991234567')).toBeTruthy();
    expect(engine.paramsOf('testers.change')).toEqual([{ op: 'addLogin', login: '+7 999 123-45-67' }]);
    expect(screen.getByTestId<HTMLButtonElement>('publish-confirm').disabled).toBe(false);
    expect(engine.paramsOf('bots.publish')).toEqual([]);
  });

  test('plays the bot’s checks first and shows the one that fails', async () => {
    useEditor.getState().open({
      ...BOT,
      checks: [{ id: 'hello', name: 'Приветствие', steps: [{ customer: 'привет' }, { bot: 'Доброе утро' }] }],
    });
    const user = show([]);
    await user.click(screen.getByTestId('publish'));
    expect(await screen.findByText(/^Прошли 0 из 1/)).toBeTruthy();
    expect(screen.getByTestId<HTMLButtonElement>('publish-confirm').disabled).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Открыть проверку «Приветствие»' }));
    expect(await screen.findByRole('dialog', { name: 'Проверки бота' })).toBeTruthy();
    expect(screen.getByText('Не прошла')).toBeTruthy();
  });
});

test('while the engine is gone nothing is published, and the button says why', async () => {
  const user = show([]);
  const button = screen.getByTestId('publish');
  expect(button.getAttribute('aria-disabled')).toBeNull();
  act(() => useEngine.setState({ link: 'lost', lostAt: 1 }));
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await user.click(button);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/^Нет связи с движком\. Опубликовать можно будет/u)).toBeTruthy();

  act(() => useEngine.setState({ link: 'open', lostAt: null }));
  await user.click(button);
  act(() => useEngine.setState({ link: 'lost', lostAt: 1 }));
  expect(screen.getByTestId('publish-confirm').getAttribute('aria-disabled')).toBe('true');
  await user.type(screen.getByRole('textbox', { name: 'Название версии' }), 'цены{Control>}{Enter}{/Control}');
  expect(engine.paramsOf('bots.publish')).toEqual([]);
});
