import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { useActions } from '../../../renderer/actions/provide.ts';
import { useEngine } from '../../../renderer/app/engine.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { CommandPalette } from '../../../renderer/palette/CommandPalette.tsx';
import { closePalette, openPalette, usePalette } from '../../../renderer/palette/paletteStore.ts';
import { flowers } from '../simulator/flowers.ts';

let done: string[] = [];

function Window() {
  useActions({
    duplicate: () => void done.push('duplicate'),
    remove: { run: () => void done.push('remove'), reason: () => 'Только смотреть' },
  });
  const scope = usePalette((state) => state.scope);
  return (
    <>
      <button type="button">opener</button>
      {scope && <CommandPalette scope={scope} />}
    </>
  );
}

beforeEach(() => {
  done = [];
  setLanguage('ru');
  closePalette();
  useEngine.setState({ bots: [], sessions: [] });
  useEditor.getState().open(structuredClone(flowers));
});

async function search(text: string, scope: 'all' | 'blocks' | 'flows' = 'all') {
  const user = userEvent.setup();
  render(<Window />);
  screen.getByText('opener').focus();
  openPalette(scope);
  await user.type(await screen.findByRole('combobox'), text);
  return user;
}
const options = () => screen.getAllByRole('option').map((option) => option.textContent);

test('a block is found by its name or by its words, and Enter goes there', async () => {
  const user = await search('3 days');
  expect(options()[0]).toContain('Delivery');
  await user.keyboard('{Enter}');
  expect(usePalette.getState().scope).toBeNull();
  expect(useEditor.getState().selection.nodes).toEqual(['delivery']);
});

test('a command is found in either language, and done once the palette is gone', async () => {
  const user = await search('duplicate');
  expect(options()[0]).toContain('Дублировать');
  await user.keyboard('{Enter}');
  expect(done).toEqual(['duplicate']);
  expect(document.activeElement?.textContent).toBe('opener');
});

test('what can’t be done now is there with its reason, and does nothing', async () => {
  const user = await search('удалить');
  const option = screen.getByRole('option', { name: /Удалить/ });
  expect(within(option).getByText('Только смотреть')).toBeTruthy();
  await user.click(option);
  expect(done).toEqual([]);
});

test('«find» looks among blocks only', async () => {
  await search('дублировать', 'blocks');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByText(/Ничего не нашли/)).toBeTruthy();
});
