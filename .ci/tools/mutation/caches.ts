// What the core remembers between calls (compiled patterns, parsed expressions) would hide a mutant from the next test, or show it to
// the next mutant's. Maps made empty by a file of engine/ while it loads are such memories, and can be emptied from here.
const maps: Map<unknown, unknown>[] = [];
const weakMaps: ForgetfulWeakMap[] = [];

class ForgetfulWeakMap {
  #kept = new WeakMap<WeakKey, unknown>();

  get(key: WeakKey): unknown {
    return this.#kept.get(key);
  }

  has(key: WeakKey): boolean {
    return this.#kept.has(key);
  }

  set(key: WeakKey, value: unknown): this {
    this.#kept.set(key, value);
    return this;
  }

  delete(key: WeakKey): boolean {
    return this.#kept.delete(key);
  }

  forget(): void {
    this.#kept = new WeakMap();
  }
}

/** Loads, and watches what memories are made; answers how to empty them. */
export async function watchingCaches(load: () => Promise<void>): Promise<() => void> {
  const [PlainMap, PlainWeakMap] = [globalThis.Map, globalThis.WeakMap];
  const watchedMap = new Proxy(PlainMap, {
    construct(target, args, asked): object {
      const made = Reflect.construct(target, args, asked) as Map<unknown, unknown>;
      if (args.length === 0 && isOfCore()) maps.push(made);
      return made;
    },
  });
  const watchedWeakMap = new Proxy(PlainWeakMap, {
    construct(target, args, asked): object {
      if (args.length > 0 || !isOfCore()) return Reflect.construct(target, args, asked) as object;
      const made = new ForgetfulWeakMap();
      weakMaps.push(made);
      return made;
    },
  });
  Object.assign(globalThis, { Map: watchedMap, WeakMap: watchedWeakMap });
  await load();
  Object.assign(globalThis, { Map: PlainMap, WeakMap: PlainWeakMap });
  const memories = maps.filter(({ size }) => size === 0);
  return () => {
    for (const memory of memories) memory.clear();
    for (const memory of weakMaps) memory.forget();
  };
}

/** Whether the call that is being served stands in a file of engine/. */
function isOfCore(): boolean {
  const caller = new Error('').stack?.split('\n').find((line, at) => at > 0 && !line.includes('mutation/caches.ts'));
  return caller?.includes('/engine/') ?? false;
}
