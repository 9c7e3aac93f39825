import type { Bot } from './botSchema.ts';

/**
 * Notes and frames of a flow: drawn for people, never read by a conversation. Files by hand hold all sorts of things
 * here, so each entry is read on its own: what can't be shown is passed over, and stays in the file as it is.
 */
export const TINTS = ['yellow', 'green', 'blue', 'pink', 'grey'] as const;
export type Tint = (typeof TINTS)[number];

export interface FlowNote {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Absent = as high as its text. */
  readonly height?: number;
  readonly color: Tint;
}

/**
 * A frame holds what stands in it: geometry decides, at the moment it matters (a drag, a fold). Only a folded frame
 * remembers its content, in `nodes`, for its place is then free for other things.
 */
export interface FlowFrame {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: Tint;
  readonly collapsed: boolean;
  /** Of a folded frame: ids of blocks and keys of notes and frames in it. Absent = what stands in it. */
  readonly nodes?: readonly string[];
}

export const NOTE_TEXT = 2000;
export const NOTE_WIDTH = { least: 160, usual: 240, most: 480 } as const;
export const FRAME_TITLE = 60;
export const FRAME_LEAST = { width: 160, height: 96 } as const;
const NOTE_HEIGHT = { least: 48, most: 2000 } as const;
const FRAME_USUAL = { width: 400, height: 280 } as const;
/** Beyond it a screen shows nothing, and sums stop being exact. */
const FARTHEST = 1_000_000;

type FlowLayout = NonNullable<Bot['layout']>[string];
const notes = new WeakMap<object, readonly FlowNote[]>();
const frames = new WeakMap<object, readonly FlowFrame[]>();
const NONE: readonly never[] = [];

export function notesOf(layout: FlowLayout | undefined): readonly FlowNote[] {
  return listed(layout?.notes, notes, readNote);
}

export function framesOf(layout: FlowLayout | undefined): readonly FlowFrame[] {
  return listed(layout?.frames, frames, readFrame);
}

/** The same list for the same entries, so that nothing is drawn again without need. Of two with one id the first counts. */
function listed<T extends { readonly id: string }>(
  entries: unknown,
  known: WeakMap<object, readonly T[]>,
  read: (entry: Readonly<Record<string, unknown>>) => T | null,
): readonly T[] {
  if (!Array.isArray(entries)) return NONE;
  const cached = known.get(entries);
  if (cached) return cached;
  const byId = new Map<string, T>();
  for (const entry of entries as unknown[]) {
    const item = typeof entry === 'object' && entry !== null ? read({ ...entry }) : null;
    if (item && !byId.has(item.id)) byId.set(item.id, item);
  }
  const list = [...byId.values()];
  known.set(entries, list);
  return list;
}

function readNote(entry: Readonly<Record<string, unknown>>): FlowNote | null {
  const { id, text, x, y, width, height, color } = entry;
  if (!isId(id) || !isPlace(x) || !isPlace(y)) return null;
  return {
    id,
    text: typeof text === 'string' ? text : '',
    x,
    y,
    width: within(width, NOTE_WIDTH.least, NOTE_WIDTH.most, NOTE_WIDTH.usual),
    ...(typeof height === 'number' ? { height: within(height, NOTE_HEIGHT.least, NOTE_HEIGHT.most, 0) } : {}),
    color: tintOf(color, 'yellow'),
  };
}

function readFrame(entry: Readonly<Record<string, unknown>>): FlowFrame | null {
  const { id, title, x, y, width, height, color, collapsed, nodes } = entry;
  if (!isId(id) || !isPlace(x) || !isPlace(y)) return null;
  return {
    id,
    title: typeof title === 'string' ? title : '',
    x,
    y,
    width: within(width, FRAME_LEAST.width, FARTHEST, FRAME_USUAL.width),
    height: within(height, FRAME_LEAST.height, FARTHEST, FRAME_USUAL.height),
    color: tintOf(color, 'grey'),
    collapsed: collapsed === true,
    ...(Array.isArray(nodes) ? { nodes: nodes.filter((one): one is string => typeof one === 'string') } : {}),
  };
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= 80;
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= FARTHEST;
}

function within(value: unknown, least: number, most: number, usual: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;
}

function tintOf(color: unknown, usual: Tint): Tint {
  return TINTS.find((tint) => tint === color) ?? usual;
}
