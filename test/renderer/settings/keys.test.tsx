import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { usePreferences } from '../../../renderer/app/preferences.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { giveKeys, resetKeys, takeKeys } from '../../../renderer/settings/keyChanges.ts';
import { KeySettings } from '../../../renderer/settings/KeySettings.tsx';
import { recordKeys } from '../../../renderer/settings/recordKeys.ts';
import { startScriptedEngine } from '../bridge/scriptedEngine.ts';
import { ActionKeys } from '../../support/ActionKeys.tsx';

const press = (key: string, code: string, held: readonly ('ctrl' | 'alt' | 'shift' | 'meta')[] = []) => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
});

describe('keys as they are taken down', () => {
  test.each([
    ['Latin', press('k', 'KeyK', ['ctrl']), 'Mod+K'],
    ['Russian, by place', press('л', 'KeyK', ['ctrl', 'shift']), 'Mod+Shift+K'],
    ['German, by letter', press('z', 'KeyY', ['ctrl']), 'Mod+Z'],
    ['digits by place', press('!', 'Digit1', ['shift']), 'Shift+1'],
    ['a function key', press('F9', 'F9'), 'F9'],
    ['arrows with Alt', press('ArrowUp', 'ArrowUp', ['alt']), 'Alt+Up'],
    ['a full stop', press('ю', 'Period', ['ctrl']), 'Mod+.'],
  ])('%s', (_, event, keys) => {
    expect(recordKeys(event, false)).toBe(keys);
  });

  test.each([
    ['a modifier alone', press('Control', 'ControlLeft', ['ctrl'])],
    ['Enter', press('Enter', 'Enter')],
    ['an arrow', press('ArrowLeft', 'ArrowLeft')],
    ['a sign that moves about', press('/', 'Slash', ['ctrl'])],
  ])('not %s', (_, event) => {
    expect(recordKeys(event, false)).toBeNull();
  });

  test('⌘ is the main key of a Mac', () => {
    expect(recordKeys(press('k', 'KeyK', ['meta']), true)).toBe('Mod+K');
    expect(recordKeys(press('k', 'KeyK', ['ctrl']), true)).toBe('Ctrl+K');
  });
});

describe('keys that change hands', () => {
  test('are lost by who had them', () => {
    expect(giveKeys('Mod+D', 'toggle', {})).toEqual({ toggle: ['Mod+D'], duplicate: [] });
  });

  test('come back with a reset', () => {
    const given = giveKeys('Mod+D', 'toggle', {});
    expect(resetKeys('duplicate', given)).toEqual({ toggle: [] });
    expect(resetKeys('toggle', resetKeys('duplicate', given))).toEqual({});
  });

  test('can be taken away', () => {
    expect(takeKeys('addBlock', {})).toEqual({ addBlock: [] });
  });
});

describe('the settings of keys', () => {
  beforeEach(() => {
    startScriptedEngine({ 'settings.set': () => ({}) });
    setLanguage('ru');
    usePreferences.setState({ keys: {}, singleLetters: true });
  });

  test('an action is found by its English name, gets other keys, and says whose they were', async () => {
    const user = userEvent.setup();
    render(
      <ActionKeys>
        <KeySettings />
      </ActionKeys>,
    );
    await user.type(screen.getByRole('searchbox'), 'duplic');
    const row = within(screen.getByTestId('keys-duplicate'));
    await user.click(row.getByRole('button', { name: /Изменить клавиши/ }));
    await user.keyboard('{Control>}e{/Control}');
    expect(usePreferences.getState().keys).toEqual({ duplicate: ['Mod+E'], test: [] });
    expect(row.getByText(/«Проверка бота»/)).toBeTruthy();
    await user.click(row.getByRole('button', { name: /Вернуть, как было/ }));
    await user.click(screen.getByRole('button', { name: 'Вернуть все' }));
    expect(usePreferences.getState().keys).toEqual({});
  });

  test('Esc leaves them as they were', async () => {
    const user = userEvent.setup();
    render(<KeySettings />);
    await user.click(within(screen.getByTestId('keys-undo')).getByRole('button', { name: /Изменить/ }));
    expect(screen.getByText('Нажмите клавиши…')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('Нажмите клавиши…')).toBeNull();
    expect(usePreferences.getState().keys).toEqual({});
  });
});
