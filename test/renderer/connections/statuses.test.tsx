import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ConnectionsScreen } from '../../../renderer/connections/ConnectionsScreen.tsx';
import { MatchStatusesButton } from '../../../renderer/connections/statuses/MatchStatusesButton.tsx';
import { botOf, connectionOf, type ScriptedEngine, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';

const BOT = {
  format: 1 as const,
  id: 'cakes',
  name: 'Торты',
  language: 'ru',
  statuses: [
    { id: 'new', name: 'Первичное касание', role: 'bot' as const },
    { id: 'op', name: 'Диалог с оператором', role: 'operator' as const },
    { id: 'order', name: 'Хочу заказать', role: 'operator' as const },
  ],
  flows: [{ id: 'main', name: 'Главный', main: true, nodes: [] }],
};

let engine: ScriptedEngine;
beforeEach(() => {
  engine = startScriptedEngine({
    'engine.status': () => statusOf({ connection: connectionOf({ kind: 'sandbox', state: 'on' }) }),
    'bots.list': () => ({
      bots: [botOf({ id: 'cakes', name: 'Торты' })],
    }),
    'bots.open': () => ({ bot: BOT, revision: 1 }),
    'statuses.links': () => ({ links: [] }),
    'statuses.preview': () => ({
      matches: [
        {
          status: 'new',
          name: 'Первичное касание',
          external: '31',
          externalName: 'Первичное касание',
          kind: 'matched',
        },
        { status: 'op', name: 'Диалог с оператором', external: '32', externalName: 'Оператор', kind: 'renamed' },
        { status: 'order', name: 'Хочу заказать', external: null, externalName: null, kind: 'onlyHere' },
        { status: null, name: 'Заказ', external: '33', externalName: 'Заказ', kind: 'onlyThere' },
      ],
    }),
    'statuses.apply': ({ links }) => ({ linked: links.length, missing: links.length < 3 ? ['order'] : [] }),
  });
});

async function preview() {
  const user = userEvent.setup();
  render(<ConnectionsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Сопоставить' }));
  await screen.findByText(/Здесь только предпросмотр/);
  return user;
}
const row = (name: string) => {
  const found = screen.getAllByRole('row').find((one) => one.querySelector('td')?.textContent === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return within(found);
};

test('the preview tells matched, renamed, only here and only there, with the external id', async () => {
  await preview();
  expect(row('Первичное касание').getByText('Совпали')).toBeTruthy();
  expect(row('Первичное касание').getByText('31')).toBeTruthy();
  expect(row('Диалог с оператором').getByText('Переименован')).toBeTruthy();
  expect(row('Хочу заказать').getByText('Только в боте')).toBeTruthy();
  expect(screen.getByText('Есть только в CRM: Заказ.')).toBeTruthy();
  expect(engine.paramsOf('statuses.apply')).toEqual([]);
});

test('cancelling changes nothing', async () => {
  const user = await preview();
  await user.click(screen.getByRole('button', { name: 'Отмена' }));
  expect(await screen.findByText('Ещё не сопоставляли.')).toBeTruthy();
  expect(engine.paramsOf('statuses.apply')).toEqual([]);
});

test('a pair chosen by hand is applied with the others; one CRM status serves one of the bot', async () => {
  const user = await preview();
  await user.click(screen.getByRole('combobox', { name: 'Пара для «Хочу заказать»' }));
  expect(screen.getByRole('option', { name: /Оператор/ }).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('option', { name: /^Заказ/ }));
  expect(row('Хочу заказать').getByText('Вручную')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Применить' }));
  await waitFor(() =>
    expect(engine.paramsOf('statuses.apply')).toEqual([
      {
        bot: 'cakes',
        links: [
          { status: 'new', external: '31' },
          { status: 'op', external: '32' },
          { status: 'order', external: '33' },
        ],
      },
    ]),
  );
});

test('a pair can be undone by hand', async () => {
  const user = await preview();
  await user.click(screen.getByRole('combobox', { name: 'Пара для «Диалог с оператором»' }));
  await user.click(screen.getByRole('option', { name: 'Не связывать' }));
  await user.click(screen.getByRole('button', { name: 'Применить' }));
  await waitFor(() => expect(engine.paramsOf('statuses.apply')[0]?.links).toEqual([{ status: 'new', external: '31' }]));
});

test('what would change is counted, by hand too', async () => {
  engine.answer({
    'statuses.links': () => ({ links: [{ status: 'new', external: '31', name: 'Первичное касание' }] }),
  });
  const user = await preview();
  expect(screen.getByText('Изменится 1 связь.')).toBeTruthy();
  await user.click(screen.getByRole('combobox', { name: 'Пара для «Диалог с оператором»' }));
  await user.click(screen.getByRole('option', { name: 'Не связывать' }));
  expect(screen.getByText('Менять нечего: всё уже связано так.')).toBeTruthy();
});

test('a live bot that uses a status without a pair says so', async () => {
  engine.answer({
    'engine.status': () =>
      statusOf({
        connection: connectionOf({ kind: 'sandbox', state: 'on' }),
        live: { bot: 'cakes', name: 'Торты', version: 1, number: 1 },
        statusesLinked: { linked: 2, total: 3, missing: ['Хочу заказать'] },
      }),
  });
  engine.become('open');
  render(<ConnectionsScreen />);
  expect(await screen.findByText(/Работающий бот использует статусы, у которых нет пары: Хочу заказать/u)).toBeTruthy();
});

test('the bot’s own settings open the same, with its preview and a way out', async () => {
  const user = userEvent.setup();
  render(<MatchStatusesButton bot="cakes" />);
  await user.click(await screen.findByRole('button', { name: 'Сопоставить с CRM' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Статусы' }));
  await user.click(await dialog.findByRole('button', { name: 'Сопоставить' }));
  expect(await dialog.findByText('Переименован')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Закрыть' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(engine.paramsOf('statuses.apply')).toEqual([]);
});
