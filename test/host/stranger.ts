import { Pool } from 'undici';
import type { Shop } from './liveShop.ts';

/** Somebody who has learnt the address of the webhook, and posts to it what they like. */
export interface Stranger {
  /** Posts all of them over a few sockets. Value: the statuses they were answered with, each once. */
  post(bodies: readonly object[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

export function stranger(shop: Shop): Stranger {
  const { port, path } = shop.engine.webhook;
  const pool = new Pool(`http://127.0.0.1:${String(port)}`, { connections: 8, pipelining: 1 });
  const { id: accountId } = shop.sandbox.world.account;
  return {
    async post(bodies) {
      const answers = await Promise.all(
        bodies.map(async (body) => {
          const reply = await pool.request({
            method: 'POST',
            path,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ accountId, ...body }),
          });
          await reply.body.dump();
          return reply.statusCode;
        }),
      );
      return [...new Set(answers)];
    },
    close: () => pool.close(),
  };
}

/** Where a customer's messages come from, as a stranger may know it. */
export interface Place {
  readonly lead: number;
  readonly realId: number;
  readonly saId: number;
}

export function placeOf(shop: Shop, lead: string): Place {
  const { world } = shop.sandbox;
  const [realId = 0] = world.leads.get(Number(lead))?.realIds ?? [];
  return { lead: Number(lead), realId, saId: world.sources.get(realId)?.saId ?? 0 };
}

interface Said {
  readonly messageId: number | string;
  readonly text: string;
  readonly customId?: string;
  readonly at?: number;
}

/** A body as Umnico would post it. */
export function told(kind: 'incoming' | 'outgoing', { lead, realId, saId }: Place, said: Said): object {
  const { messageId, text, customId, at = Date.now() } = said;
  return {
    type: `message.${kind}`,
    leadId: lead,
    isNewLead: false,
    isNewCustomer: false,
    message: {
      messageId,
      datetime: at,
      incoming: kind === 'incoming',
      ...(customId === undefined ? {} : { customId }),
      sa: { id: saId, type: 'telegram', login: 'shop' },
      message: { text, attachments: [] },
      sender: { id: 1, customerId: 1, login: 'mallory', type: 'telegram' },
      source: { id: `user_${String(realId)}`, realId, saId, type: 'message' },
    },
  };
}
