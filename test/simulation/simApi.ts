import { ACCOUNT, INTEGRATION, MANAGER, STATUSES, type SimAccount, type SimLead, type SimMessage } from './account.ts';
import { wireLead, wireMessage, wireSource } from './wire.ts';

export interface ApiRequest {
  readonly method: string;
  /** From `/v1.3` on, with its query. */
  readonly path: string;
  readonly body: Record<string, unknown>;
}
export interface ApiReply {
  readonly status: number;
  readonly body: unknown;
}
export interface ApiDeps {
  readonly account: SimAccount;
  readonly now: () => number;
  /** How long what is sent just now stays out of the history. */
  readonly lagMs: () => number;
  readonly onSent: (lead: SimLead, message: SimMessage) => void;
  readonly onStatus: (lead: SimLead) => void;
}

const PAGE = 20;
const NOT_FOUND: ApiReply = { status: 404, body: { errors: ['not found'] } };
const fine = (body: unknown): ApiReply => ({ status: 200, body });

/** The endpoints of umnico-api.md that an engine asks, over an account in memory. */
export function simApi(deps: ApiDeps): (request: ApiRequest) => ApiReply {
  const { account } = deps;

  function collection(method: string, path: string, query: URLSearchParams, body: Record<string, unknown>): ApiReply {
    switch (`${method} ${path}`) {
      case 'GET /account/me':
        return fine({ id: 1, account: { id: ACCOUNT } });
      case 'GET /managers':
        return fine([{ id: MANAGER, login: 'owner', name: 'Owner', role: 'owner', confirmed: true }]);
      case 'GET /integrations':
        return fine([{ id: INTEGRATION, type: 'telebot', login: 'shop_bot', status: 'active' }]);
      case 'GET /statuses':
        return fine(STATUSES.map((status, order) => ({ ...status, order, color: '#888' })));
      case 'GET /leads/all':
        return fine(listed(query));
      case 'GET /webhooks':
        return fine([...account.hooks.values()].map(({ id, url, name, status }) => ({ id, url, name, status })));
      case 'POST /webhooks':
        return fine(account.newHook(text(body['url']), text(body['name'])));
      default:
        return NOT_FOUND;
    }
  }

  function listed(query: URLSearchParams): object[] {
    const from = Number(query.get('lastMessageFrom') ?? 0);
    const offset = Number(query.get('offset') ?? 0);
    const leads = [...account.leads.values()].filter((lead) => (lead.messages.at(-1)?.at ?? 0) >= from);
    leads.sort((a, b) => (b.messages.at(-1)?.at ?? 0) - (a.messages.at(-1)?.at ?? 0));
    return leads.slice(offset, offset + Number(query.get('limit') ?? 50)).map(wireLead);
  }

  function hook(method: string, id: number, body: Record<string, unknown>): ApiReply {
    const found = account.hooks.get(id);
    if (found === undefined) return NOT_FOUND;
    if (method === 'DELETE') account.hooks.delete(id);
    if (method === 'PUT' && body['status'] === 1) Object.assign(found, { status: 1, failures: 0 });
    return fine(found);
  }

  function leadCard(method: string, lead: SimLead, body: Record<string, unknown>): ApiReply {
    if (method !== 'PUT') return fine(wireLead(lead));
    const { statusId, userId, details } = body;
    if (typeof userId === 'number') lead.userId = userId;
    if (typeof details === 'string') lead.details = details;
    if (typeof statusId === 'number' && statusId !== lead.statusId) {
      lead.statusId = statusId;
      deps.onStatus(lead);
    }
    return fine(wireLead(lead));
  }

  function history(lead: SimLead, body: Record<string, unknown>): ApiReply {
    const now = deps.now();
    const shown = lead.messages.filter(({ visibleAt }) => visibleAt <= now).toReversed();
    const from = typeof body['cursor'] === 'number' ? body['cursor'] : 0;
    const page = shown.slice(from, from + PAGE);
    const cursor = from + PAGE < shown.length ? from + PAGE : null;
    return fine({ cursor, messages: page.map((message) => wireMessage(lead, message)) });
  }

  function send(lead: SimLead, body: Record<string, unknown>): ApiReply {
    const content = body['message'];
    const said = typeof content === 'object' && content !== null && 'text' in content ? text(content.text) : '';
    const customId = text(body['customId']);
    const message = account.say(lead, { by: 'bot', text: said, customId }, deps.now(), deps.lagMs());
    deps.onSent(lead, message);
    return fine([wireMessage(lead, message)]);
  }

  return ({ method, path, body }) => {
    const [bare = '', query = ''] = path.split('?');
    const [area = '', id = '', what = ''] = bare.slice(1).split('/');
    if (area === 'webhooks' && id !== '') return hook(method, Number(id), body);
    if (area === 'leads' && id === 'all') return collection(method, bare, new URLSearchParams(query), body);
    if (area !== 'leads' && area !== 'messaging') return collection(method, bare, new URLSearchParams(query), body);
    const lead = account.leads.get(Number(id));
    if (lead === undefined) return NOT_FOUND;
    if (area === 'leads') return leadCard(method, lead, body);
    if (what === 'sources') return fine([wireSource(lead)]);
    return what === 'history' ? history(lead, body) : send(lead, body);
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
