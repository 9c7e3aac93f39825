import type { OutlineRow } from './outline.ts';

/** What is on show of the tree: indexes of its rows, without what is folded away. */
export function unfolded(rows: readonly OutlineRow[], folded: ReadonlySet<string>): readonly number[] {
  const shown: number[] = [];
  for (let index = 0; index < rows.length;) {
    const row = rows[index];
    if (!row) break;
    shown.push(index);
    index = folded.has(row.key) ? row.end : index + 1;
  }
  return shown;
}

/** The rows with these words (in lower case), and the block of each output; in a long flow the whole way there would bury them. */
export function found(
  rows: readonly OutlineRow[],
  wanted: string,
  words: (row: OutlineRow) => string,
): readonly number[] {
  const shown = new Set<number>();
  rows.forEach((row, index) => {
    if (!words(row).includes(wanted)) return;
    if (row.kind === 'output') shown.add(row.parent);
    shown.add(index);
  });
  return [...shown].sort((a, b) => a - b);
}

/** The folds that hide this row. */
export function foldsOver(rows: readonly OutlineRow[], index: number): readonly string[] {
  const keys: string[] = [];
  for (let at = rows[index]?.parent ?? -1; at >= 0; at = rows[at]?.parent ?? -1) {
    const key = rows[at]?.key;
    if (key !== undefined) keys.push(key);
  }
  return keys;
}
