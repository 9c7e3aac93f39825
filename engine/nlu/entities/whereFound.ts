import { damerau } from '../damerau.ts';
import { readPhrase } from '../optionPhrases.ts';
import type { AnswerKind, AnswerRead, AnswerRules } from './answer.ts';
import { comparable, readPlainly } from './readAnswer.ts';
import type { Stretch } from './stretch.ts';
import { shortestStretch } from './stretch.ts';

const LONGEST = 1000;

/** Where in the text a value that was read stands, as offsets into that text; null when it is not there in words (a file). */
export function whereFound(
  kind: AnswerKind,
  text: string,
  rules: AnswerRules,
  read: AnswerRead,
  within = false,
): Stretch | null {
  if (!read.ok || kind === 'file') return null;
  if (kind === 'text' || kind === 'yesno') return trimmed(text);
  if (kind === 'pattern' || kind === 'name') return spelled(text, String(read.value)) ?? trimmed(text);
  if (text.length > LONGEST) return spelled(text, String(read.value));
  const said = comparable(kind, text, rules, read.value, within);
  const found = said === null ? null : shortestStretch(kind, said, (piece) => readPlainly(kind, piece, rules));
  return found === null || kind !== 'entity' ? found : withNeighbours(text, found, String(read.value), rules);
}

function trimmed(text: string): Stretch {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

function spelled(text: string, value: string): Stretch | null {
  const plain = (words: string): string => words.toLowerCase().replaceAll('ё', 'е').replace(/[’ʼ`]/gu, "'");
  const start = plain(text).indexOf(plain(value));
  return start < 0 || plain(text).length !== text.length ? null : { start, end: start + value.length };
}

/** «нижнем новгороде»: a word beside the one that was enough, when it is of the same name. */
function withNeighbours(text: string, { start, end }: Stretch, value: string, { values = [] }: AnswerRules): Stretch {
  const known = values.find((one) => one.value === value);
  const words = [value, ...(known?.synonyms ?? [])].map(readPhrase);
  const kin = (piece: string): boolean => {
    const [said] = readPhrase(piece).words;
    return (
      said !== undefined &&
      words.some(
        (name) =>
          name.words.length > 1 &&
          name.words.some(
            (word) =>
              word.stem === said.stem ||
              word.text === said.text ||
              (said.text.length > 3 && damerau(word.stem, said.stem, 1) <= 1),
          ),
      )
    );
  };
  let [from, to] = [start, end];
  for (
    let before = BEFORE.exec(text.slice(0, from));
    before !== null && kin(before[1] ?? '');
    before = BEFORE.exec(text.slice(0, from))
  )
    from -= before[0].length;
  for (
    let after = AFTER.exec(text.slice(to));
    after !== null && kin(after[1] ?? '');
    after = AFTER.exec(text.slice(to))
  )
    to += after[0].length;
  return { start: from, end: to };
}

const BEFORE = /([\p{L}\p{M}\d]+)(?:\s|-)+$/u;
const AFTER = /^(?:\s|-)+([\p{L}\p{M}\d]+)/u;
