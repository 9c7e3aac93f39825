/** What two texts have in common when people would call them the same: case, ё for е and spaces around do not count. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').trim();
}
