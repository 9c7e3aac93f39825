import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { EngineBanner } from '../../../renderer/app/EngineBanner.tsx';
import { DataSettings } from '../../../renderer/settings/DataSettings.tsx';
import { sizeOf } from '../../../renderer/settings/sizeOf.ts';
import { copyOf } from '../../../renderer/copy/i18n.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { type Answers, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';

const MB = 1024 * 1024;
const view = (part: object = {}) => ({
  folder: '/data',
  disk: { free: 40_000 * MB, database: 3 * MB, low: false, full: false },
  backups: [
    {
      name: 'daily-20261122T041200Z.sqlite',
      kind: 'daily' as const,
      at: Date.parse('2026-11-22T04:12:00Z'),
      bytes: 2.5 * MB,
    },
  ],
  dailyKept: 7,
  failed: null,
  keepDays: 90,
  ...part,
});

function open(answers: Answers = {}) {
  const engine = startScriptedEngine({ 'data.view': () => view(), ...answers });
  render(
    <>
      <DataSettings />
      <Toaster />
    </>,
  );
  return engine;
}

test('the last copy is shown, and one is made at once', async () => {
  let made = false;
  const engine = open({
    'data.view': () => view(made ? { backups: [] } : {}),
    'data.backUp': () => {
      made = true;
      return { backup: { name: 'manual-x.sqlite', kind: 'manual' as const, at: 1, bytes: 1 } };
    },
  });
  expect(await screen.findByText(/22 нояб\. 2026.*2,5 МБ/u)).toBeTruthy();
  expect(screen.getByText(/хранятся 7 последних/u)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Сделать копию сейчас' }));
  expect(await screen.findByText('Копия готова и проверена.')).toBeTruthy();
  expect(engine.paramsOf('data.backUp')).toHaveLength(1);
  expect(await screen.findByText(/Копий ещё нет/u)).toBeTruthy();
});

test('a copy that could not be made says why', async () => {
  open({ 'data.view': () => view({ failed: { code: 'diskFull' } }) });
  expect(await screen.findByText(/диск заполнен/u)).toBeTruthy();
});

test('how long messages stay is chosen from a list', async () => {
  const engine = open({ 'data.setKeepDays': () => ({}) });
  await userEvent.click(await screen.findByRole('combobox'));
  await userEvent.click(screen.getByRole('option', { name: '365 дней' }));
  await waitFor(() => expect(engine.paramsOf('data.setKeepDays')).toEqual([{ days: 365 }]));
});

test('a customer is looked for, shown, and erased only after a question', async () => {
  const found = [{ lead: '4411', name: 'Анна', channel: 'whatsapp', updatedAt: null }];
  const engine = open({
    'customers.find': ({ customer }) => ({
      customers: 'phone' in customer && customer.phone.startsWith('+7') ? found : [],
    }),
    'customers.erase': () => ({ rows: 12, backups: 1, backupsLeft: [], rewritten: true }),
  });
  const field = await screen.findByLabelText('Телефон или номер обращения');
  await userEvent.type(field, '555{Enter}');
  expect(await screen.findByText('Такого клиента здесь нет.')).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, '+7 926 123-45-67');
  await userEvent.click(screen.getByRole('button', { name: 'Найти' }));
  expect(await screen.findByText('Анна')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Удалить навсегда…' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/Пропадёт 1 диалог/u)).toBeTruthy();
  expect(engine.paramsOf('customers.erase')).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Удалить навсегда' }));
  await waitFor(() => expect(engine.paramsOf('customers.erase')).toEqual([{ leads: ['4411'] }]));
  expect(await screen.findByText(/Клиент удалён, в том числе/u)).toBeTruthy();
  expect(screen.queryByText('Анна')).toBeNull();
});

test('copies that could not be cleaned are named', async () => {
  open({
    'customers.find': () => ({ customers: [{ lead: '1', name: '', channel: '', updatedAt: null }] }),
    'customers.erase': () => ({ rows: 1, backups: 0, backupsLeft: ['old.sqlite'], rewritten: true }),
  });
  await userEvent.type(await screen.findByLabelText('Телефон или номер обращения'), '79261234567{Enter}');
  expect(await screen.findByText('Без имени')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Удалить навсегда…' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Удалить навсегда' }));
  expect(await screen.findByText(/old\.sqlite/u)).toBeTruthy();
});

test('a full disk is told over every screen', async () => {
  const full = { free: 0, database: 1, low: true, full: true };
  startScriptedEngine({ 'engine.status': () => ({ ...statusOf(), disk: full }) });
  render(<EngineBanner />);
  expect(await screen.findByText(/Диск заполнен: новые сообщения не принимаются/u)).toBeTruthy();
});

test('sizes are written as people read them', () => {
  const t = copyOf('settings', 'ru');
  expect([340 * 1024, 1.25 * MB, 40_000 * MB].map((bytes) => sizeOf(bytes, t))).toEqual(['340 КБ', '1,3 МБ', '39 ГБ']);
});
