import type { Channel } from '../ports/channel.ts';
import type { StoreReader } from '../ports/store.ts';
import type { Standing } from '../runtime/statusNews.ts';

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

/** Where a status of the CRM is in the bot: its id there, or elsewhere if it is not linked. */
export function standingOf(read: StoreReader, bot: string, external: string | null): Standing {
  const status = read.statusLinks(bot).find((link) => link.external === external)?.status ?? null;
  return status === null && external !== null ? { status, elsewhere: external } : { status };
}

/** The CRM's id of a status of the bot, undefined if it is not linked. */
export function externalStatus(read: StoreReader, bot: string, status: string): string | undefined {
  return read.statusLinks(bot).find((link) => link.status === status)?.external;
}
