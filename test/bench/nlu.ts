import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { provideFilePacks } from '../../engine/host/filePacks.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { round, type Figure } from './figure.ts';
import { measureNlpjs, NLPJS_FOLDER, type PeerFigures } from './nluPeer.ts';
import { measureRow, type Measured } from './nluRow.ts';
import { NLU_FOLDER, nluRows, type Row } from './nluSets.ts';
import { benchVectors, isHelped, vectorFigures, withVectors } from './nluVectors.ts';

/** Bots whose cost is measured: intents × phrases each. The last three tell how time grows with phrases. */
const SIZES = [
  [40, 10],
  [150, 10],
  [150, 20],
  [150, 40],
] as const;

const costSchema = z.object({
  trainMs: z.number(),
  calibrateMs: z.number(),
  medianUs: z.number(),
  p99Us: z.number(),
  heldMb: z.number(),
  peakMb: z.number(),
});

/**
 * Recognition on the sets of `../shared/data/nlu` (or NLU_DATA, with official test splits), beside nlp.js. NLU_ROWS picks
 * rows by a part of their names. Each row is told as soon as it is known: the whole table takes minutes.
 */
export function benchNlu(): Promise<Figure[]> {
  // As every process of the product that learns or answers.
  provideFilePacks((fault) => process.stderr.write(`nlu: ${faultWords(fault, 'en').what}\n`));
  const rows = nluRows().filter(({ name }) => name.includes(process.env.NLU_ROWS ?? ''));
  if (rows.length === 0) process.stderr.write(`nlu: no phrases to learn in ${NLU_FOLDER}: only speed is measured\n`);
  const peer = process.env.NLU_PEER !== 'no' && existsSync(join(NLPJS_FOLDER, 'node_modules/node-nlp'));
  if (!peer) process.stderr.write('nlu: without nlp.js; to have it beside: npm ci --prefix test/bench/peers/nlpjs\n');
  const vectors = rows.some(isHelped) ? benchVectors() : null;
  process.stderr.write(`${HEADINGS.map((heading, at) => heading.padEnd(at === 0 ? 30 : 9)).join('')}\n`);
  const figures: Figure[] = [];
  for (const row of rows) {
    const ours = measureRow(row);
    const theirs = peer ? measureNlpjs(row) : undefined;
    tellRow(row.name, ours, theirs);
    figures.push(...rowFigures(row, ours, theirs));
    if (vectors !== null && isHelped(row)) {
      const helped = withVectors(vectors, () => measureRow(row, [], true));
      tellRow(`${row.name}+vectors`, helped);
      figures.push(...rowFigures({ ...row, name: `${row.name}+vectors` }, helped));
    }
    if (row.negatives.length === 0) continue;
    const taught = measureRow(row, row.negatives);
    tellRow(`${row.name}+oos`, taught);
    figures.push(...rowFigures({ ...row, name: `${row.name}+oos` }, taught));
  }
  if (vectors !== null) figures.push(...vectorFigures(rows));
  for (const [intents, phrases] of SIZES) figures.push(...costFigures(intents, phrases));
  return Promise.resolve(figures);
}

const HEADINGS = [
  'set',
  'accuracy',
  'nlp.js',
  'ECE',
  'typo-',
  'AUROC',
  'oos@.4',
  'in@.4',
  'nlp.oos',
  'train',
  'all ms',
  'µs',
  'p99 µs',
];

function tellRow(name: string, ours: Measured, theirs?: PeerFigures | null): void {
  const { accuracy, typoAccuracy, auroc, oosRecall, acceptedAccuracy, ece } = ours;
  const lost = accuracy === null || typoAccuracy === null ? null : accuracy - typoAccuracy;
  const cells = [
    percent(accuracy),
    theirs === null ? 'too slow' : percent(theirs?.accuracy ?? null),
    percent(ece),
    percent(lost),
    percent(auroc),
    percent(oosRecall),
    percent(acceptedAccuracy),
    percent(theirs?.oosRecall ?? null),
    ours.trainMs.toFixed(0),
    ours.calibrateMs.toFixed(0),
    ours.medianUs.toFixed(0),
    ours.p99Us.toFixed(0),
  ];
  process.stderr.write(`${name.padEnd(30)}${cells.map((cell) => cell.padEnd(9)).join('')}\n`);
}

function rowFigures(row: Row, ours: Measured, theirs?: PeerFigures | null): Figure[] {
  const figures: Figure[] = [];
  const put = (what: string, value: number | null, peer?: number | null): void => {
    if (value === null) return;
    const beside =
      peer === null ? { peer: 'nlp.js: not done in time' } : { peer: `nlp.js ${String(share(peer ?? 0))}` };
    figures.push({
      name: `nlu.${row.name}.${what}`,
      value: share(value),
      unit: '%',
      ...(peer === undefined ? {} : beside),
    });
  };
  put('accuracy', ours.accuracy, theirs === null ? null : (theirs?.accuracy ?? undefined));
  put('macroF1', ours.macroF1);
  put('ece', ours.ece);
  put('typoLoss', ours.accuracy === null ? null : ours.accuracy - (ours.typoAccuracy ?? 0));
  put('auroc', ours.auroc, theirs?.auroc ?? undefined);
  put('oosRecall', ours.oosRecall, theirs?.oosRecall ?? undefined);
  put('acceptedAccuracy', ours.auroc === null ? null : ours.acceptedAccuracy);
  figures.push({ name: `nlu.${row.name}.train`, value: round(ours.trainMs, 0), unit: 'ms' });
  figures.push({ name: `nlu.${row.name}.trainAndCalibrate`, value: round(ours.calibrateMs, 0), unit: 'ms' });
  figures.push({ name: `nlu.${row.name}.answer`, value: round(ours.medianUs, 0), unit: 'µs' });
  return figures;
}

/** In a process of its own: what another bot left in memory would be counted too. */
function costFigures(intents: number, phrases: number): Figure[] {
  const script = join(import.meta.dirname, 'nluCost.ts');
  const run = spawnSync(process.execPath, ['--expose-gc', script, String(intents), String(phrases)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const cost = costSchema.parse(JSON.parse(run.stdout));
  const name = `nlu.${String(intents)}x${String(phrases)}`;
  return [
    { name: `${name}.train`, value: round(cost.trainMs, 0), unit: 'ms' },
    { name: `${name}.trainAndCalibrate`, value: round(cost.calibrateMs, 0), unit: 'ms' },
    { name: `${name}.answer`, value: round(cost.medianUs, 0), unit: 'µs' },
    { name: `${name}.answerP99`, value: round(cost.p99Us, 0), unit: 'µs' },
    { name: `${name}.held`, value: round(cost.heldMb), unit: 'MB' },
    { name: `${name}.processPeak`, value: round(cost.peakMb, 0), unit: 'MB' },
  ];
}

function percent(value: number | null): string {
  return value === null ? '–' : share(value).toFixed(1);
}

function share(value: number): number {
  return round(value * 100);
}
