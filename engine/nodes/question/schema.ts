import { z } from 'zod';
import { answerKindSchema } from '../answerKinds.ts';
import { textsSchema, withTexts } from '../ownText.ts';
import { patience } from '../reminders.ts';
import { isRecord, label, numeral, synonym } from '../spellings.ts';

/** A figure, or for dates and times a text («today», «+30d», «2027-05-01», «09:00»). */
const bound = numeral(z.union([z.number(), z.string()]));

const questionData = z.looseObject({
  text: z.string().optional(),
  texts: textsSchema.optional(),
  answer: answerKindSchema.optional(),
  /** The variable that keeps the answer. */
  saveTo: z.string().optional(),
  /** Length for texts, size for numbers and sums, the window for dates (days from today or a date) and times. */
  min: bound.optional(),
  max: bound.optional(),
  /** Two letters or a calling code: the country a phone without a code belongs to. */
  country: label.optional(),
  /** Code or sign: the one currency a sum may be in. */
  currency: z.string().optional(),
  /** Id of a list entity, for `entity`. */
  entity: z.string().optional(),
  /** A regular expression, for `pattern`. */
  pattern: z.string().optional(),
  fileType: synonym(
    { images: 'image', photo: 'image', picture: 'image', documents: 'document', doc: 'document', file: 'document' },
    z.enum(['any', 'image', 'document']),
  ).optional(),
  maxMegabytes: numeral(z.number()).optional(),
  hint: z.string().optional(),
  hints: textsSchema.optional(),
  attempts: numeral(z.number()).optional(),
  /** Don't ask for what is known already. Asked again in the same conversation, it asks all the same. */
  skipIfKnown: z.boolean().optional(),
  /** May the customer skip it with the word «пропустить»? */
  optional: z.boolean().optional(),
  confirm: z.boolean().optional(),
  ...patience,
});
export type QuestionData = z.infer<typeof questionData>;

/** What a limit may be called where its kind is plain from the name. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  min: ['minLength', 'from', 'earliest', 'minDate', 'minTime'],
  max: ['maxLength', 'to', 'latest', 'maxDate', 'maxTime'],
  fileType: ['type', 'types', 'accept'],
  maxMegabytes: ['maxMb', 'maxMB', 'maxSizeMb', 'megabytes'],
};

/**
 * The limits may stand in an object of their own, `limits: { min, max }` (also as `length: { min, max }` or a pair in a
 * list); what stands beside them wins. A photo asked for by its own name is a file of that type.
 */
function withLimits(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { answer } = value;
  const ofAnswer = answer === 'image' || answer === 'photo' || answer === 'document' ? { fileType: answer } : {};
  const own = Array.isArray(value.limits)
    ? { min: value.limits[0] as unknown, max: value.limits[1] as unknown }
    : value.limits;
  if (!isRecord(own)) return { ...ofAnswer, ...limitsBeside(value), ...value };
  const length = isRecord(own.length) ? own.length : {};
  const given = { ...own, ...length };
  const known = ['min', 'max', 'country', 'currency', 'pattern', 'entity', 'fileType', 'maxMegabytes'].flatMap(
    (name) => {
      const found = [name, ...(LIMITS[name] ?? [])].map((other) => given[other]).find((limit) => limit !== undefined);
      return found === undefined ? [] : [[name, Array.isArray(found) ? (found[0] as unknown) : found] as const];
    },
  );
  return { ...ofAnswer, ...Object.fromEntries(known), ...limitsBeside(value), ...value };
}

/** Their other names beside the text, as far as nothing else can be meant by them. */
const BESIDE = {
  min: ['minLength', 'minDate', 'minTime', 'earliest'],
  max: ['maxLength', 'maxDate', 'maxTime', 'latest'],
  maxMegabytes: ['maxMb', 'maxMB', 'maxSizeMb'],
};

function limitsBeside(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(BESIDE).flatMap(([name, others]) => {
      const found = others.map((other) => value[other]).find((limit) => limit !== undefined);
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}

/** `answer: { kind: "number", min: 1 }`, `{ pattern: "…" }`, `{ entity: "city" }`: the kind and its limits in one. */
function answerApart(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value.answer)) return value;
  const { kind, type, ...limits } = value.answer;
  const named = ['pattern', 'entity'].find((name) => typeof limits[name] === 'string');
  return { ...limits, ...value, answer: kind ?? type ?? named };
}

export const questionSchema = z.preprocess(
  (value) => withLimits(answerApart(value)),
  withTexts({ text: 'texts', hint: 'hints' }, questionData),
);
