// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { isKeepingKeys, keepEarlyKeys, takeEarlyKeys } from '../../../renderer/ui/earlyKeys.ts';

function press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...more });
  document.body.dispatchEvent(event);
  return event;
}

test('letters typed while a search field is loading are kept for it, and mean nothing on the page', () => {
  const onPage = vi.fn();
  document.body.addEventListener('keydown', onPage);
  keepEarlyKeys(() => undefined);
  expect(isKeepingKeys()).toBe(true);
  for (const key of ['д', 'о', 'к', 'Backspace', 'с', 'Shift', 'ArrowDown']) press(key);
  expect(press('z', { ctrlKey: true }).defaultPrevented).toBe(true);
  expect(takeEarlyKeys()).toBe('дос');
  expect(onPage).not.toHaveBeenCalled();
  expect(isKeepingKeys()).toBe(false);
  expect(press('n').defaultPrevented).toBe(false);
  expect(onPage).toHaveBeenCalledTimes(1);
  expect(takeEarlyKeys()).toBe('');
});

test('Esc gives the wish up', () => {
  const onEscape = vi.fn(() => void takeEarlyKeys());
  keepEarlyKeys(onEscape);
  press('а');
  press('Escape');
  expect(onEscape).toHaveBeenCalledTimes(1);
  expect(isKeepingKeys()).toBe(false);
});
