import type { Chance } from './chance.ts';
import type { Faults } from './faults.ts';
import type { FileShelf } from './fileShelf.ts';
import type { Hub } from './hub.ts';
import type { EventToSend } from './webhookSender.ts';
import type { World } from './world.ts';

/** What every part of the sandbox works on. */
export interface Core {
  readonly world: World;
  readonly shelf: FileShelf;
  readonly chance: Chance;
  readonly hub: Hub;
  /** Replaced as a whole when switches are set. */
  faults: Faults;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** `http://127.0.0.1:PORT`, for links that leave the sandbox. */
  readonly baseUrl: () => string;
  /** The world has changed and must reach its file. */
  readonly changed: () => void;
  /** Hands an event to every hook that is on; settles when each that works has taken it. */
  readonly emit: (event: EventToSend) => Promise<void>;
}
