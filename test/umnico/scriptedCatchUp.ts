import { ok } from '../../engine/model/result.ts';
import type { Result } from '../../engine/model/result.ts';
import type { Channel, MissedQuery } from '../../engine/ports/channel.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import { answer, channelTo, scripted } from './parts.ts';

/** All that is brought, in the order in which it comes; a fault if it ended with one. */
export async function bring(channel: Channel, query: MissedQuery): Promise<Result<readonly CrmEvent[]>> {
  const events: CrmEvent[] = [];
  const done = await channel.missed(query, (event) => {
    events.push(event);
    return Promise.resolve(ok(undefined));
  });
  return done.ok ? ok(events) : done;
}

interface Script {
  readonly leads: readonly object[] | ((offset: number, limit: number) => unknown);
  /** A status, or the body of a 200. */
  readonly sources: (lead: string) => unknown;
  readonly history?: (lead: string) => unknown;
}

/** A service that answers as scripted: for replies that the sandbox, rightly, never gives. */
export async function scriptedCatchUp({ leads, sources, history }: Script) {
  const server = await scripted((request, response) => {
    const url = new URL(request.path, 'http://x');
    const [, , section, lead = '', what] = url.pathname.split('/');
    const number = (name: string) => Number(url.searchParams.get(name));
    const list = () => (typeof leads === 'function' ? leads(number('offset'), number('limit')) : leads);
    const body = section === 'leads' ? list() : what === 'sources' ? sources(lead) : history?.(lead);
    if (typeof body === 'number') answer(response, body, { error: 'no' });
    else answer(response, 200, body);
  });
  const { channel, close, log } = channelTo(server.baseUrl);
  return {
    channel,
    opened: [server, { close }],
    lines: log.lines,
    asked: () => server.received.map(({ path }) => path.replace('/v1.3', '')),
  };
}
