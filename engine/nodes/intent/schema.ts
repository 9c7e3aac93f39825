import { z } from 'zod';
import { answerKindSchema, isAnswerKind } from '../answerKinds.ts';
import { textsSchema, withTexts } from '../ownText.ts';
import { isRecord, renamed } from '../spellings.ts';

/** `"all"`, `["all"]`, `"*"` and `all: true` are one wish; an intent may be named by its id or as `{ id }`. */
function readIntents(value: unknown): unknown {
  const list = Array.isArray(value) ? value : [value];
  const ids = list.map((one: unknown) => (isRecord(one) ? one.id : one));
  return ids.includes('all') || ids.includes('*') || ids.includes(true) ? 'all' : ids;
}

/** A list of values, or a map from what is looked for (a kind of answer or an entity's id) to the variable that keeps it. */
function readExtract(value: unknown): unknown {
  const list: unknown[] = isRecord(value)
    ? Object.entries(value).map(([what, saveTo]) => ({ what, saveTo }))
    : Array.isArray(value)
      ? value
      : [value];
  return list.map((wanted) => {
    if (!isRecord(wanted)) return wanted;
    const what = wanted.what ?? wanted.type ?? wanted.answer ?? (wanted.entity === undefined ? undefined : 'entity');
    return typeof what !== 'string' || isAnswerKind(what)
      ? { ...wanted, what }
      : { ...wanted, what: 'entity', entity: wanted.entity ?? what };
  });
}

const extracted = renamed(
  { variable: 'saveTo', to: 'saveTo' },
  z.looseObject({
    what: answerKindSchema,
    entity: z.string().optional(),
    /** For `pattern`: what the phrase has to hold. */
    pattern: z.string().optional(),
    saveTo: z.string(),
  }),
);

export const intentNodeSchema = renamed(
  { all: 'intents' },
  withTexts(
    { text: 'texts' },
    z.looseObject({
      /** Asks and waits; without it the customer's last message is read. */
      text: z.string().optional(),
      texts: textsSchema.optional(),
      /** Ids of the bot's intents, or all of them. */
      intents: z.preprocess(readIntents, z.union([z.array(z.string()), z.literal('all')])).optional(),
      caution: z.enum(['careful', 'normal', 'bold']).optional(),
      /** When two fit: ask which, or take the best. */
      ambiguous: z.enum(['ask', 'best']).optional(),
      /** Values to take out of the phrase on the way. */
      extract: z.preprocess(readExtract, z.array(extracted)).optional(),
    }),
  ),
);
export type IntentData = z.infer<typeof intentNodeSchema>;
