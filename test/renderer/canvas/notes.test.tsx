import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { usePreferences } from '../../../renderer/app/preferences.ts';
import { NoteEditor } from '../../../renderer/canvas/items/NoteEditor.tsx';
import { NoteText } from '../../../renderer/canvas/items/NoteText.tsx';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { CanvasSettings } from '../../../renderer/settings/CanvasSettings.tsx';
import { startScriptedEngine } from '../bridge/scriptedEngine.ts';

beforeEach(() => setLanguage('en'));

test('a note shows its lists and its bold words; a link is words with its address, not a way out', () => {
  render(<NoteText text={'**Friday**\n- call [the shop](https://shop.test)\n- *ask*\nDone'} />);
  expect(screen.getByText('Friday').tagName).toBe('STRONG');
  const items = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual(['call the shop', 'ask']);
  expect(screen.getByText('the shop').title).toBe('https://shop.test');
  expect(screen.queryByRole('link')).toBeNull();
});

function Editor({ onDone }: { readonly onDone: () => void }) {
  const [text, setText] = useState('x'.repeat(15));
  return <NoteEditor value={text} most={20} onChange={setText} onDone={onDone} />;
}

test('a note takes so much text and no more, tells what is left, and Esc ends it', async () => {
  const user = userEvent.setup();
  let done = 0;
  render(<Editor onDone={() => (done += 1)} />);
  const field = screen.getByRole('textbox', { name: 'Text of the note' });
  expect(document.activeElement).toBe(field);
  expect(screen.getByText('5 left')).toBeTruthy();
  await user.type(field, 'abcdefgh');
  expect(field).toHaveProperty('value', `${'x'.repeat(15)}abcde`);
  expect(screen.getByText('0 left')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(done).toBe(1);
});

test('mouse or trackpad is chosen in the settings, and what it means is told', async () => {
  const user = userEvent.setup();
  const engine = startScriptedEngine({ 'settings.set': () => ({}) });
  setLanguage('en');
  usePreferences.setState({ pointer: 'mouse' });
  render(<CanvasSettings />);
  expect(screen.getByText(/with Shift it selects blocks/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Trackpad' }));
  expect(usePreferences.getState().pointer).toBe('trackpad');
  expect(engine.paramsOf('settings.set')).toMatchObject([{ value: { pointer: 'trackpad' } }]);
  expect(screen.getByText(/two fingers move the canvas/)).toBeTruthy();
});
