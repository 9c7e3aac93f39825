import { z } from 'zod';
import { SECRET_NAME } from '../expression/secretSlots.ts';

const MOST_HOSTS = 20;
/** `name` or `name:port`; a whole address is cut down to it. */
const host = z.string().trim().min(1).max(253);
export const keyName = z.string().regex(SECRET_NAME);

/** An access key by its name; its value is never told. */
export const accessKey = z.object({
  name: z.string(),
  hosts: z.array(z.string()),
  /** It came with the command line, and is changed there. */
  given: z.boolean(),
});
export type AccessKeyView = z.infer<typeof accessKey>;

export const requestSettings = z.object({
  keys: z.array(accessKey),
  /** Where keys are kept; null = none are. */
  kept: z.enum(['keychain', 'file', 'memory']).nullable(),
  privateHosts: z.array(z.string()),
});
export type RequestSettings = z.infer<typeof requestSettings>;

/** `value`: absent = the old one stays. Without `allowFile` and a keychain it is kept as long as the engine runs. */
export const keyChoice = z.object({
  name: keyName,
  hosts: z.array(host).min(1).max(MOST_HOSTS),
  value: z.string().trim().min(1).max(4_096).optional(),
  allowFile: z.boolean(),
});
export const hostsChoice = z.object({ hosts: z.array(host).max(MOST_HOSTS) });
