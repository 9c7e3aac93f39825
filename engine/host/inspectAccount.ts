import type { Fault } from '../model/fault.ts';
import { ok, type Result } from '../model/result.ts';
import type { Channel, ChannelManager, ChannelSource } from '../ports/channel.ts';
import type { EngineStatus } from '../protocol/engineView.ts';
import type { TunnelView } from '../protocol/tunnelViews.ts';

export interface Account {
  readonly id: string;
  readonly managers: readonly ChannelManager[];
  readonly sources: readonly ChannelSource[];
}
export type Hook = EngineStatus['connection']['webhook'];

export const NO_HOOK: Hook = { state: 'off', address: '', others: 0 };

/** Everything of the account that the engine relies on. */
export async function inspectAccount(channel: Channel): Promise<Result<Account>> {
  const account = await channel.account();
  if (!account.ok) return account;
  const managers = await channel.managers();
  if (!managers.ok) return managers;
  const sources = await channel.sources();
  return sources.ok ? ok({ id: account.value.id, managers: managers.value, sources: sources.value }) : sources;
}

/** Who writes in the bot's name: the one chosen, as long as they are there; before a choice, the owner. Fault: `managerMissing`. */
export function writer(managers: readonly ChannelManager[], chosen: string | null): Result<ChannelManager> {
  const found =
    chosen === null
      ? (managers.find((person) => person.owner) ?? managers.find((person) => person.confirmed) ?? managers[0])
      : managers.find((person) => person.id === chosen);
  return found === undefined ? { ok: false, fault: { code: 'managerMissing', login: chosen ?? '' } } : ok(found);
}

export interface Registered {
  readonly hook: Hook;
  readonly fault: Fault | null;
  /** It was not as it should be: nobody was told of what happened until now. */
  readonly repaired: boolean;
}

/** Puts our webhook right. `base`: under which the outside reaches the listener. */
export async function register(
  channel: Channel,
  base: string,
  { path, name }: { readonly path: string; readonly name: string },
): Promise<Registered> {
  const done = await channel.ensureWebhook(`${base.replace(/\/+$/u, '')}${path}`, name);
  return done.ok
    ? { hook: { state: 'on', address: base, others: done.value.others }, fault: null, repaired: done.value.repaired }
    : { hook: { state: 'failed', address: base, others: 0 }, fault: done.fault, repaired: false };
}

/** Nothing to register now: nobody has chosen a way in, it is being opened, or it is down. */
export function noWayIn({ settings, fault }: TunnelView): Registered {
  if (settings === null) return { hook: NO_HOOK, fault: { code: 'noPublicAddress' }, repaired: false };
  return { hook: NO_HOOK, fault: fault === null ? null : { code: 'tunnelDown' }, repaired: false };
}
