/**
 * A pure function of a text that keeps its last answers. The words of one message are asked about many times over, and
 * looking for slips of the finger in every list costs more than all the rest of reading it.
 */
export function remembered<V>(limit: number, compute: (text: string) => V): (text: string) => V {
  const kept = new Map<string, { readonly value: V }>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known.value;
    const value = compute(text);
    if (kept.size >= limit) kept.clear();
    kept.set(text, { value });
    return value;
  };
}
