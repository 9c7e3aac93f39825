import { isRecord } from '../../nodes/spellings.ts';

export type Path = readonly (string | number)[];

/** A difference inside a value. `at`: where it stands on either side, null = not there. */
export interface ValueChange {
  readonly field: Path;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: { readonly before: Path; readonly after: Path };
}

/** Equal but for the order of keys; `null` and absence are one. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (!isRecord(a) || !isRecord(b)) return false;
  return keysOf(a, b).every((key) => isSame(own(a, key), own(b, key)));
}

/**
 * The least differences of two JSON values. Lists of things with ids are compared by id, so that one more is one change;
 * lists of records that are as long as they were, place by place; any other list is one value.
 */
export function compareValues(before: unknown, after: unknown): ValueChange[] {
  const found: ValueChange[] = [];
  compare(before, after, [], { before: [], after: [] }, found);
  return found;
}

function compare(before: unknown, after: unknown, field: Path, at: ValueChange['at'], found: ValueChange[]): void {
  if (isSame(before, after)) return;
  const inside = (key: string | number, from: string | number = key, to: string | number = key): [Path, typeof at] => [
    [...field, key],
    { before: [...at.before, from], after: [...at.after, to] },
  ];
  const [a, b] = [before ?? (isRecord(after) ? {} : before), after ?? (isRecord(before) ? {} : after)];
  if (isRecord(a) && isRecord(b) && keysOf(a, b).length > 0) {
    for (const key of keysOf(a, b)) compare(own(a, key), own(b, key), ...inside(key), found);
    return;
  }
  const [was, is] = [listOf(before), listOf(after)];
  if (was !== null && is !== null) {
    // An empty list is none, but for the words of the settings: none of one's own is not the usual ones.
    if (was.length + is.length === 0 && field[0] !== 'settings') return;
    const key = keyOfList(was, is, field);
    if (key !== null) return compareLists(was, is, key, field, at, found);
    if (was.length > 0 && was.length === is.length && was.every(isRecord) && is.every(isRecord)) {
      for (const [index, item] of was.entries()) compare(item, is[index], ...inside(index), found);
      return;
    }
  }
  found.push({ field, before: before ?? null, after: after ?? null, at });
}

type Things = readonly unknown[];

function compareLists(
  before: Things,
  after: Things,
  key: string,
  field: Path,
  at: ValueChange['at'],
  found: ValueChange[],
): void {
  const idOf = (thing: unknown): string => String(isRecord(thing) ? thing[key] : '');
  const placeIn = (things: Things): Map<string, number> => new Map(things.map((thing, index) => [idOf(thing), index]));
  const [was, is] = [placeIn(before), placeIn(after)];
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [from, to] = [was.get(id), is.get(id)];
    const place = { before: [...at.before, from ?? -1], after: [...at.after, to ?? -1] };
    if (from !== undefined && to !== undefined) compare(before[from], after[to], [...field, id], place, found);
    else
      found.push({
        field: [...field, id],
        before: from === undefined ? null : before[from],
        after: to === undefined ? null : after[to],
        at: place,
      });
  }
  const [stayed, stays] = [[...was.keys()].filter((id) => is.has(id)), [...is.keys()].filter((id) => was.has(id))];
  // Those that came or went are told already: only what stayed can have changed places.
  if (!isSame(stayed, stays)) found.push({ field, before: [...was.keys()], after: [...is.keys()], at });
}

function listOf(value: unknown): Things | null {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : null;
}

/** What tells the things of a list apart, null = nothing does. */
function keyOfList(before: Things, after: Things, field: Path): string | null {
  if (before.length + after.length === 0) return null;
  // The values of an entity have no ids: they are what they are called.
  const names = field[0] === 'entities' && field.at(-1) === 'values' ? ['id', 'value'] : ['id'];
  const tells = (things: Things, key: string): boolean => {
    const ids = things.map((thing) => (isRecord(thing) ? thing[key] : undefined));
    return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
  };
  return names.find((key) => tells(before, key) && tells(after, key)) ?? null;
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
