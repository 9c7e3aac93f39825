import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { FlowSwitcher } from '../../../renderer/editor/FlowSwitcher.tsx';
import { useEditor } from '../../../renderer/editor/store.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { useToasts } from '../../../renderer/ui/toast.ts';
import { cakes } from './cakes.ts';

beforeEach(() => {
  setLanguage('ru');
  useToasts.setState({ items: [] });
  useEditor.getState().open(cakes());
});

async function openMenu() {
  render(
    <>
      <FlowSwitcher />
      <Toaster />
    </>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByTestId('flow-switcher'));
  return user;
}

const flows = () => useEditor.getState().bot.flows.map(({ name }) => name);

test('a flow deleted by mistake is back by the button that the message about it brings', async () => {
  useEditor.getState().openFlow('extra');
  const before = useEditor.getState().bot;
  const user = await openMenu();
  await user.click(screen.getByRole('menuitem', { name: 'Удалить сценарий' }));
  expect(flows()).toEqual(['Главный']);
  expect(screen.getByText('Сценарий «Второй» удалён.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Отменить' }));
  expect(useEditor.getState().bot).toEqual(before);
});

test('the main flow is marked, unless its name says so', async () => {
  const user = await openMenu();
  expect(screen.getByText('Второй')).toBeTruthy();
  expect(screen.queryByText(/· главный/u)).toBeNull();
  await user.keyboard('{Escape}');
  useEditor.getState().run('renameFlow', { flow: 'main', name: 'Заказы' });
  await user.click(screen.getByTestId('flow-switcher'));
  expect(screen.getByText('Заказы · главный')).toBeTruthy();
});
