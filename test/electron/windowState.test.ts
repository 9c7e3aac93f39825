import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeOf, readWindowState, type WindowState, writeWindowState } from '../../electron/windowState.ts';
import { tempFolder } from '../support/tempFolder.ts';

const SCREENS = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1920, height: 1040 },
];
const FIRST = { width: 1440, height: 900 };
const at = (x: number, y: number, width = 1200, height = 800): WindowState => ({
  bounds: { x, y, width, height },
  maximized: false,
  look: null,
});

describe('the window comes back', () => {
  test('as it was', () => {
    const folder = tempFolder();
    const state: WindowState = { ...at(100, 50), maximized: true, look: { theme: 'dark', language: 'en' } };
    writeWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
    expect(placeOf(state, SCREENS)).toEqual(state.bounds);
    expect(placeOf(at(2000, 50), SCREENS)).toEqual({ x: 2000, y: 50, width: 1200, height: 800 });
  });

  test.each([
    ['a screen that is gone', at(2000, 50), SCREENS.slice(0, 1)],
    ['above every screen', at(100, -400), SCREENS],
    ['below', at(100, 1030), SCREENS],
    ['left', at(-1190, 50), SCREENS],
    ['right', at(3839, 50), SCREENS],
    ['no screen at all', at(0, 0), []],
  ])('where it can be caught: %s', (_, state, screens) => {
    expect(placeOf(state, screens)).toEqual(FIRST);
  });

  test('never smaller than the design', () => {
    expect(placeOf(at(10, 10, 5, 5), SCREENS)).toEqual({ x: 10, y: 10, width: 1024, height: 700 });
  });

  test.each(['', '{', 'null', '[]', '{"bounds":{"x":1}}', '{"bounds":{"x":1e9,"y":0,"width":1,"height":1}}', '7'])(
    'from a broken file (%s) as at the first start',
    (text) => {
      const folder = tempFolder();
      writeFileSync(join(folder, 'window.json'), text);
      expect(readWindowState(folder)).toEqual({ bounds: null, maximized: false, look: null });
      expect(placeOf(readWindowState(folder), SCREENS)).toEqual(FIRST);
    },
  );

  test('what can be read of a file is kept', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'window.json'), '{"bounds":7,"maximized":true,"look":{"theme":"dark","language":"ru"}}');
    expect(readWindowState(folder)).toEqual({
      bounds: null,
      maximized: true,
      look: { theme: 'dark', language: 'ru' },
    });
  });

  test('a folder that can’t be written to is no reason to fall over', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, 'x');
    writeWindowState(join(file, 'below'), at(1, 1));
    expect(readFileSync(file, 'utf8')).toBe('x');
  });
});
