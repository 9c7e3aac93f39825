import type { Fault } from '../model/fault.ts';
import type { Result } from '../model/result.ts';

/** What a tunnel says after it was opened. */
export type TunnelNews =
  /** The service gave it another address, on the same connection. */
  | { readonly news: 'moved'; readonly url: string }
  /** It may carry nothing for a while and mends itself: worth a look. */
  | { readonly news: 'shaky' }
  /** It is gone for good and has let go of everything; said once. Whoever wants it back starts another. */
  | { readonly news: 'ended'; readonly fault: Fault };

/** A way from the open internet to one local port. */
export interface Tunnel {
  /** Under which the outside reaches the port: an origin, may have a path, no slash at the end. */
  readonly url: string;
  /** Lets go of everything; after it nothing is said any more. Never rejects, may be called twice. */
  close(): Promise<void>;
  /** Told from now on, and at once if it has ended already. Value: stops. */
  onNews(hear: (news: TunnelNews) => void): () => void;
}

/** Says that nobody wants it any more: an `AbortSignal`, as far as a tunnel needs one. */
export interface GiveUp {
  readonly aborted: boolean;
  addEventListener(type: 'abort', run: () => void, options?: { readonly once?: boolean }): void;
}

export interface TunnelProvider {
  /**
   * Opens a tunnel to `http://127.0.0.1:localPort`. `signal`: gives up, and leaves nothing behind. Faults: `network` and
   * `timeout` (worth another try), `sshRefused`, `sshHostKeyChanged`, `sshKeyUnreadable`, `sshNoForward`, `tunnelNoAddress`,
   * `tunnelProgramMissing`, `tunnelRefused`, `tunnelEnded`.
   */
  start(localPort: number, signal: GiveUp): Promise<Result<Tunnel>>;
}
