import { z } from 'zod';

/**
 * One difference between two bots. `flow` and `node` are ids, null where it is about the flow or the bot itself. `field` is
 * a path («text», «options.o2.label», «exits.o2», «intents.payment.phrases»), or «node» and «flow» for one that came or
 * went. `before` and `after`: null = not there.
 */
export const changeSchema = z.object({
  flow: z.string().nullable(),
  node: z.string().nullable(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type Change = z.infer<typeof changeSchema>;
