import { z } from 'zod';
import { textsSchema, withTexts } from '../ownText.ts';
import { patience } from '../reminders.ts';
import { label, labels, synonym } from '../spellings.ts';

export const optionSchema = withTexts(
  { label: 'texts' },
  z.looseObject({
    id: z.string().min(1),
    label: z.string(),
    texts: textsSchema.optional(),
    synonyms: labels.optional(),
    /** The key that chooses it; absent = its number. */
    code: label.optional(),
  }),
);
export type MenuOption = z.infer<typeof optionSchema>;

/** How far a typed answer may be from a caption. */
const boldness = synonym(
  { on: true, true: true, off: false, false: false, cautious: 'careful', brave: 'bold' },
  z.union([z.boolean(), z.enum(['careful', 'normal', 'bold'])]),
);

export const menuSchema = withTexts(
  { text: 'texts' },
  z.looseObject({
    text: z.string().optional(),
    texts: textsSchema.optional(),
    options: z.array(optionSchema).optional(),
    /** When a branch below ends: show the menu again, ask «anything else?», or nothing. */
    after: z.enum(['repeat', 'short', 'none']).optional(),
    /** Accept answers with typos: not at all, or how boldly. Default: as usual. */
    fuzzy: boldness.optional(),
    /** Buttons where the channel has any; Umnico's API carries none, so customers see numbers. */
    showAs: z.enum(['numbers', 'buttons']).optional(),
    ...patience,
  }),
);
export type MenuData = z.infer<typeof menuSchema>;
