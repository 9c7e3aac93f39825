import type { RequestSettings } from '../../engine/protocol/requestViews.ts';
import type { OutsideHost } from '../nodes/outsideHosts.ts';

/**
 * `otherHosts`: the key is here, and the engine will not let it go there; `plain`: nor over http, where everybody between
 * could read it.
 */
type KeyState = 'here' | 'missing' | 'otherHosts' | 'plain';

export interface HostState {
  readonly keys: readonly { readonly name: string; readonly state: KeyState }[];
  /** Inside the own network, and its owner has not opened it. */
  readonly isClosed: boolean;
  /** Something has to be done before requests there can work. */
  readonly isShort: boolean;
}

/** What this computer has for requests to a host; the engine decides again as a request leaves. */
export function hostState({ host, isLocal, safe, plain }: OutsideHost, settings: RequestSettings): HostState {
  const [name = ''] = host.split(/:\d+$/u);
  const withPort = (usual: '80' | '443'): string => (name === host ? `${name}:${usual}` : host);
  const isOpened = (whole: string): boolean =>
    settings.privateHosts.some((allowed) => allowed === whole || allowed === name);

  /** Of one key: to every port it is sent to, and the worst that stands in its way. */
  function stateOf(wanted: string): KeyState {
    const key = settings.keys.find((known) => known.name === wanted);
    if (key === undefined) return 'missing';
    const fits = (whole: string): boolean => key.hosts.some((allowed) => allowed === whole || allowed === host);
    const isPlain = plain?.includes(wanted) === true;
    if (isPlain && !fits(withPort('80'))) return 'otherHosts';
    if (safe?.includes(wanted) === true && !fits(withPort('443'))) return 'otherHosts';
    return isPlain && !isOpened(withPort('80')) ? 'plain' : 'here';
  }

  const keys = [...new Set([...(safe ?? []), ...(plain ?? [])])].map((wanted) => ({
    name: wanted,
    state: stateOf(wanted),
  }));
  const isClosed =
    isLocal && ((plain !== null && !isOpened(withPort('80'))) || (safe !== null && !isOpened(withPort('443'))));
  return { keys, isClosed, isShort: isClosed || keys.some(({ state }) => state !== 'here') };
}
