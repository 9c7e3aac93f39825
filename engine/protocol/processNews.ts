import { z } from 'zod';
import { faultSchema } from '../model/fault.ts';

/**
 * On the desktop the engine asks its parent process for its secrets, because only that one reaches the keychain. They never
 * travel by environment or arguments, and never to a window. The names are those of `ports/secrets.ts`.
 */
const secretName = z.enum(['umnico', 'ssh', 'ngrok', 'cloudflared', 'keys']);
export const secretAskSchema = z.object({
  ask: z.number(),
  secret: z.discriminatedUnion('op', [
    z.object({ op: z.literal('get'), name: secretName }),
    z.object({ op: z.literal('set'), name: secretName, value: z.string(), allowFile: z.boolean() }),
    z.object({ op: z.literal('clear'), name: secretName }),
  ]),
});
export type SecretAsk = z.infer<typeof secretAskSchema>;

/** `kind` says where it is kept: null = nowhere (there is no keychain and a file was not allowed). */
export const secretAnswerSchema = z.object({
  answer: z.number(),
  value: z.string().nullable(),
  kind: z.enum(['keychain', 'file', 'memory']).nullable(),
});
export type SecretAnswer = z.infer<typeof secretAnswerSchema>;

/** What the engine process says to its parent besides replies and pushes. `ready` comes once, or `failed` instead of it. */
export const engineNewsSchema = z.discriminatedUnion('news', [
  z.object({ news: z.literal('ready') }),
  z.object({ news: z.literal('failed'), fault: faultSchema }),
]);
export type EngineNews = z.infer<typeof engineNewsSchema>;

/** What the parent sends besides requests and answers: finish what has begun, then exit. */
export const stopSchema = z.object({ stop: z.literal(true) });
