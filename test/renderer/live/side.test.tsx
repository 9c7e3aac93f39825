import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { LiveSession } from '../../../engine/protocol/liveViews.ts';
import type { Reply } from '../../../engine/protocol.ts';
import { useRoute } from '../../../renderer/app/route.ts';
import { LiveScreen } from '../../../renderer/live/LiveScreen.tsx';
import { setSideOpen } from '../../../renderer/live/side/sideOpen.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { type ScriptedEngine, sessionOf, startScriptedEngine } from '../bridge/scriptedEngine.ts';

const BOT = {
  format: 1 as const,
  id: 'cakes',
  name: 'Торты',
  language: 'ru',
  statuses: [{ id: 'op', name: 'Диалог с оператором', role: 'operator' as const }],
  variables: [{ id: 'phone', label: 'Телефон', type: 'text' as const }],
  flows: [{ id: 'main', name: 'Главный', main: true, nodes: [{ id: 'menu', kind: 'menu', name: 'Главное меню' }] }],
};
const LONG = 'очень '.repeat(200);

let engine: ScriptedEngine;
let session: LiveSession;
let details: Reply<'live.details'>;
beforeEach(() => {
  setSideOpen(null);
  session = sessionOf({ owner: 'human', reason: 'app', status: 'op', node: 'menu' });
  details = {
    place: { flow: 'main', node: 'menu' },
    bot: 'cakes',
    version: { id: 7, number: 3, note: '', publishedAt: 1 },
    variables: [
      { id: 'phone', value: '+7 900 000-00-01' },
      { id: 'wish', value: LONG },
      { id: 'list', value: ['торт', 'свечи'] },
      { id: 'agreed', value: true },
    ],
    tags: ['vip'],
    goals: ['Заказ'],
  };
  const event = { type: 'managerMessage' as const, at: 3, seed: 1, text: 'Добрый день', name: 'Анна' };
  engine = startScriptedEngine({
    'live.list': () => ({ sessions: [session], total: 1 }),
    'live.open': () => ({
      session,
      turns: [{ id: 3, at: 3, version: 7, event, entries: [], effects: [] }],
      deliveries: [],
      bot: BOT,
    }),
    'live.details': () => details,
    'bots.version': () => ({ bot: BOT }),
  });
});

async function openSide() {
  render(
    <>
      <LiveScreen lead="101" />
      <Toaster />
    </>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Показать сведения о диалоге' }));
  const side = within(screen.getByRole('complementary', { name: 'О диалоге' }));
  expect((await side.findByTestId('conv-block')).textContent).toBe('Главное меню');
  return { user, side };
}

test('beside the messages stands who leads, in what status, what the bot has learnt and where it is', async () => {
  const { side } = await openSide();
  expect(side.getByText('Диалог с оператором')).toBeTruthy();
  expect(side.getByText('Отвечает сотрудник, бот молчит')).toBeTruthy();
  expect(side.getByText('Сотрудник (Анна)')).toBeTruthy();
  expect(side.getAllByRole('term').map((term) => term.textContent)).toEqual([
    'Статус',
    'Кто ведёт',
    'Телефон',
    'wish',
    'list',
    'agreed',
  ]);
  expect(side.getByText('торт, свечи')).toBeTruthy();
  expect(side.getByText('да')).toBeTruthy();
  for (const word of ['vip', 'Заказ']) expect(side.getByText(word)).toBeTruthy();
});

test('a value is copied whole, however long', async () => {
  const { user, side } = await openSide();
  await user.click(side.getByRole('button', { name: 'Скопировать «wish»' }));
  expect(await screen.findByText('Скопировано')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(LONG);
});

test('it is read anew when the conversation moves; what is not there is said or left out', async () => {
  const { side } = await openSide();
  details = { ...details, place: null, variables: [], tags: [], goals: [] };
  act(() => engine.push({ push: 'session', session: { ...session, status: null } }));
  expect(await side.findByText('Бот пока ничего не запомнил')).toBeTruthy();
  expect(side.getByText('Бот сейчас ничего не ждёт')).toBeTruthy();
  expect(side.getByText('не известен')).toBeTruthy();
  expect(side.queryByText('Теги от бота')).toBeNull();
  expect(side.queryByText('Достигнутые цели')).toBeNull();
});

test('closed it stays closed with the next conversation; that it cannot be read is said', async () => {
  const { user, side } = await openSide();
  engine.answer({ 'live.details': () => ({ fault: { code: 'internal', id: 'm1' } }) });
  act(() => engine.push({ push: 'session', session: { ...session, lastText: 'ещё' } }));
  expect(await side.findByText(/m1/u)).toBeTruthy();
  await user.click(side.getByRole('button', { name: 'Скрыть сведения о диалоге' }));
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('the block is shown on the canvas of the version the conversation stays on', async () => {
  const { user, side } = await openSide();
  await user.click(side.getByRole('button', { name: 'Показать на холсте' }));
  expect(engine.paramsOf('bots.version')).toEqual([{ version: 7 }]);
  await act(() => Promise.resolve());
  expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'cakes' });
});

test('the block stands in the middle of a small canvas', async () => {
  const { side } = await openSide();
  expect(side.getByTestId('conv-mini').querySelector('[data-current]')?.textContent).toBe('Главное меню');
});

test('what happened is listed with its time, and an event leads to its place in the conversation', async () => {
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = scrolled;
  const { user, side } = await openSide();
  await user.click(side.getByRole('button', { name: /^Ответил сотрудник: Анна/u }));
  const log = screen.getByRole('log');
  expect(scrolled.mock.contexts).toEqual([log.querySelector('[data-found]')]);
  expect(log.querySelector('[data-found]')?.textContent).toContain('Добрый день');
  expect(document.activeElement).toBe(log.querySelector('[data-found]'));
  await user.click(log);
  expect(log.querySelector('[data-found]')).toBeNull();
});
