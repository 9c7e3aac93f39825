import { z } from 'zod';
import { changeSchema } from '../flow/diff/change.ts';
import { faultSchema } from '../model/fault.ts';
import { FATES } from '../runtime/versionRule.ts';

/** For whom a version is: the people who try it out, or all customers. */
export const audience = z.enum(['test', 'all']);
export const botRow = z.object({
  id: z.string(),
  name: z.string(),
  revision: z.number(),
  updatedAt: z.number(),
  /** The version customers meet, if this bot is live. */
  live: z.number().nullable(),
  /** The version test contacts meet instead, if this bot is being tried out. */
  test: z.number().nullable(),
  /** Newest published number, 0 = never. */
  published: z.number(),
  /** For whom the next version is, unless somebody chooses: test contacts, until all customers have met the bot. */
  audience,
  errors: z.number(),
  /** Of every level, as the editor counts them. */
  problems: z.number(),
  /** The stored draft can't be read. `copy`: number of the newest version that can take its place. */
  broken: z.object({ fault: faultSchema, copy: z.number().nullable() }).nullable(),
});
export const liveBot = z
  .object({ bot: z.string(), name: z.string(), version: z.number(), number: z.number() })
  .nullable();
export const version = z.object({
  id: z.number(),
  number: z.number(),
  note: z.string(),
  publishedAt: z.number(),
  /** The widest it was ever published to. */
  audience,
});
const versionName = z.object({ id: z.number(), number: z.number() });
export const testers = z.object({
  /** Everybody in the sandbox: nobody there is real. */
  everyone: z.boolean(),
  mayBeEveryone: z.boolean(),
  contacts: z.array(z.object({ id: z.string(), name: z.string(), login: z.string() })),
  /** Whoever writes this to the bot becomes a test contact. */
  word: z.string().nullable(),
});
export type Testers = z.infer<typeof testers>;

const inBothLanguages = z.object({ ru: z.string(), en: z.string() });
export const publishPreview = z.object({
  errors: z.number(),
  /** What `changes` are told against: what these people meet now, else what others do, else the newest; null = nothing. */
  against: versionName.nullable(),
  /** Null = the first publication. */
  changes: z.array(changeSchema.extend({ flowName: z.string().nullable(), words: inBothLanguages })).nullable(),
  /** Conversations under way by where they wait; place and names are null where they wait nowhere. */
  waiting: z.array(
    z.object({
      flow: z.string().nullable(),
      node: z.string().nullable(),
      flowName: z.string().nullable(),
      name: inBothLanguages.nullable(),
      people: z.number(),
      becomes: z.enum(['movesNow', 'finishesOnOld', 'withPerson']),
      /** What the new version makes of that place. */
      why: z.enum(FATES),
    }),
  ),
  total: z.number(),
});
