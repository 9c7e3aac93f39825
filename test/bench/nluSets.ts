import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, shuffle } from '../../engine/nlu/seededRandom.ts';

export interface Phrase {
  readonly text: string;
  /** null = none of the bot's business. */
  readonly intent: string | null;
  readonly split: string;
  readonly corpus?: string;
}

export interface Row {
  readonly name: string;
  readonly languages: readonly string[];
  /** Phrases to learn and phrases to be asked about; several where the set is cross-validated. */
  readonly rounds: readonly { readonly train: readonly Phrase[]; readonly asked: readonly Phrase[] }[];
  /** Out-of-scope phrases the set gives for learning: a row of its own says what they bring. */
  readonly negatives: readonly string[];
}

/** Where the sets lie: beside the project, or where NLU_DATA says (with the official test splits, if they are there). */
export const NLU_FOLDER = process.env.NLU_DATA ?? join(import.meta.dirname, '../../../shared/data/nlu');

const FOLDS = 10;
const DEALT = 20_26;

interface SetRows {
  readonly file: string;
  readonly languages: readonly string[];
  readonly learned: readonly string[];
}
const SPLIT: readonly SetRows[] = [
  { file: 'banking77', languages: ['en'], learned: ['train_5', 'train_10', 'train'] },
  { file: 'clinc150', languages: ['en'], learned: ['train_5', 'train_10', 'small_train', 'train'] },
  { file: 'hwu64', languages: ['en'], learned: ['train_5', 'train_10', 'train'] },
  { file: 'snips', languages: ['en'], learned: ['train'] },
  { file: 'ru_bot', languages: ['ru'], learned: ['train'] },
];
const DEALT_SETS: readonly { readonly file: string; readonly languages: readonly string[] }[] = [
  { file: 'braun2017', languages: ['en'] },
  { file: 'ha_ru', languages: ['ru'] },
  { file: 'xsid_kk', languages: ['kk'] },
];
/** Splits that are asked about, never learned: "dev", "val", "valid", "test", "test2", and with "oos_" before them. */
const ASKED = /^(?:oos_)?(dev|val|valid|test\d*)$/;

/** Every row of the table whose file is there. */
export function nluRows(): Row[] {
  return [...SPLIT.flatMap(splitRows), ...DEALT_SETS.flatMap(dealtRows)];
}

function splitRows({ file, languages, learned }: SetRows): Row[] {
  const phrases = read(file);
  const asked = [...new Set(phrases.map(({ split }) => ASKED.exec(split)?.[1]).filter((split) => split !== undefined))];
  return learned.flatMap((split) =>
    asked.flatMap((target): Row[] => {
      const train = phrases.filter((phrase) => phrase.split === split && phrase.intent !== null);
      const questions = phrases.filter((phrase) => phrase.split === target || phrase.split === `oos_${target}`);
      const negatives = phrases.filter((phrase) => phrase.split === 'oos_train').map(({ text }) => text);
      if (train.length === 0 || questions.length === 0) return [];
      const name = `${file}.${split}.${target}`;
      return [{ name, languages, rounds: [{ train, asked: questions }], negatives }];
    }),
  );
}

/** Sets without a part to be asked about: each phrase is asked of a model that learned the other nine tenths. */
function dealtRows({ file, languages }: { file: string; languages: readonly string[] }): Row[] {
  const phrases = read(file);
  const corpora = [...new Set(phrases.map(({ corpus }) => corpus))];
  return corpora.flatMap((corpus) => {
    const own = phrases.filter((phrase) => phrase.corpus === corpus);
    const train = own.filter(({ split }) => split === 'train');
    const name = corpus === undefined ? file : `${file}.${corpus}`;
    const test = own.filter(({ split }) => ASKED.test(split));
    const official = test.length === 0 ? [] : [{ name: `${name}.test`, languages, rounds: [{ train, asked: test }] }];
    return [{ name: `${name}.cv${String(FOLDS)}`, languages, rounds: deal(train) }, ...official].map((row) => ({
      ...row,
      negatives: [],
    }));
  });
}

function deal(phrases: readonly Phrase[]): Row['rounds'] {
  const order = Int32Array.from(phrases.keys());
  shuffle(order, order.length, seededRandom(DEALT));
  const byIntent = [...order].sort((a, b) => (String(phrases[a]?.intent) < String(phrases[b]?.intent) ? -1 : 1));
  const foldOf = new Map(byIntent.map((row, place) => [row, place % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => ({
    train: phrases.filter((__, row) => foldOf.get(row) !== fold),
    asked: phrases.filter((__, row) => foldOf.get(row) === fold),
  }));
}

function read(file: string): Phrase[] {
  const path = join(NLU_FOLDER, `${file}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Phrase);
}
