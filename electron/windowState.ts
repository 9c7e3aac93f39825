import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import type { Look } from './contract.ts';
import { SMALLEST } from './windowOptions.ts';

const pixels = z.int().min(-100_000).max(100_000);
const bounds = z.object({ x: pixels, y: pixels, width: pixels, height: pixels });
const look = z.object({ theme: z.enum(['system', 'light', 'dark']), language: z.enum(['ru', 'en']) });
const windowStateSchema = z.object({
  bounds: bounds.nullable().catch(null),
  maximized: z.boolean().catch(false),
  /** Kept here too, because the menu bar and the background are drawn before the engine can be asked. */
  look: look.nullable().catch(null),
});
export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  readonly look: Look | null;
}

const NOTHING: WindowState = { bounds: null, maximized: false, look: null };
const FIRST_SIZE = { width: 1440, height: 900 };
/** So much of a window must be on a screen for a hand to catch it. */
const GRASP = 80;

/** A file that is missing or broken means a first start. */
export function readWindowState(folder: string): WindowState {
  try {
    const text: unknown = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    return windowStateSchema.safeParse(text).data ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Losing it costs a person one resize, so a full or read-only disk is no reason to speak. */
export function writeWindowState(folder: string, state: WindowState): void {
  const file = fileIn(folder);
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    return;
  }
}

/** Where to open the window: as it was, if that is still on one of the screens. */
export function placeOf(state: WindowState, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (state.bounds === null) return FIRST_SIZE;
  const { x, y, width, height } = state.bounds;
  const place = { x, y, width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height) };
  return screens.some((screen) => canBeCaught(place, screen)) ? place : FIRST_SIZE;
}

/** By its title bar: enough of the width, and the top edge not above the screen. */
function canBeCaught(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return across >= GRASP && window.y >= screen.y && window.y <= screen.y + screen.height - GRASP;
}

function fileIn(folder: string): string {
  return join(folder, 'window.json');
}
