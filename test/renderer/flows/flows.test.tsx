import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { useAppActions } from '../../../renderer/app/useAppActions.ts';
import type { BotRow } from '../../../renderer/app/engine.ts';
import { useRoute } from '../../../renderer/app/route.ts';
import { flowsCopy } from '../../../renderer/copy/flows.ts';
import { FileDrop } from '../../../renderer/flows/FileDrop.tsx';
import { FlowsScreen } from '../../../renderer/flows/FlowsScreen.tsx';
import { ImportFaultDialog } from '../../../renderer/flows/ImportFaultDialog.tsx';
import { OFFERED_TEMPLATES } from '../../../renderer/flows/templateFaces.ts';
import { TemplateDialog } from '../../../renderer/flows/TemplateDialog.tsx';
import { NOTHING_DONE, useFirstSteps } from '../../../renderer/firstSteps/firstSteps.ts';
import { useEngineSteps } from '../../../renderer/firstSteps/useEngineSteps.ts';
import { closeImportFault } from '../../../renderer/flows/importFault.ts';
import { useHiddenBots } from '../../../renderer/flows/hiddenBots.ts';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { dropToast, useToasts } from '../../../renderer/ui/toast.ts';
import { botOf, connectionOf, type ScriptedEngine, startScriptedEngine, statusOf } from '../bridge/scriptedEngine.ts';
import { ActionKeys } from '../../support/ActionKeys.tsx';

const CAKES = botOf({ id: 'cakes', name: 'Торты', revision: 4 });
const SHOP = botOf({ ...CAKES, id: 'shop', name: 'Магазин', live: 2, published: 2, errors: 5, problems: 7 });

let engine: ScriptedEngine;
let bots: BotRow[];
beforeEach(() => {
  bots = [CAKES, SHOP];
  useHiddenBots.setState({ ids: new Set() });
  useToasts.setState({ items: [] });
  useFirstSteps.setState(NOTHING_DONE);
  closeImportFault();
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
      <Screen />
    </ActionKeys>,
  );
  return userEvent.setup();
}
function Screen() {
  useAppActions();
  useEngineSteps();
  return (
    <>
      <FlowsScreen />
      <TemplateDialog />
      <ImportFaultDialog />
      <Toaster />
    </>
  );
}
const row = (id: string) => within(screen.getByTestId(`bot-row-${id}`));

describe('a person without a bot', () => {
  test('is welcomed, and one press opens the example', async () => {
    bots = [];
    engine.push({ push: 'bots' });
    const user = open();
    expect(await screen.findByText('Добро пожаловать в Dialogram')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Посмотреть пример/ }));
    await waitFor(() => expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'new-flowers' }));
    expect(engine.paramsOf('bots.create')).toEqual([{ template: 'flowers', language: 'ru' }]);
  });
});

test('the list tells what each bot does and what keeps it from customers', async () => {
  open();
  await screen.findByTestId('bot-row-cakes');
  expect(row('cakes').getByText('Черновик')).toBeTruthy();
  expect(row('cakes').getByText('Нет')).toBeTruthy();
  expect(row('shop').getByText('Песочница v2')).toBeTruthy();
  expect(row('shop').getByText('7 проблем')).toBeTruthy();
});

test('the last day of each bot is a number with its hours; offline it is not known', async () => {
  engine.answer({
    'bots.activity': () => ({ bots: [{ id: 'shop', people: 21, hours: Array.from({ length: 24 }, (_, h) => h % 3) }] }),
  });
  open();
  await screen.findByTestId('bot-row-shop');
  expect(await row('shop').findByText('21 диалог за сутки')).toBeTruthy();
  expect(row('shop').getByTestId('sparkline').querySelectorAll('rect')).toHaveLength(24);
  expect(row('cakes').getByText('Никто не писал')).toBeTruthy();
  act(() => engine.become('lost'));
  expect(row('shop').getByText('—')).toBeTruthy();
});

describe('a draft that can’t be read', () => {
  const broken = (code: 'fileNotJson' | 'formatNewer', copy: number | null): BotRow => ({
    ...CAKES,
    broken: {
      fault: code === 'formatNewer' ? { code, format: 9, supported: 1 } : { code, line: 1, column: 2 },
      copy,
    },
  });

  test('stands among the others with what can be done about it', async () => {
    bots = [broken('fileNotJson', 3), SHOP];
    engine.answer({
      'bots.restore': () => {
        bots = [CAKES, SHOP];
        return { number: 3 };
      },
    });
    engine.push({ push: 'bots' });
    const user = open();
    await screen.findByText(/Не удалось прочитать/);
    expect(row('cakes').getByText(/Не удалось прочитать «Торты»/)).toBeTruthy();
    await user.click(row('cakes').getByRole('button', { name: 'Восстановить из версии 3' }));
    expect(await screen.findByText('Бот «Торты» восстановлен из версии 3.')).toBeTruthy();
    expect(row('cakes').getByText('Черновик')).toBeTruthy();
  });

  test('of a newer version asks for an update, and offers no copy where there is none', async () => {
    bots = [broken('formatNewer', null), SHOP];
    engine.push({ push: 'bots' });
    open();
    await screen.findByText(/Не удалось прочитать «Торты»/);
    expect(row('cakes').getByText(/Обновите Dialogram/)).toBeTruthy();
    expect(row('cakes').queryByRole('button', { name: /Восстановить/ })).toBeNull();
  });
});

