import { z } from 'zod';
import type { BotFacts } from '../model/definitions.ts';
import type { AnswerKind } from '../nlu/entities/answer.ts';
import { synonym } from './spellings.ts';

/** What a customer can be asked for; each has a reader in `nlu/entities`. */
export const ANSWER_KINDS = [
  'text',
  'number',
  'money',
  'phone',
  'email',
  'date',
  'time',
  'yesno',
  'name',
  'file',
  'entity',
  'pattern',
] as const satisfies readonly AnswerKind[];

/** Other words for the same thing, as files of other hands have them. */
const OTHERS: Readonly<Record<string, AnswerKind>> = {
  string: 'text',
  any: 'text',
  integer: 'number',
  int: 'number',
  float: 'number',
  amount: 'money',
  sum: 'money',
  price: 'money',
  currency: 'money',
  tel: 'phone',
  mail: 'email',
  'e-mail': 'email',
  yesNo: 'yesno',
  'yes/no': 'yesno',
  yes_no: 'yesno',
  boolean: 'yesno',
  bool: 'yesno',
  fullName: 'name',
  list: 'entity',
  choice: 'entity',
  select: 'entity',
  regex: 'pattern',
  regexp: 'pattern',
  expression: 'pattern',
  attachment: 'file',
  image: 'file',
  photo: 'file',
  document: 'file',
};

export const answerKindSchema = synonym(OTHERS, z.enum(ANSWER_KINDS));
/** Does this word name a kind of answer? */
export const isAnswerKind = (word: string): boolean =>
  ANSWER_KINDS.some((kind) => kind === word) || Object.hasOwn(OTHERS, word);

/** What is looked for: `entity: "date"` means a date, unless the bot has a list with that id. */
export function kindLookedFor(kind: AnswerKind, entity: string | undefined, facts: BotFacts): AnswerKind {
  if (kind !== 'entity' || entity === undefined || facts.entities.some((known) => known.id === entity)) return kind;
  return answerKindSchema.catch(kind).parse(entity);
}
