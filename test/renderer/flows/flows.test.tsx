import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { TEMPLATE_NAMES } from '../../../engine/flow/templates/templateBot.ts';
import { useRoute } from '../../../renderer/app/route.ts';
import { flowsCopy } from '../../../renderer/copy/flows.ts';
import { FlowsScreen } from '../../../renderer/flows/FlowsScreen.tsx';
import { useHiddenBots } from '../../../renderer/flows/hiddenBots.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { dropToast, useToasts } from '../../../renderer/ui/toast.ts';
import { connectionOf, type ScriptedEngine, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';
import { ActionKeys } from '../../support/ActionKeys.tsx';

const CAKES = { id: 'cakes', name: 'Торты', revision: 4, updatedAt: 0, live: null, published: 0, errors: 0 };
const SHOP = { ...CAKES, id: 'shop', name: 'Магазин', live: 2, published: 2, errors: 5 };

let engine: ScriptedEngine;
let bots: (typeof CAKES | typeof SHOP)[];
beforeEach(() => {
  bots = [CAKES, SHOP];
  useHiddenBots.setState({ ids: new Set() });
  useToasts.setState({ items: [] });
  engine = startScriptedEngine({
    'engine.status': () => statusOf({ connection: connectionOf({ kind: 'sandbox', state: 'on' }) }),
    'bots.list': () => ({ bots }),
    'bots.create': ({ template }) => ({ id: `new-${template}` }),
    'bots.delete': ({ id }) => {
      bots = bots.filter((bot) => bot.id !== id);
      return {};
    },
  });
});

function open() {
  render(
    <ActionKeys>
      <FlowsScreen />
      <Toaster />
    </ActionKeys>,
  );
  return userEvent.setup();
}
const row = (id: string) => within(screen.getByTestId(`bot-row-${id}`));

describe('a person without a bot', () => {
  test('is welcomed, and one press opens the example', async () => {
    bots = [];
    engine.push({ push: 'bots' });
    const user = open();
    expect(await screen.findByText('Добро пожаловать в Dialogram')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Посмотреть пример/ }));
    await waitFor(() => expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'new-menu' }));
    expect(engine.paramsOf('bots.create')).toEqual([{ template: 'menu', language: 'ru' }]);
  });
});

test('the list tells what each bot does and what keeps it from customers', async () => {
  open();
  await screen.findByTestId('bot-row-cakes');
  expect(row('cakes').getByText('Черновик')).toBeTruthy();
  expect(row('cakes').getByText('Нет')).toBeTruthy();
  expect(row('shop').getByText('Песочница v2')).toBeTruthy();
  expect(row('shop').getByText('5 ошибок')).toBeTruthy();
});

test('a new bot comes from a template', async () => {
  const user = open();
  await screen.findByTestId('bot-row-cakes');
  await user.keyboard('{Control>}n{/Control}');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /Первое касание с фразами/ }));
  await waitFor(() => expect(engine.paramsOf('bots.create')).toEqual([{ template: 'nlp', language: 'ru' }]));
});

test.each(TEMPLATE_NAMES)('the template %s is offered by a name and a sentence', async (template) => {
  const user = open();
  await screen.findByTestId('bot-row-cakes');
  await user.keyboard('{Control>}n{/Control}');
  const dialog = within(screen.getByRole('dialog'));
  const { templates } = flowsCopy.ru;
  expect(dialog.getByText(templates[`${template}Text`])).toBeTruthy();
  await user.click(dialog.getByText(templates[template]));
  await waitFor(() => expect(engine.paramsOf('bots.create')).toEqual([{ template, language: 'ru' }]));
});

async function deleteCakes() {
  const user = open();
  await screen.findByTestId('bot-row-cakes');
  await user.click(screen.getByRole('button', { name: 'Действия с ботом «Торты»' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Удалить' }));
  expect(screen.queryByTestId('bot-row-cakes')).toBeNull();
  expect(screen.getByText('Бот «Торты» удалён.')).toBeTruthy();
  return user;
}

describe('a deleted bot', () => {
  test('can be had back, and then nothing was deleted', async () => {
    const user = await deleteCakes();
    await user.click(screen.getByRole('button', { name: 'Вернуть' }));
    expect(screen.getByTestId('bot-row-cakes')).toBeTruthy();
    expect(engine.paramsOf('bots.delete')).toEqual([]);
  });

  test('is deleted when the time to think again is over', async () => {
    await deleteCakes();
    expect(engine.paramsOf('bots.delete')).toEqual([]);
    expect(useToasts.getState().items[0]?.ms).toBe(10_000);
    dropToast(useToasts.getState().items[0]?.id ?? 0);
    await waitFor(() => expect(engine.paramsOf('bots.delete')).toEqual([{ id: 'cakes' }]));
  });

  test('comes back to the list when the engine refuses', async () => {
    engine.answer({ 'bots.delete': () => ({ fault: { code: 'diskFull' } }) });
    await deleteCakes();
    dropToast(useToasts.getState().items[0]?.id ?? 0);
    expect(await screen.findByTestId('bot-row-cakes')).toBeTruthy();
    expect(await screen.findByText(/диск заполнен/)).toBeTruthy();
  });
});

test('a bot that answers customers can’t be deleted, and the menu says why', async () => {
  const user = open();
  await screen.findByTestId('bot-row-shop');
  await user.click(screen.getByRole('button', { name: 'Действия с ботом «Магазин»' }));
  const item = await screen.findByRole('menuitem', { name: /Удалить/ });
  expect(item.getAttribute('aria-disabled')).toBe('true');
  expect(item.textContent).toContain('Сначала остановите его');
});

test('F2 renames: Enter keeps the new name, Esc the old', async () => {
  engine.answer({
    'bots.open': () => ({
      bot: {
        format: 1,
        id: 'cakes',
        name: 'Торты',
        language: 'ru',
        flows: [{ id: 'main', name: 'Главный', nodes: [] }],
      },
      revision: 4,
    }),
    'bots.save': () => ({ revision: 5 }),
  });
  const user = open();
  (await screen.findByRole('button', { name: 'Торты' })).focus();
  await user.keyboard('{F2}');
  await user.keyboard('Пироги{Escape}');
  expect(engine.paramsOf('bots.save')).toEqual([]);
  screen.getByRole('button', { name: 'Торты' }).focus();
  await user.keyboard('{F2}');
  await user.clear(screen.getByRole('textbox', { name: 'Название бота' }));
  await user.keyboard('Пироги{Enter}');
  await waitFor(() => expect(engine.paramsOf('bots.save')).toHaveLength(1));
  expect(engine.paramsOf('bots.save')[0]).toMatchObject({ id: 'cakes', base: 4, bot: { name: 'Пироги' } });
});
