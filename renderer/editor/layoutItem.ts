import type { Bot } from '../../engine/flow/botSchema.ts';
import { type FlowFrame, framesOf, type FlowNote, notesOf } from '../../engine/flow/layoutItems.ts';
import { newId } from './newId.ts';

/**
 * Notes and frames on the canvas. Among the ids of blocks (selection, places, what a frame holds) each goes by a key,
 * `@note/ID` or `@frame/ID`.
 */
export type ItemKind = 'note' | 'frame';
const LISTS = { note: 'notes', frame: 'frames' } as const;

export interface ItemRef {
  readonly kind: ItemKind;
  readonly id: string;
}

export function itemKey(kind: ItemKind, id: string): string {
  return `@${kind}/${id}`;
}

/** Null = the id of a block. */
export function itemOf(key: string): ItemRef | null {
  const match = /^@(note|frame)\/(.+)$/su.exec(key);
  return match ? { kind: match[1] === 'note' ? 'note' : 'frame', id: match[2] ?? '' } : null;
}

export function noteAt(bot: Bot, flow: string, key: string): FlowNote | undefined {
  const item = itemOf(key);
  return item?.kind === 'note' ? notesOf(bot.layout?.[flow]).find((note) => note.id === item.id) : undefined;
}

export function frameAt(bot: Bot, flow: string, key: string): FlowFrame | undefined {
  const item = itemOf(key);
  return item?.kind === 'frame' ? framesOf(bot.layout?.[flow]).find((frame) => frame.id === item.id) : undefined;
}

export function hasItem(bot: Bot, flow: string, key: string): boolean {
  return (noteAt(bot, flow, key) ?? frameAt(bot, flow, key)) !== undefined;
}

/** Keys of all notes and frames of a flow. */
export function itemKeys(bot: Bot, flow: string): string[] {
  const layout = bot.layout?.[flow];
  return [
    ...framesOf(layout).map((frame) => itemKey('frame', frame.id)),
    ...notesOf(layout).map((note) => itemKey('note', note.id)),
  ];
}

/** An id that no note or frame of the bot has. */
export function newItemId(bot: Bot, kind: ItemKind): string {
  return newId(kind, (id) => bot.flows.some((flow) => hasItem(bot, flow.id, itemKey(kind, id))));
}

export type ItemEntry = Readonly<Record<string, unknown>>;

function entriesOf(bot: Bot, flow: string, kind: ItemKind): readonly unknown[] {
  const entries = bot.layout?.[flow]?.[LISTS[kind]];
  return Array.isArray(entries) ? (entries as unknown[]) : [];
}

function withEntries(bot: Bot, flow: string, kind: ItemKind, entries: readonly unknown[]): Bot {
  const layout = bot.layout?.[flow] ?? { nodes: {} };
  return { ...bot, layout: { ...bot.layout, [flow]: { ...layout, [LISTS[kind]]: entries } } };
}

function placeOf(entries: readonly unknown[], id: string): number {
  return entries.findIndex((entry) => typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id);
}

/** The entry as the file has it, unknown fields included. */
export function entryAt(bot: Bot, flow: string, key: string): ItemEntry | null {
  const item = itemOf(key);
  const entries = item ? entriesOf(bot, flow, item.kind) : [];
  const entry = entries[placeOf(entries, item?.id ?? '')];
  return typeof entry === 'object' && entry !== null ? { ...entry } : null;
}

/** Adds entries after those that are there. */
export function withItems(bot: Bot, flow: string, kind: ItemKind, entries: readonly ItemEntry[]): Bot {
  return entries.length === 0 ? bot : withEntries(bot, flow, kind, [...entriesOf(bot, flow, kind), ...entries]);
}

/** Lays fields over an entry (`undefined` takes one away), or drops it (`null`). What it has besides stays. */
export function withItem(bot: Bot, flow: string, key: string, patch: ItemEntry | null): Bot {
  const item = itemOf(key);
  if (!item) return bot;
  const entries = entriesOf(bot, flow, item.kind);
  const at = placeOf(entries, item.id);
  const before = entries[at];
  if (typeof before !== 'object' || before === null) return bot;
  if (patch === null) return withEntries(bot, flow, item.kind, entries.toSpliced(at, 1));
  const old = before as ItemEntry;
  if (Object.entries(patch).every(([field, value]) => old[field] === value)) return bot;
  const after = Object.fromEntries(Object.entries({ ...old, ...patch }).filter(([, value]) => value !== undefined));
  return withEntries(bot, flow, item.kind, entries.with(at, after));
}
