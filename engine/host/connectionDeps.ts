import type { Result } from '../model/result.ts';
import type { Chance } from '../ports/chance.ts';
import type { Channel } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import type { ProbeWord } from './openDoor.ts';
import type { Pace } from './pace.ts';
import type { Tunnels } from './tunnelControl.ts';

export interface SandboxHandle {
  readonly apiUrl: string;
  readonly pageUrl: string;
  readonly token: string;
  close(): Promise<void>;
}

export interface ConnectionDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly pace: Pace;
  readonly secrets: Secrets;
  readonly tunnels: Tunnels | undefined;
  readonly openChannel: (baseUrl: string, token: () => string) => Channel;
  readonly openSandbox: (language: 'ru' | 'en') => Promise<Result<SandboxHandle>>;
  /** Port of the webhook listener, the secret path of its one route, the name our webhooks carry, and its words of once. */
  readonly webhook: {
    readonly port: number;
    readonly path: string;
    readonly name: string;
    readonly probe: () => ProbeWord;
  };
  /** Connects to the sandbox, in this language, if nothing was ever chosen: a new user goes live without an account. */
  readonly firstSandbox: 'ru' | 'en' | null;
  readonly onChange: () => void;
  /** The account answers again, or for the first time: send what waited, fetch what was missed. */
  readonly onConnected: () => void;
}
