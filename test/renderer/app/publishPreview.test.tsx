import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../../engine/protocol.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { usePreferences } from '../../../renderer/app/preferences.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { PublishDialog } from '../../../renderer/publish/PublishDialog.tsx';
import { closePublish, openPublish } from '../../../renderer/publish/publishState.ts';
import { type ScriptedEngine, startScriptedEngine } from '../bridge/scriptedEngine.ts';

type Preview = Reply<'bots.publishPreview'>;
type Change = NonNullable<Preview['changes']>[number];
type Group = Preview['waiting'][number];

const BOT = {
  format: 1 as const,
  id: 'cakes',
  name: 'Торты',
  language: 'ru',
  flows: [{ id: 'main', name: 'Главный', main: true, nodes: [{ id: 'start', kind: 'start' }] }],
};
const change = (flow: string | null, words: string): Change => ({
  flow,
  node: null,
  field: words,
  before: null,
  after: 1,
  flowName: flow === null ? null : `Сценарий ${flow}`,
  words: { ru: words, en: `${words} in English` },
});
const group = (part: Partial<Group>): Group => ({
  flow: 'main',
  node: 'menu',
  flowName: 'Главный',
  name: { ru: 'Главное меню', en: 'Main menu' },
  people: 1,
  becomes: 'movesNow',
  why: 'same',
  ...part,
});

let engine: ScriptedEngine;
beforeEach(() => {
  engine = startScriptedEngine();
  closePublish();
  useEditor.getState().open(BOT);
});

function show(preview: Partial<Preview>) {
  engine.answer({
    'bots.publishPreview': () => ({ errors: 0, against: null, changes: [], waiting: [], total: 0, ...preview }),
  });
  openPublish('cakes');
  render(<PublishDialog />);
  return userEvent.setup();
}
const linesOf = (part: HTMLElement): string[] =>
  within(part)
    .queryAllByRole('listitem')
    .map((line) => line.textContent);

test('what changed stands under its flow, in words', async () => {
  show({
    against: { id: 12, number: 2 },
    changes: [change(null, 'Бот: название'), change('a', 'Блок «Меню»: текст'), change('b', 'Сценарий: добавлен')],
  });
  const part = await screen.findByTestId('publish-changes');
  expect(
    within(part)
      .getAllByRole('heading')
      .map((head) => head.textContent),
  ).toEqual(['3 изменения с версии 2', 'Бот в целом', 'Сценарий a', 'Сценарий b']);
  expect(linesOf(part)).toEqual(['Бот: название', 'Блок «Меню»: текст', 'Сценарий: добавлен']);
});

test('past ten the rest is folded away', async () => {
  const user = show({ changes: Array.from({ length: 12 }, (_, index) => change('a', `правка ${String(index)}`)) });
  const part = await screen.findByTestId('publish-changes');
  expect(linesOf(part)).toHaveLength(10);
  await user.click(within(part).getByRole('button', { name: 'Показать все: 12' }));
  expect(linesOf(part)).toHaveLength(12);
  await user.click(within(part).getByRole('button', { name: 'Свернуть' }));
  expect(linesOf(part)).toHaveLength(10);
});

test.each([
  [null, 'Это первая публикация.'],
  [[], 'С версии 2 ничего не изменилось.'],
])('changes %o: %s', async (changes, words) => {
  show({ changes, against: changes === null ? null : { id: 12, number: 2 } });
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByText('Никто. Все начнут с новой версии.')).toBeTruthy();
});

test.each<[Partial<Group>, string]>([
  [{ why: 'same' }, 'Следующий ответ примет новая версия.'],
  [
    { becomes: 'finishesOnOld', why: 'nodeGone' },
    'Блока больше нет. Они закончат на прежней версии, никто не потеряется.',
  ],
  [
    { becomes: 'finishesOnOld', why: 'optionsChanged' },
    'Пункты изменены. Их ответ поймёт прежняя версия, с теми пунктами, что они видели.',
  ],
  [{ becomes: 'finishesOnOld', why: 'same' }, 'Ответят и закончат на прежней версии.'],
])('who waits at a block, and what becomes of them: %o', async (part, words) => {
  show({ waiting: [group({ ...part, people: 12 })], total: 12 });
  const waiting = await screen.findByTestId('publish-waiting');
  expect(within(waiting).getByRole('heading').textContent).toBe('Кто сейчас в разговоре: 12 человек');
  expect(linesOf(waiting)).toEqual([`12 человекГлавное меню${words}`]);
});

test('who is with a person, and whom the bot asked nothing', async () => {
  const nowhere = { flow: null, node: null, flowName: null, name: null };
  show({
    waiting: [
      group({ ...nowhere, becomes: 'withPerson', why: 'noWait', people: 2 }),
      group({ ...nowhere, why: 'noWait' }),
    ],
    total: 3,
  });
  const waiting = await screen.findByTestId('publish-waiting');
  expect(linesOf(waiting)).toEqual([
    '2 человекаУ сотрудникаНичего не изменится. Новая версия начнётся, когда диалог вернут боту.',
    '1 человекБот ничего не спрашивалСледующее сообщение начнёт разговор на новой версии.',
  ]);
});

test('in English as well', async () => {
  usePreferences.setState({ language: 'en' });
  setLanguage('en');
  show({ changes: [change('a', 'edit')], waiting: [group({ people: 1 })], total: 1 });
  expect(await screen.findByText('edit in English')).toBeTruthy();
  expect(linesOf(screen.getByTestId('publish-waiting'))).toEqual([
    '1 personMain menuThe new version takes their next reply.',
  ]);
});

test('it is asked for once the draft is stored as it is on the screen', async () => {
  useEditor.getState().setSaveState({ kind: 'pending' });
  show({ changes: null });
  expect(engine.paramsOf('bots.publishPreview')).toEqual([]);
  useEditor.getState().setSaveState({ kind: 'saved', at: 1 });
  await waitFor(() => expect(engine.paramsOf('bots.publishPreview')).toEqual([{ id: 'cakes', audience: 'all' }]));
});

test('what cannot be looked at is said, and keeps nobody from publishing', async () => {
  engine.answer({ 'bots.publishPreview': () => ({ fault: { code: 'notFound', what: 'version', id: '7' } }) });
  openPublish('cakes');
  render(<PublishDialog />);
  expect(await screen.findByText(/Этого больше нет/)).toBeTruthy();
  expect(screen.getByTestId<HTMLButtonElement>('publish-confirm').disabled).toBe(false);
});
