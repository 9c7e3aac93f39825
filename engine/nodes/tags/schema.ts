import { z } from 'zod';
import { IF_REFUSED_NAMES, ifRefusedSchema } from '../ifRefused.ts';
import { renamed, words } from '../spellings.ts';

export const tagsSchema = renamed(
  { ...IF_REFUSED_NAMES, tags: 'add', tag: 'add', added: 'add', delete: 'remove', removed: 'remove' },
  z.looseObject({
    /** Templates allowed; a list in a variable gives a tag for each of its values. */
    add: words.optional(),
    remove: words.optional(),
    ifRefused: ifRefusedSchema.optional(),
  }),
);
export type TagsData = z.infer<typeof tagsSchema>;
