import type { Channel } from '../ports/channel.ts';
import type { StoreReader } from '../ports/store.ts';

/** What turns and sending need of the connected account; empty while there is none. */
export interface Crm {
  readonly channel: Channel | null;
  readonly account: string | null;
  /** Employee in whose name the bot writes. */
  readonly manager: string | null;
  readonly sources: readonly string[] | 'all';
}

/** Read at every use: connecting, changing people or sources takes effect at once. */
export type CurrentCrm = () => Crm;

/** The bot's id of a status of the CRM, null if it is not linked. */
export function linkedStatus(read: StoreReader, bot: string, external: string | null): string | null {
  return read.statusLinks(bot).find((link) => link.external === external)?.status ?? null;
}

/** The CRM's id of a status of the bot, undefined if it is not linked. */
export function externalStatus(read: StoreReader, bot: string, status: string): string | undefined {
  return read.statusLinks(bot).find((link) => link.status === status)?.external;
}
