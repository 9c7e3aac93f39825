import { folderOf, isCounted, isInSample, type Mutant } from './sample.ts';

/** A mutant with its end, as Stryker names it. */
export interface Tried extends Mutant {
  readonly status: string;
  readonly location: { readonly start: { readonly line: number } };
  readonly replacement?: string;
}

const CAUGHT = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** A line for each folder, and the score of them all, each folder weighing as many mutants as it has. Percent; ± is the 95 % interval. */
export function scoreTable(all: readonly Tried[]): string {
  const counted = all.filter((mutant) => isCounted(mutant) && mutant.status !== 'Ignored');
  const rows = [...new Set(counted.map(({ fileName }) => folderOf(fileName)))].map((folder) => {
    const mutants = counted.filter(({ fileName }) => folderOf(fileName) === folder);
    const tried = mutants.filter(
      (mutant) => isInSample(mutant) && (CAUGHT.has(mutant.status) || MISSED.has(mutant.status)),
    );
    const many = (status: string): number => tried.filter((mutant) => mutant.status === status).length;
    const score = tried.filter(({ status }) => CAUGHT.has(status)).length / tried.length;
    return { folder, mutants: mutants.length, tried: tried.length, many, score };
  });
  const whole = rows.reduce((sum, { mutants }) => sum + mutants, 0);
  const score = rows.reduce((sum, row) => sum + (row.mutants / whole) * row.score, 0);
  const spread = Math.sqrt(rows.reduce((sum, row) => sum + (row.mutants / whole) ** 2 * variance(row), 0));
  const tried = rows.reduce((sum, row) => sum + row.tried, 0);
  return [
    'folder      mutants  tried  killed  timeout  survived  no cover  score',
    ...rows.map((row) =>
      [
        row.folder.padEnd(10),
        String(row.mutants).padStart(8),
        String(row.tried).padStart(6),
        String(row.many('Killed')).padStart(7),
        String(row.many('Timeout')).padStart(8),
        String(row.many('Survived')).padStart(9),
        String(row.many('NoCoverage')).padStart(9),
        ` ${percent(row.score)} ± ${percent(1.96 * Math.sqrt(variance(row)))}`,
      ].join(' '),
    ),
    `${'all'.padEnd(10)} ${String(whole).padStart(8)} ${String(tried).padStart(6)}   score ${percent(score)} ± ${percent(1.96 * spread)}`,
  ].join('\n');
}

/** Of the share found in a sample without replacement: it shrinks to 0 as the sample becomes the whole. */
function variance({ score, mutants, tried }: { score: number; mutants: number; tried: number }): number {
  const left = mutants <= 1 ? 0 : (mutants - tried) / (mutants - 1);
  return ((score * (1 - score)) / Math.max(1, tried)) * left;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
