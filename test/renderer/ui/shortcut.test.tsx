import { describe, expect, test } from 'vitest';
import { isTyping, type KeyPress, matchShortcut, shortcutKeys } from '../../../renderer/ui/shortcut.ts';

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}
const ctrl = { ctrlKey: true };

describe('on a Russian layout', () => {
  test.each([
    ['я', 'KeyZ', 'Mod+Z'],
    ['с', 'KeyC', 'Mod+C'],
    ['м', 'KeyV', 'Mod+V'],
    ['в', 'KeyD', 'Mod+D'],
    ['л', 'KeyK', 'Mod+K'],
  ])('Ctrl+%s is the key %s', (key, code, shortcut) => {
    expect(matchShortcut(press(key, code, ctrl), shortcut, false)).toBe(true);
  });

  test('a letter alone goes by its place', () => {
    expect(matchShortcut(press('т', 'KeyN'), 'N', false)).toBe(true);
    expect(matchShortcut(press('Т', 'KeyN', { shiftKey: true }), 'Shift+N', false)).toBe(true);
    expect(matchShortcut(press('т', 'KeyN'), 'M', false)).toBe(false);
  });

  test('the comma and the point, which are letters there, go by their place', () => {
    expect(matchShortcut(press('б', 'Comma', ctrl), 'Mod+,', false)).toBe(true);
    expect(matchShortcut(press('ю', 'Period', ctrl), 'Mod+.', false)).toBe(true);
  });
});

describe('on a German layout, where Z and Y change places', () => {
  test('what is printed on the key counts', () => {
    const undo = press('z', 'KeyY', ctrl);
    expect(matchShortcut(undo, 'Mod+Z', false)).toBe(true);
    expect(matchShortcut(undo, 'Mod+Y', false)).toBe(false);
  });
});

describe('on a French layout', () => {
  test('digits go by their place, whatever they type', () => {
    expect(matchShortcut(press('&', 'Digit1', ctrl), 'Mod+1', false)).toBe(true);
    expect(matchShortcut(press('!', 'Digit1', { shiftKey: true }), 'Shift+1', false)).toBe(true);
  });
});

test('one modifier more or less is another shortcut', () => {
  expect(matchShortcut(press('Z', 'KeyZ', { ...ctrl, shiftKey: true }), 'Mod+Z', false)).toBe(false);
  expect(matchShortcut(press('Z', 'KeyZ', { ...ctrl, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
  expect(matchShortcut(press('n', 'KeyN', { altKey: true }), 'N', false)).toBe(false);
  expect(matchShortcut(press('Control', 'ControlLeft', ctrl), 'Mod+Z', false)).toBe(false);
});

test('on a Mac Mod is the command key, and Ctrl is not', () => {
  expect(matchShortcut(press('z', 'KeyZ', { metaKey: true }), 'Mod+Z', true)).toBe(true);
  expect(matchShortcut(press('z', 'KeyZ', ctrl), 'Mod+Z', true)).toBe(false);
});

test('named keys go by name', () => {
  expect(matchShortcut(press('F8', 'F8', { shiftKey: true }), 'Shift+F8', false)).toBe(true);
  expect(matchShortcut(press('Delete', 'Delete', ctrl), 'Mod+Delete', false)).toBe(true);
  expect(matchShortcut(press('ArrowUp', 'ArrowUp', { altKey: true }), 'Alt+Up', false)).toBe(true);
  expect(matchShortcut(press('Escape', 'Escape'), 'Esc', false)).toBe(true);
});

test('keys are shown as they are printed on the board', () => {
  expect(shortcutKeys('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(shortcutKeys('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
});

test('a text field is typed into, a switch is not', () => {
  const text = document.createElement('input');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
  expect(isTyping(text)).toBe(true);
  expect(isTyping(document.createElement('textarea'))).toBe(true);
  expect(isTyping(box)).toBe(false);
  expect(isTyping(document.body)).toBe(false);
  expect(isTyping(null)).toBe(false);
});
