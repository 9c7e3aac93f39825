import type { RequestSettings } from '../../engine/protocol/requestViews.ts';
import type { OutsideHost } from '../nodes/outsideHosts.ts';

export interface HostState {
  /** `otherHosts`: the key is here, and the engine will not let it go there. */
  readonly keys: readonly { readonly name: string; readonly state: 'here' | 'missing' | 'otherHosts' }[];
  /** Inside the own network, and its owner has not opened it. */
  readonly isClosed: boolean;
  /** Something has to be done in the settings before requests there can work. */
  readonly isShort: boolean;
}

/** What this computer has for requests to a host; the engine decides again as a request leaves. */
export function hostState({ host, isLocal, isPlain, keys }: OutsideHost, settings: RequestSettings): HostState {
  const [name = ''] = host.split(/:\d+$/u);
  const whole = name === host ? `${name}:${isPlain ? '80' : '443'}` : host;
  const states = keys.map((wanted) => {
    const key = settings.keys.find((known) => known.name === wanted);
    const fits = key?.hosts.some((allowed) => allowed === whole || allowed === host) === true;
    return { name: wanted, state: key === undefined ? 'missing' : fits ? 'here' : 'otherHosts' } as const;
  });
  const isClosed = isLocal && !settings.privateHosts.some((allowed) => allowed === whole || allowed === name);
  return { keys: states, isClosed, isShort: isClosed || states.some(({ state }) => state !== 'here') };
}
