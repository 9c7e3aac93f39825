import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The least account an engine can be connected to, so that a benchmark measures the engine and not its far end. It tells
 * when each send arrived; the sandbox is the faithful one, this is only fast.
 */
export interface FakeAccount {
  readonly url: string;
  readonly webhook: () => string;
  onSend: (lead: string, at: number) => void;
  /** A customer writes: the history has it from then on. Gives the webhook's body. */
  writes(lead: number, messageId: number, text: string): string;
  close(): Promise<void>;
}

export async function fakeAccount(): Promise<FakeAccount> {
  let hook = '';
  let next = 1;
  // Its own: of what one engine's customers wrote, the next engine would find the whole to be missed, and catch up with it.
  const wrote = new Map<number, number>();
  const said = new Map<number, Said[]>();
  const account: { onSend: FakeAccount['onSend'] } = { onSend: () => undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
  });

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const path = (request.url ?? '').replace(/^\/v1\.3/u, '').split('?')[0] ?? '';
    const send = /^\/messaging\/(\d+)\/send$/u.exec(path);
    if (send !== null) {
      account.onSend(send[1] ?? '', performance.now());
      return json(response, [{ messageId: next++ }]);
    }
    const thread = /^\/messaging\/(\d+)\/history\//u.exec(path);
    if (thread !== null) return json(response, page(said.get(Number(thread[1])) ?? [], body));
    if (path === '/account/me') return json(response, { account: { id: 1, status: 'active' } });
    if (path === '/managers')
      return json(response, [{ id: 7, login: 'owner@example.org', name: 'Owner', role: 'owner', confirmed: true }]);
    if (path === '/integrations') return json(response, [{ id: 5, type: 'telegram', login: 'shop', status: 'active' }]);
    if (path === '/statuses') return json(response, [{ id: 1, type: 'primary', name: 'Первичное касание', order: 0 }]);
    if (path === '/webhooks' && request.method === 'POST') {
      hook = (JSON.parse(body) as { url: string }).url;
      return json(response, { id: 1, url: hook, name: 'x', status: 1 });
    }
    if (path.startsWith('/webhooks'))
      return json(response, hook === '' ? [] : [{ id: 1, url: hook, name: 'x', status: 1 }]);
    if (path === '/leads/all')
      return json(response, listed(wrote, new URL(request.url ?? '', 'http://x').searchParams));
    if (path.startsWith('/leads/')) return json(response, { id: Number(path.slice(7)), statusId: 1 });
    return json(response, []);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1.3`,
    webhook: () => hook,
    set onSend(hear) {
      account.onSend = hear;
    },
    get onSend() {
      return account.onSend;
    },
    writes(lead, messageId, text) {
      const message = messageOf(lead, messageId, text);
      wrote.delete(lead);
      wrote.set(lead, Date.now());
      const all = said.get(lead) ?? [];
      said.set(lead, all);
      all.unshift(message);
      all.length = Math.min(all.length, SHOWN);
      return incoming(lead, messageId, text, message);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** Those who wrote since then, the last first. */
function listed(wrote: ReadonlyMap<number, number>, query: URLSearchParams): readonly object[] {
  const offset = Number(query.get('offset'));
  const from = Number(query.get('lastMessageFrom'));
  return [...wrote]
    .reverse()
    .filter(([, at]) => at >= from)
    .slice(offset, offset + Number(query.get('limit')))
    .map(([id, timestamp]) => ({ id, message: { timestamp, unread: 1 } }));
}

type Said = ReturnType<typeof messageOf>;

/** What the history shows of each lead, newest first: what is looked up seconds later is still in it. */
const SHOWN = 64;
/** As the sandbox has it. */
const PAGE = 20;

/** The cursor is the last message of the page before. */
function page(
  said: readonly Said[],
  body: string,
): { readonly cursor: number | null; readonly messages: readonly Said[] } {
  const { cursor } = (body === '' ? {} : JSON.parse(body)) as { readonly cursor?: number };
  const first = cursor === undefined ? 0 : said.findIndex(({ messageId }) => messageId < cursor);
  const messages = first === -1 ? [] : said.slice(first, first + PAGE);
  return { cursor: first + PAGE < said.length ? (messages.at(-1)?.messageId ?? null) : null, messages };
}

/** A customer's chat has the number of the lead after this one. */
export const FIRST_CHAT = 700_000;

/** A customer's message as Umnico's webhook carries it. */
export function incoming(
  lead: number,
  messageId: number,
  text: string,
  message = messageOf(lead, messageId, text),
): string {
  return JSON.stringify({
    type: 'message.incoming',
    accountId: 1,
    leadId: lead,
    isNewLead: false,
    isNewCustomer: false,
    message,
  });
}

function messageOf(lead: number, messageId: number, text: string) {
  return {
    messageId,
    datetime: new Date().toISOString(),
    incoming: true,
    sa: { id: 5, type: 'telegram', login: 'shop' },
    message: { text, attachments: [] },
    sender: { id: lead, customerId: lead, login: `c${String(lead)}`, type: 'telegram' },
    source: { id: `user_${String(lead)}`, realId: FIRST_CHAT + lead, saId: 5, type: 'message' },
  };
}
