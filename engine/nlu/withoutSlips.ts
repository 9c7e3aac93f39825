/** Shorter words have too many neighbours that are words themselves. */
const SHORTEST = 5;

/** Texts as stems, where one that differs by a letter from a commoner one is taken for it: «зоказ» is «заказ». */
export function withoutSlips(texts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const stems of texts) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  // The commonest first, so that a word is put right to what most people write.
  const order = [...counts.keys()].filter((stem) => stem.length >= SHORTEST);
  order.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  const nearby = new Map<string, string>();
  const meant = new Map<string, string>();
  for (const stem of order) {
    const variants = [stem, ...[...stem].map((_, at) => stem.slice(0, at) + stem.slice(at + 1))];
    const commoner = variants.map((variant) => nearby.get(variant)).find((other) => other?.[0] === stem[0]);
    if (commoner !== undefined && (counts.get(commoner) ?? 0) > (counts.get(stem) ?? 0)) meant.set(stem, commoner);
    else for (const variant of variants) if (!nearby.has(variant)) nearby.set(variant, stem);
  }
  return texts.map((stems) => stems.map((stem) => meant.get(stem) ?? stem));
}
