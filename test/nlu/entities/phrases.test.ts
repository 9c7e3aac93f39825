import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnswerKind, AnswerRules, ListValue } from '../../../engine/nlu/entities/answer.ts';
import { readAnswer, readWithin } from '../../../engine/nlu/entities/readAnswer.ts';
import { whereFound } from '../../../engine/nlu/entities/whereFound.ts';

/** One line of `test/fixtures/entities/*.jsonl`. Said on Tuesday, 10 March 2026, 14:00 in Moscow, unless it says otherwise. */
interface Row {
  kind: AnswerKind | 'several';
  text: string;
  language?: string;
  now?: string;
  timeZone?: string;
  country?: string;
  /** null: no such value; for `several` the value of each kind that is taken out of the message. */
  expected: unknown;
  currency?: string;
  /** Another of the lists than that of its language. */
  list?: 'namesakes' | 'ways' | 'sizes' | 'menu';
  /** The words of the text the value comes from. */
  words?: string;
}

const fixtures = new URL('../../fixtures/entities/', import.meta.url);
const rowsOf = (name: string): Row[] =>
  readFileSync(new URL(`${name}.jsonl`, fixtures), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
const lists = JSON.parse(readFileSync(new URL('lists.json', fixtures), 'utf8')) as Record<
  'ru' | 'en' | 'namesakes' | 'ways' | 'sizes' | 'menu',
  ListValue[]
>;

function rulesOf(row: Row): AnswerRules {
  const language = row.language ?? 'ru';
  return {
    now: Date.parse(row.now ?? '2026-03-10T11:00:00Z'),
    timeZone: row.timeZone ?? 'Europe/Moscow',
    language,
    attachments: [],
    values: lists[row.list ?? (language.startsWith('en') ? 'en' : 'ru')],
    ...(row.country === undefined ? {} : { country: row.country }),
  };
}

/** What is read, in the shape of `expected`. */
function readRow({ kind, text, expected, currency, words, ...row }: Row): Partial<Row> {
  const rules = rulesOf({ kind, text, expected, ...row });
  if (kind === 'several') {
    const kinds = Object.keys(expected as object) as AnswerKind[];
    const found = kinds.map((one) => {
      const read = readWithin(one, text, rules);
      return [one, read.ok ? read.value : null];
    });
    return { expected: Object.fromEntries(found) as unknown };
  }
  const read = readAnswer(kind, text, rules);
  const place = words === undefined ? null : whereFound(kind, text, rules, read);
  return {
    expected: read.ok ? read.value : null,
    ...(currency === undefined ? {} : { currency: (read.ok ? read.currency : undefined) ?? 'none' }),
    ...(words === undefined ? {} : { words: place === null ? '' : text.slice(place.start, place.end) }),
  };
}

describe.each(['russian', 'english', 'fresh', 'rounds'])('%s phrases as customers type them', (name) => {
  const rows = rowsOf(name);
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  test.each(kinds)('%s', (kind) => {
    const asked = rows.filter((row) => row.kind === kind);
    const wanted = asked.map(({ text, expected, currency, words }) => ({
      text,
      expected,
      ...(currency === undefined ? {} : { currency }),
      ...(words === undefined ? {} : { words }),
    }));
    expect(asked.map((row) => ({ text: row.text, ...readRow(row) }))).toEqual(wanted);
  });
});
