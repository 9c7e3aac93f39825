import type { Result } from '../model/result.ts';
import type { Channel } from '../ports/channel.ts';
import type { Chance } from '../ports/chance.ts';
import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { RequestRunner } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { KeptKeys } from './accessKeys.ts';
import type { Store } from '../ports/store.ts';
import type { SandboxHandle } from './connectionDeps.ts';
import type { EncoderPack } from './encoderPack.ts';
import type { Learn, LearnMore } from './learnInThread.ts';
import type { OpenWebhook } from './openDoor.ts';
import type { Pace } from './pace.ts';
import type { Tunnels } from './tunnelControl.ts';

/** Everything the engine needs of the world; `host/openEngine.ts` opens the real ones. */
export interface EngineParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly secrets: Secrets;
  /** Access keys that are not kept but given, by name. */
  readonly givenKeys?: KeptKeys | undefined;
  readonly pace: Pace;
  readonly openChannel: (baseUrl: string, token: () => string) => Channel;
  readonly openSandbox: (language: 'ru' | 'en') => Promise<Result<SandboxHandle>>;
  readonly openWebhook: OpenWebhook;
  /** Absent = none can be opened, as in a simulation. */
  readonly tunnels?: Tunnels;
  readonly requestRunner: RequestRunner;
  readonly readPayload: (body: unknown, receivedAt: number) => Result<CrmEvent>;
  readonly describeShape: (body: unknown) => string;
  readonly firstSandbox: 'ru' | 'en' | null;
  /** Undefined = the port it had last, else any free one. */
  readonly webhookPort?: number;
  /** Absent = in place, as in a simulation. */
  readonly learn?: Learn;
  /** With vectors the owner has chosen, and how those are read. Absent = there can be none, as in a simulation. */
  readonly learnMore?: LearnMore;
  readonly openPack?: (folder: string) => Result<EncoderPack>;
  /** Vectors of phrases kept of other packs than the one in use (its id). */
  readonly forgetKeptVectors?: (used: string | null) => void;
  /** Seconds this computer's clock is ahead of the account's; null = not known yet. */
  readonly clockAhead?: () => number | null;
}
