import { z } from 'zod';
import { faultSchema } from '../model/fault.ts';
import { tunnel } from './tunnelViews.ts';

export const source = z.object({
  id: z.string(),
  type: z.string(),
  login: z.string(),
  active: z.boolean(),
  enabled: z.boolean(),
});
export const manager = z.object({ id: z.string(), login: z.string(), name: z.string(), owner: z.boolean() });
export const statusMatch = z.object({
  /** Id in the bot; null = only in the CRM. */
  status: z.string().nullable(),
  name: z.string(),
  /** Id in the CRM («External ID»); null = only in the bot. */
  external: z.string().nullable(),
  externalName: z.string().nullable(),
  kind: z.enum(['matched', 'renamed', 'onlyHere', 'onlyThere', 'archived']),
});
export const connection = z.object({
  kind: z.enum(['none', 'sandbox', 'umnico']),
  /** Is the account answering? `fault` says why not. */
  state: z.enum(['off', 'checking', 'on', 'failed']),
  fault: faultSchema.nullable(),
  account: z.string().nullable(),
  manager: manager.nullable(),
  managers: z.array(manager),
  sources: z.array(source),
  webhook: z.object({
    state: z.enum(['off', 'on', 'wrongAddress', 'failed']),
    address: z.string(),
    others: z.number(),
  }),
  /** How the outside reaches the webhook listener of a real account. */
  tunnel,
  /** The sandbox's own page, when it runs. */
  sandboxUrl: z.string().nullable(),
  /** Where the token is kept: keychain, an unprotected file, memory only; null = none saved. */
  secret: z.enum(['keychain', 'file', 'memory']).nullable(),
});
