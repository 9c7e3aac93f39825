import { z } from 'zod';

/** How the engine is connected, as it is stored. The token is elsewhere (`ports/secrets.ts`). */
export const connectionConfigSchema = z.object({
  kind: z.enum(['none', 'sandbox', 'umnico']),
  baseUrl: z.string(),
  account: z.string().nullable(),
  /** Employee in whose name the bot writes: id in the CRM. */
  manager: z.string().nullable(),
  sources: z.union([z.literal('all'), z.array(z.string())]),
  /** The address of one's own of a time before tunnels (`tunnelControl.ts`), which has it now. */
  publicUrl: z.string().nullable(),
  language: z.enum(['ru', 'en']),
});
export type ConnectionConfig = z.infer<typeof connectionConfigSchema>;

export const NOT_CONNECTED: ConnectionConfig = {
  kind: 'none',
  baseUrl: '',
  account: null,
  manager: null,
  sources: [],
  publicUrl: null,
  language: 'ru',
};

/** Before anything was chosen: unconnected, or with the sandbox in this language. */
export function firstConfig(sandbox: 'ru' | 'en' | null): ConnectionConfig {
  return sandbox === null ? NOT_CONNECTED : { ...NOT_CONNECTED, kind: 'sandbox', sources: 'all', language: sandbox };
}

export const UMNICO_URL = 'https://api.umnico.com/v1.3';

/** The secret of the webhook's address, and the port it listened on last: a fixed one keeps addresses valid. */
export const webhookConfigSchema = z.object({ secret: z.string(), installation: z.string(), port: z.number() });
export type WebhookConfig = z.infer<typeof webhookConfigSchema>;