test('who had bots and has none now is not welcomed anew', async () => {
  open();
  await screen.findByTestId('bot-row-shop');
  await waitFor(() => expect(useFirstSteps.getState().welcomed).toBe(true));
  bots = [];
  act(() => engine.push({ push: 'bots' }));
  expect(await screen.findByText('Здесь будут ваши сценарии.')).toBeTruthy();
  expect(screen.queryByTestId('welcome')).toBeNull();
});

test('a list that can’t be read says why, and is asked for again', async () => {
  engine = startScriptedEngine({ 'bots.list': () => ({ fault: { code: 'internal', id: 'x1' } }) });
  const user = open();
  expect(await screen.findByText(/Внутренняя ошибка/)).toBeTruthy();
  engine.answer({ 'bots.list': () => ({ bots }) });
  await user.click(screen.getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByTestId('bot-row-shop')).toBeTruthy();
});

describe('a file that is dropped on the window', () => {
  async function drop(name: string, text: string): Promise<void> {
    render(<FileDrop />);
    const file = new File([text], name);
    const event = new Event('drop', { cancelable: true, bubbles: true });
    Object.assign(event, { dataTransfer: { types: ['Files'], files: [file] } });
    act(() => void window.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(true);
    await Promise.resolve();
  }

  test('opens as a bot', async () => {
    engine.answer({ 'bots.import': () => ({ id: 'dropped' }) });
    open();
    await drop('лавка.dialogram.json', '{"format":1}');
    await waitFor(() => expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'dropped' }));
    expect(engine.paramsOf('bots.import')).toEqual([{ text: '{"format":1}' }]);
    expect(await screen.findByText('Бот загружен.')).toBeTruthy();
  });

  test.each([
    ['foreign', { code: 'fileNotJson', line: 1, column: 1 }, /не файл бота/],
    ['foreign', { code: 'fileInvalid', at: '', problem: 'expected a bot', more: 0 }, /не файл бота/],
    ['damaged', { code: 'fileInvalid', at: 'flows[0].nodes[2].data', problem: 'expected text', more: 1 }, /повреждён/],
    ['newer', { code: 'formatNewer', format: 9, supported: 1 }, /Обновите программу/],
    ['big', { code: 'fileTooBig', limit: 20_000_000 }, /слишком большой/],
    ['notNow', { code: 'engineGone' }, /Нет связи с движком/],
  ] as const)('%s: the dialog says what it is and what to do', async (reason, fault, words) => {
    engine.answer({ 'bots.import': () => ({ fault }) });
    open();
    await drop('смета.json', 'что угодно');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Не удалось открыть «смета.json»')).toBeTruthy();
    const said = dialog.getByTestId('import-fault');
    expect(said.dataset['reason']).toBe(reason);
    expect(said.textContent).toMatch(words);
  });

  test.each(['лавка.dialogram.json', 'лавка.dialogram (1).json', 'лавка.dialogram(2).json', 'ЛАВКА.DIALOGRAM.JSON'])(
    'a file of ours that was cut off is not called somebody else’s: %s',
    async (name) => {
      engine.answer({ 'bots.import': () => ({ fault: { code: 'fileNotJson', line: 40, column: 3 } }) });
      open();
      await drop(name, '{"format":1,"flows":[');
      expect((await screen.findByTestId('import-fault')).textContent).toMatch(/обрезан/);
    },
  );

  test('what could not be opened for the moment is opened by «again»', async () => {
    engine.answer({ 'bots.import': () => ({ fault: { code: 'diskFull' } }) });
    const user = open();
    await drop('лавка.dialogram.json', '{}');
    const again = await screen.findByRole('button', { name: 'Повторить' });
    engine.answer({ 'bots.import': () => ({ id: 'later' }) });
    await user.click(again);
    await waitFor(() => expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'later' }));
  });
});

test('a new bot comes from a template', async () => {
  const user = open();
  await screen.findByTestId('bot-row-cakes');
  await user.keyboard('{Control>}n{/Control}');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /Первое касание с фразами/ }));
  await waitFor(() => expect(engine.paramsOf('bots.create')).toEqual([{ template: 'nlp', language: 'ru' }]));
});

test.each(OFFERED_TEMPLATES.map(([name]) => name))(
  'the template %s is offered by a name and a sentence',
  async (template) => {
    const user = open();
    await screen.findByTestId('bot-row-cakes');
    await user.keyboard('{Control>}n{/Control}');
    const dialog = within(screen.getByRole('dialog'));
    const { templates } = flowsCopy.ru;
    expect(dialog.getByText(templates[`${template}Text`])).toBeTruthy();
    await user.click(dialog.getByText(templates[template]));
    await waitFor(() => expect(engine.paramsOf('bots.create')).toEqual([{ template, language: 'ru' }]));
  },
);

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
