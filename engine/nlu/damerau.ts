/**
 * Edits (insert, delete, replace, swap of neighbours) between two words, or `limit + 1` as soon as they are more than `limit`.
 * Optimal string alignment: no part is edited twice. Only a band of width `limit` is computed, so cost is O(length × limit).
 */
export function damerau(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  const tooFar = limit + 1;
  if (Math.abs(left.length - right.length) > limit) return tooFar;
  // Each letter the other word has nowhere is an edit of its own: most words are told apart by that alone.
  let strange = 0;
  for (const letter of left) if (!right.includes(letter) && (strange += 1) > limit) return tooFar;
  const width = right.length + 1;
  let before: number[] = [];
  let above: number[] = Array.from({ length: width }, (_, column) => Math.min(column, tooFar));
  for (let row = 1; row <= left.length; row += 1) {
    const current = new Array<number>(width).fill(tooFar);
    if (row <= limit) current[0] = row;
    let best = current[0] ?? tooFar;
    const from = Math.max(1, row - limit);
    const to = Math.min(right.length, row + limit);
    for (let column = from; column <= to; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (above[column] ?? tooFar) + 1,
        (current[column - 1] ?? tooFar) + 1,
        (above[column - 1] ?? tooFar) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? tooFar) + 1);
      current[column] = Math.min(cost, tooFar);
      best = Math.min(best, cost);
    }
    // A swap reaches one row further back, so both rows have to be hopeless.
    if (best > limit && Math.min(...above.slice(Math.max(0, from - 2), to + 1)) >= limit) return tooFar;
    before = above;
    above = current;
  }
  return Math.min(above[right.length] ?? tooFar, tooFar);
}
