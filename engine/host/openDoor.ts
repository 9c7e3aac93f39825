import { fail, ok, type Result } from '../model/result.ts';
import type { Chance } from '../ports/chance.ts';
import type { Store } from '../ports/store.ts';
import { webhookConfigSchema, type WebhookConfig } from './connectionConfig.ts';

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}
export type OpenWebhook = (options: {
  port: number;
  secrets: () => readonly string[];
  onEvent: (body: unknown) => Promise<Result<void>>;
  probes: { words(): readonly string[]; arrived(word: string): void };
}) => Promise<Result<Listener>>;

/** A word of once that the listener knows as long as it is waited for. */
export interface ProbeWord {
  readonly path: string;
  arrived(): boolean;
  forget(): void;
}

/** The door to the outside, with the address it had last. */
export interface Door {
  readonly listener: Listener;
  readonly path: string;
  /** What our webhooks are called in the account: this installation's own name. */
  readonly name: string;
  /** Whether a request for a path made here has come in proves that an address leads to this listener and no other. */
  readonly probe: () => ProbeWord;
}

const SECRET_BITS = 256;
const INSTALLATION_BITS = 48;

/**
 * Opens the webhook listener. `port`: the one that was asked for; undefined = the one of last time, or any other if that
 * is taken by now, for the address is registered anew. Fault: `portInUse` for a port that was asked for.
 */
export async function openDoor(
  parts: { readonly store: Store; readonly chance: Chance; readonly openWebhook: OpenWebhook },
  port: number | undefined,
  onEvent: (body: unknown) => Promise<Result<void>>,
): Promise<Result<Door>> {
  const { store, openWebhook } = parts;
  const config = await webhookSettings(parts);
  if (!config.ok) return config;
  const { secret, installation, port: last } = config.value;
  const words = new Map<string, boolean>();
  const probes = { words: () => [...words.keys()], arrived: (word: string) => void words.set(word, true) };
  const open = (at: number): Promise<Result<Listener>> =>
    openWebhook({ port: at, secrets: () => [secret], onEvent, probes });
  let listener = await open(port ?? last);
  if (!listener.ok && port === undefined && listener.fault.code === 'portInUse') listener = await open(0);
  if (!listener.ok) return listener;
  const now = { secret, installation, port: listener.value.port };
  const kept = now.port === last ? ok(undefined) : await store.write((writer) => writer.putSetting('webhook', now));
  if (kept.ok)
    return ok({
      listener: listener.value,
      path: `/hook/${secret}`,
      name: `dialogram:${installation}`,
      probe() {
        const word = parts.chance.secret(SECRET_BITS);
        words.set(word, false);
        return {
          path: `/hook/${word}`,
          arrived: () => words.get(word) === true,
          forget: () => void words.delete(word),
        };
      },
    });
  await listener.value.close();
  return fail(kept.fault);
}

async function webhookSettings(parts: {
  readonly store: Store;
  readonly chance: Chance;
}): Promise<Result<WebhookConfig>> {
  const { store, chance } = parts;
  const saved = webhookConfigSchema.safeParse(store.read.setting('webhook'));
  if (saved.success) return ok(saved.data);
  const made = { secret: chance.secret(SECRET_BITS), installation: chance.secret(INSTALLATION_BITS), port: 0 };
  const done = await store.write((writer) => writer.putSetting('webhook', made));
  return done.ok ? ok(made) : done;
}
