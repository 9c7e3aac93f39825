import type { Patch, Placed } from './patchSchema.ts';

interface Thing {
  readonly id: string;
}
type Fields = Readonly<Record<string, unknown>>;

/** A shorter text is named whole: the frame around a part of it would cost more. */
const SHORT_TEXT = 48;

/**
 * What makes `before` `after`; null = nothing does. Parts that are the same object are not looked into, so the cost of
 * comparing two drafts is that of the edit between them. A field of `undefined` is no field.
 */
export function diffValues(before: unknown, after: unknown): Patch | null {
  if (Object.is(before, after)) return null;
  if (typeof before === 'string' && typeof after === 'string') return diffTexts(before, after);
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after);
  if (isFields(before) && isFields(after)) return diffFields(before, after);
  return {
    ...(before === undefined ? {} : { was: before }),
    ...(after === undefined ? {} : { is: after }),
  };
}

function diffTexts(before: string, after: string): Patch {
  if (before.length <= SHORT_TEXT && after.length <= SHORT_TEXT) return { was: before, is: after };
  const { at, tail } = commonEnds(before, after);
  const cut = (text: string): string => text.slice(at, text.length - tail);
  return { text: { at, was: cut(before), is: cut(after) } };
}

function diffFields(before: Fields, after: Fields): Patch | null {
  const keys: [string, Patch][] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const patch = diffValues(field(before, key), field(after, key));
    if (patch !== null) keys.push([key, patch]);
  }
  return keys.length === 0 ? null : { keys: Object.fromEntries(keys) };
}

function diffLists(before: readonly unknown[], after: readonly unknown[]): Patch | null {
  if (areThings(before) && areThings(after)) return diffThings(before, after);
  if (before.length === after.length && before.every((item, at) => isAlike(item, after[at]))) {
    const items = after.flatMap((item, at): [string, Patch][] => {
      const patch = diffValues(before[at], item);
      return patch === null ? [] : [[String(at), patch]];
    });
    return items.length === 0 ? null : { items: Object.fromEntries(items) };
  }
  const { at, tail } = commonEnds(before, after);
  return {
    cut: { at, was: before.slice(at, before.length - tail), is: after.slice(at, after.length - tail) },
  };
}

/** Steps of a check are written in the order of their fields, so only values with the same fields are patched within. */
function isAlike(before: unknown, after: unknown): boolean {
  if (!isFields(before) || !isFields(after)) return !isFields(before) && !isFields(after);
  return Object.keys(before).join('\n') === Object.keys(after).join('\n');
}

function diffThings(before: readonly Thing[], after: readonly Thing[]): Patch | null {
  const was = new Map(before.map((thing) => [thing.id, thing]));
  const is = new Map(after.map((thing) => [thing.id, thing]));
  const ids: [string, Patch][] = [];
  for (const [id, thing] of is) {
    const old = was.get(id);
    const patch = old && diffValues(old, thing);
    if (patch) ids.push([id, patch]);
  }
  const gone = placed(before, is);
  const come = placed(after, was);
  const stayed = before.filter(({ id }) => is.has(id));
  const isMoved = after.filter(({ id }) => was.has(id)).some(({ id }, at) => stayed[at]?.id !== id);
  if (ids.length + gone.length + come.length === 0 && !isMoved) return null;
  return {
    ids: Object.fromEntries(ids),
    ...(gone.length > 0 ? { gone } : {}),
    ...(come.length > 0 ? { come } : {}),
    ...(isMoved ? { order: { was: before.map(({ id }) => id), is: after.map(({ id }) => id) } } : {}),
  };
}

/** Those of a list that the other one lacks, each with the one before it. */
function placed(list: readonly Thing[], other: ReadonlyMap<string, unknown>): Placed[] {
  return list.flatMap((thing, at): Placed[] => (other.has(thing.id) ? [] : [[list[at - 1]?.id ?? null, thing]]));
}

/** How much at both ends is the same. */
function commonEnds<T extends string | readonly unknown[]>(before: T, after: T): { at: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && Object.is(before[at], after[at])) at += 1;
  let tail = 0;
  while (tail < most - at && Object.is(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  return { at, tail };
}

function areThings(list: readonly unknown[]): list is readonly Thing[] {
  const ids = new Set(list.map((item) => (isFields(item) ? field(item, 'id') : undefined)));
  return ids.size === list.length && [...ids].every((id) => typeof id === 'string');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(of: Fields, key: string): unknown {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}
