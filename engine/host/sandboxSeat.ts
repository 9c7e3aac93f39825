import { fail, ok, type Result } from '../model/result.ts';
import type { SandboxHandle } from './connectionDeps.ts';

/** The one sandbox of a connection, opened when it is first asked for. */
export interface SandboxSeat {
  present(): SandboxHandle | null;
  /** Asked for again while it is being opened, it is the same one. Faults: those of opening; the next call tries anew. */
  open(language: 'ru' | 'en'): Promise<Result<SandboxHandle>>;
  /** One that is just being opened is closed as soon as it is there. */
  close(): Promise<void>;
  /** The same for good: `open` then gives `engineGone`. */
  end(): Promise<void>;
}

export function sandboxSeat(openSandbox: (language: 'ru' | 'en') => Promise<Result<SandboxHandle>>): SandboxSeat {
  let present: SandboxHandle | null = null;
  let ended = false;
  let opening: Promise<Result<SandboxHandle>> | null = null;

  async function begin(language: 'ru' | 'en'): Promise<Result<SandboxHandle>> {
    try {
      const opened = await openSandbox(language);
      if (opened.ok) present = opened.value;
      return opened;
    } finally {
      opening = null;
    }
  }

  async function close(): Promise<void> {
    // Whoever opens it hears of what went wrong.
    await opening?.catch(() => undefined);
    const last = present;
    present = null;
    await last?.close();
  }

  return {
    present: () => present,
    open(language) {
      if (ended) return Promise.resolve(fail({ code: 'engineGone' }));
      return present === null ? (opening ??= begin(language)) : Promise.resolve(ok(present));
    },
    close,
    end() {
      ended = true;
      return close();
    },
  };
}
