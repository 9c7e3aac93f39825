import { z } from 'zod';
import { IF_REFUSED_NAMES, ifRefusedSchema } from '../ifRefused.ts';
import { isRecord, label, renamed } from '../spellings.ts';

const NAMES = {
  ...IF_REFUSED_NAMES,
  note: 'comment',
  details: 'comment',
  text: 'comment',
  sum: 'amount',
  price: 'amount',
  mail: 'email',
  'e-mail': 'email',
  tel: 'phone',
  keep: 'keepExisting',
};

/** `{ fields: {…} }`, `comment: { text, mode }`, `mode: "replace"` and `overwrite: true` say the same in other shapes. */
function readShapes(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const flat: Record<string, unknown> = isRecord(value.fields) ? { ...value.fields, ...value } : { ...value };
  const comment = flat.comment;
  const mode = (isRecord(comment) ? comment.mode : undefined) ?? flat.commentMode ?? flat.mode;
  if (isRecord(comment)) flat.comment = comment.text ?? '';
  if (flat.replaceComment === undefined && mode !== undefined) flat.replaceComment = mode === 'replace';
  if (flat.replaceComment === undefined && isRecord(comment) && typeof comment.replace === 'boolean')
    flat.replaceComment = comment.replace;
  if (flat.keepExisting === undefined && typeof flat.overwrite === 'boolean') flat.keepExisting = !flat.overwrite;
  return flat;
}

export const leadSchema = z.preprocess(
  readShapes,
  renamed(
    NAMES,
    z.looseObject({
      comment: label.optional(),
      /** Takes the place of the comment that is there; otherwise it is appended. */
      replaceComment: z.boolean().optional(),
      /** A number, or a text or template that gives one («1 250,50»). */
      amount: z.union([z.number(), z.string()]).optional(),
      name: label.optional(),
      phone: label.optional(),
      email: label.optional(),
      /** Fields that hold something already keep it. Default on. */
      keepExisting: z.boolean().optional(),
      ifRefused: ifRefusedSchema.optional(),
    }),
  ),
);
export type LeadData = z.infer<typeof leadSchema>;
