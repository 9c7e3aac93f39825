import type { Patch, Placed } from './patchSchema.ts';

/** Thrown inside only: the value is not the one the patch was made for. */
class Misfit extends Error {}

/** The value after the patch, sharing what it does not touch; `undefined` when the patch does not fit it. */
export function applyPatch(value: unknown, patch: Patch): unknown {
  try {
    return apply(value, patch);
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

/** The same patch the other way. */
export function invertPatch(patch: Patch): Patch {
  if ('text' in patch) return { text: { at: patch.text.at, was: patch.text.is, is: patch.text.was } };
  if ('cut' in patch) return { cut: { at: patch.cut.at, was: patch.cut.is, is: patch.cut.was } };
  if ('keys' in patch) return { keys: invertAll(patch.keys) };
  if ('items' in patch) return { items: invertAll(patch.items) };
  if ('ids' in patch) {
    const { ids, gone, come, order } = patch;
    return {
      ids: invertAll(ids),
      ...(come ? { gone: come } : {}),
      ...(gone ? { come: gone } : {}),
      ...(order ? { order: { was: order.is, is: order.was } } : {}),
    };
  }
  return { ...('is' in patch ? { was: patch.is } : {}), ...('was' in patch ? { is: patch.was } : {}) };
}

function invertAll(patches: Readonly<Record<string, Patch>>): Record<string, Patch> {
  return Object.fromEntries(Object.entries(patches).map(([key, patch]) => [key, invertPatch(patch)]));
}

function apply(value: unknown, patch: Patch): unknown {
  if ('text' in patch) return applyText(value, patch.text);
  if ('cut' in patch) return applyCut(value, patch.cut);
  if ('keys' in patch) return applyFields(value, patch.keys);
  if ('items' in patch) return applyItems(value, patch.items);
  if ('ids' in patch) return applyThings(value, patch);
  fits('was' in patch === (value !== undefined));
  return patch.is;
}

function applyText(value: unknown, { at, was, is }: { at: number; was: string; is: string }): string {
  fits(typeof value === 'string' && value.startsWith(was, at));
  return value.slice(0, at) + is + value.slice(at + was.length);
}

function applyCut(
  value: unknown,
  { at, was, is }: { at: number; was: readonly unknown[]; is: readonly unknown[] },
): unknown[] {
  fits(Array.isArray(value) && value.length >= at + was.length);
  return (value as unknown[]).toSpliced(at, was.length, ...is);
}

function applyFields(value: unknown, patches: Readonly<Record<string, Patch>>): object {
  fits(typeof value === 'object' && value !== null && !Array.isArray(value));
  const fields = new Map(Object.entries(value));
  for (const [key, patch] of Object.entries(patches)) {
    const after = apply(fields.get(key), patch);
    if (after === undefined) fields.delete(key);
    else fields.set(key, after);
  }
  return Object.fromEntries(fields);
}

function applyItems(value: unknown, patches: Readonly<Record<string, Patch>>): unknown[] {
  fits(Array.isArray(value));
  const list = [...(value as unknown[])];
  for (const [key, patch] of Object.entries(patches)) {
    const at = Number(key);
    fits(at < list.length);
    list[at] = apply(list[at], patch);
  }
  return list;
}

function applyThings(
  value: unknown,
  { ids, gone = [], come = [], order }: Extract<Patch, { ids: unknown }>,
): readonly unknown[] {
  fits(Array.isArray(value));
  const things = new Map((value as unknown[]).map((thing) => [idOf(thing), thing]));
  for (const [, thing] of gone) fits(things.delete(idOf(thing)));
  for (const [id, patch] of Object.entries(ids)) {
    fits(things.has(id));
    things.set(id, apply(things.get(id), patch));
  }
  if (!order) return insert(things, come);
  for (const [, thing] of come) things.set(idOf(thing), thing);
  fits(things.size === order.is.length && order.is.every((id) => things.has(id)));
  return order.is.map((id) => things.get(id));
}

function insert(things: Map<string, unknown>, come: readonly Placed[]): readonly unknown[] {
  const following = new Map<string | null, Placed[]>();
  for (const one of come) {
    fits(!things.has(idOf(one[1])));
    following.set(one[0], [...(following.get(one[0]) ?? []), one]);
  }
  const list: unknown[] = [];
  const put = (after: string | null): void => {
    const queue = [...(following.get(after) ?? [])];
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      list.push(one[1]);
      queue.unshift(...(following.get(idOf(one[1])) ?? []));
    }
  };
  put(null);
  for (const [id, thing] of things) {
    list.push(thing);
    put(id);
  }
  fits(list.length === things.size + come.length);
  return list;
}

function idOf(thing: unknown): string {
  const id = typeof thing === 'object' && thing !== null && 'id' in thing ? thing.id : undefined;
  fits(typeof id === 'string');
  return id;
}

function fits(condition: boolean): asserts condition {
  if (!condition) throw new Misfit();
}
