/** As it is compared: case, ё and spaces around don't matter. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim();
}

export function wordsOf(text: string): string[] {
  return fold(text).split(/[\s,./«»“”"()—:]+/u);
}

function fitOfPart(names: readonly string[], others: readonly string[], part: string): number {
  if (names.some((name) => name.startsWith(part))) return 4;
  if (names.some((name) => wordsOf(name).some((word) => word.startsWith(part)))) return 3;
  if (others.some((word) => word.startsWith(part))) return 2;
  if (part.length > 2 && [...names, ...others].some((word) => word.includes(part))) return 1;
  return 0;
}

/**
 * How well typed text fits a thing, 0 (not at all) to 4 (its name begins so). `names` and `others` (synonyms, what it says)
 * are folded; `query` too. Every word typed has to be found somewhere.
 */
export function fitOf(names: readonly string[], others: readonly string[], query: string): number {
  const worst = Math.min(...query.split(/\s+/).map((part) => fitOfPart(names, others, part)));
  return Math.max(fitOfPart(names, others, query), worst);
}
