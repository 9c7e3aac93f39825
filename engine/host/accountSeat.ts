import { ok, type Result } from '../model/result.ts';
import { connectionConfigSchema, firstConfig, type ConnectionConfig } from './connectionConfig.ts';
import type { ConnectionDeps } from './connectionDeps.ts';
import { meetAccount, presentScope } from './meetAccount.ts';
import { oneAtATime } from './oneAtATime.ts';
import { scopedChannel, type ScopedChannel } from './scopedChannel.ts';

/** Which account is meant, and the channel that leads to it. */
export interface AccountSeat {
  config(): ConnectionConfig;
  channel(): ScopedChannel | null;
  /** What the keys begin with that the leads of the account have which answered last. */
  scope(): string;
  token(): string;
  /** The account that `channel` leads to has said who it is; before that nothing is sent to it. */
  isMet(): boolean;
  /** `change` is worked out when its turn has come; `then` runs with it, before anybody looks at what is new. */
  save(change: (present: ConnectionConfig) => ConnectionConfig, then?: () => void): Promise<Result<void>>;
  /** From here on another account is meant, or the same one anew. */
  turnTo(token: string): void;
  /** The same account has this token, and is at this address if it is told. */
  open(token: string, baseUrl?: string): void;
  /** The account that `present` leads to has said who it is. Faults: those of a write. */
  meet(id: string, present: ScopedChannel): Promise<Result<void>>;
}

const KEY = 'connection';

export function createAccountSeat({
  store,
  clock,
  firstSandbox,
  openChannel,
}: Pick<ConnectionDeps, 'store' | 'clock' | 'firstSandbox' | 'openChannel'>): AccountSeat {
  const saved = connectionConfigSchema.safeParse(store.read.setting(KEY));
  let config: ConnectionConfig = saved.success ? saved.data : firstConfig(firstSandbox);
  let channel: ScopedChannel | null = null;
  let scope = presentScope(store.read);
  let token = '';
  let met = false;
  const inOrder = oneAtATime();

  function save(change: (present: ConnectionConfig) => ConnectionConfig, then = (): void => undefined) {
    return inOrder(async () => {
      const next = change(config);
      const done = await store.write((writer) => writer.putSetting(KEY, next));
      if (done.ok) {
        config = next;
        then();
      }
      return done;
    });
  }

  function open(its: string, baseUrl?: string): void {
    token = its;
    if (baseUrl !== undefined) config = { ...config, baseUrl };
    // What waits for its turn in the line of this account must not go out with the token of the next one.
    channel = config.kind === 'none' ? null : scopedChannel(openChannel(config.baseUrl, () => its));
  }

  return {
    config: () => config,
    channel: () => channel,
    scope: () => scope,
    token: () => token,
    isMet: () => met,
    save,
    turnTo(its) {
      open(its);
      met = false;
    },
    open,
    async meet(id, present) {
      const done = await meetAccount(store, id, clock.now());
      if (!done.ok) return done;
      // What its webhook posts is of the account that is known as connected: both change at once.
      const enter = (): void => {
        scope = presentScope(store.read);
        if (channel === present) present.enter(scope);
      };
      // The people of another account are others: its owner writes until somebody else is chosen.
      const known = (now: ConnectionConfig): ConnectionConfig =>
        channel !== present || now.account === id
          ? now
          : { ...now, account: id, ...(now.account === null ? {} : { manager: null }) };
      if (config.account === id) enter();
      const kept = config.account === id ? ok(undefined) : await save(known, enter);
      if (kept.ok && channel === present) met = true;
      return kept;
    },
  };
}
