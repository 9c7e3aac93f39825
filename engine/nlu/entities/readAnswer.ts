import type { AnswerKind, AnswerRead, AnswerRules, ReadEntity } from './answer.ts';
import { refuse } from './answer.ts';
import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { readFile } from './file.ts';
import { readListValue } from './listValue.ts';
import { readMoney } from './money.ts';
import { readName } from './name.ts';
import { readNumber } from './number.ts';
import { findPattern, readPattern } from './pattern.ts';
import { readPhone } from './phone.ts';
import { readText } from './text.ts';
import { readTime } from './time.ts';
import { readYesNo } from './yesNo.ts';

/** No value of a typed kind is found deeper in a message than this. */
const LONGEST_TYPED = 500;

const typed: Readonly<Record<Exclude<AnswerKind, 'text' | 'file' | 'pattern'>, ReadEntity>> = {
  number: readNumber,
  money: readMoney,
  phone: readPhone,
  email: readEmail,
  date: readDate,
  time: readTime,
  yesno: readYesNo,
  name: readName,
  entity: readListValue,
};

/** Reads a customer's reply as the kind of answer a question waits for. Never throws; the reason of a refusal picks the hint. */
export function readAnswer(kind: AnswerKind, text: string, rules: AnswerRules): AnswerRead {
  if (kind === 'file') return readFile(rules);
  const trimmed = text.trim();
  if (trimmed === '') return refuse('empty');
  if (kind === 'text') return readText(trimmed, rules);
  if (kind === 'pattern') return readPattern(trimmed, rules);
  return typed[kind](trimmed.slice(0, LONGEST_TYPED), rules);
}

/** Looks for such a value in a phrase that says more (`extract`): as above, but a pattern counts wherever it occurs. */
export function readWithin(kind: AnswerKind, text: string, rules: AnswerRules): AnswerRead {
  return kind === 'pattern' ? findPattern(text, rules) : readAnswer(kind, text, rules);
}
