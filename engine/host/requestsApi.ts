import { ok, type Result } from '../model/result.ts';
import type { Reply } from '../protocol.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';
import { keepPrivateHosts, readPrivateHosts } from './privateHosts.ts';

type Settings = Reply<'requests.view'>;
type RequestHandlers = Pick<
  Handlers,
  'test.request' | 'requests.view' | 'requests.putKey' | 'requests.dropKey' | 'requests.setHosts'
>;

/** What a window asks about the requests that authors write. */
export function requestsApi({ keys, store, ask }: Engine): RequestHandlers {
  async function view(): Promise<Result<Settings>> {
    const found = await keys.list();
    if (!found.ok) return found;
    const { keys: list, kept } = found.value;
    return ok({
      keys: list.map((key) => ({ ...key, hosts: [...key.hosts] })),
      kept,
      privateHosts: [...readPrivateHosts(store)],
    });
  }
  const after = (done: Result<unknown>): Result<never> | Promise<Result<Settings>> => (done.ok ? view() : done);

  return {
    'test.request': ({ body, ...request }) => ask({ ...request, ...(body === undefined ? {} : { body }) }),
    'requests.view': () => view(),
    'requests.putKey': async ({ allowFile, ...key }) => after(await keys.put(key, allowFile)),
    'requests.dropKey': async ({ name }) => after(await keys.drop(name)),
    'requests.setHosts': async ({ hosts }) => after(await keepPrivateHosts(store, hosts)),
  };
}
