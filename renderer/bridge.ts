import {
  type Method,
  type Params,
  type Push,
  pushSchema,
  type Reply,
  replySchema,
  REQUESTS,
  type RequestEnvelope,
} from '../engine/protocol.ts';
import { fail, ok, type Result } from '../engine/model/result.ts';

/** A menu of the native bar (electron/contract.ts). */
export interface MenuGroup {
  readonly id: 'app' | 'go' | 'edit' | 'blocks' | 'view' | 'test' | 'help';
  readonly label: string;
  readonly entries: readonly {
    readonly id: string;
    readonly label: string;
    readonly keys: string | null;
    readonly enabled: boolean;
  }[];
}

/** What the preload script of the desktop gives the page (electron/contract.ts). In a browser there is none. */
export interface DesktopBridge {
  /** Node's `process.platform`. */
  readonly platform: string;
  request(envelope: RequestEnvelope): Promise<unknown>;
  onPush(listener: (push: unknown) => void): () => void;
  /** Null = the person changed their mind. */
  openFile(): Promise<{ readonly name: string; readonly text: string } | null>;
  /** Value: the whole path of a folder; null = the person changed their mind. */
  chooseFolder(): Promise<string | null>;
  /** A file the system handed to the app, oldest first; null = none waits. */
  takeOpenedFile(): Promise<{ readonly name: string; readonly text: string } | null>;
  /** Something waits to be taken. Value: stops listening. */
  onOpenedFile(listener: () => void): () => void;
  /** True = written where the person said. */
  saveFile(file: { readonly name: string; readonly text: string }): Promise<boolean>;
  openExternal(url: string): Promise<boolean>;
  /** 1 = 100 %. */
  setZoom(factor: number): void;
  /** For the native parts of the window. */
  setLook(look: { readonly theme: 'system' | 'light' | 'dark'; readonly language: 'ru' | 'en' }): void;
  /** What the native menu bar offers. */
  setMenu(groups: readonly MenuGroup[]): void;
  /** The field with the focus takes its last change back, or does it again. */
  editText(how: 'undo' | 'redo'): void;
  /** An entry of the menu bar was chosen. */
  onAct(listener: (id: string) => void): () => void;
}

declare global {
  interface Window {
    dialogram?: DesktopBridge;
  }
}

/**
 * Is the engine there? `refused`: the key in the address is wrong or old, trying again would not help.
 * While `connecting` requests wait; after `lost` they fail at once with the fault `engineGone` until it is `open` again.
 */
export type Connection = 'connecting' | 'open' | 'lost' | 'refused';

/** A way to the engine. `request` resolves to a reply envelope, whatever happens. */
export interface Transport {
  request(envelope: RequestEnvelope): Promise<unknown>;
  onPush(listener: (push: unknown) => void): () => void;
  /** Calls with the present state at once. */
  onConnection(listener: (connection: Connection) => void): () => void;
  /** Tries now instead of at the next turn of the back-off. */
  reconnect(): void;
}

export interface Bridge {
  call<M extends Method>(method: M, params: Params<M>): Promise<Result<Reply<M>>>;
  onPush(listener: (push: Push) => void): () => void;
  onConnection(listener: (connection: Connection) => void): () => void;
  reconnect(): void;
}

/** The typed side of a transport: everything that comes in is parsed, a reply of another shape is the fault `badReply`. */
export function createBridge(transport: Transport): Bridge {
  let last = 0;
  return {
    async call(method, params) {
      last += 1;
      const envelope = replySchema.safeParse(await transport.request({ id: last, method, params }));
      if (!envelope.success) return fail({ code: 'badReply', at: method });
      if (!envelope.data.ok) return fail(envelope.data.fault);
      return readReply(method, envelope.data.value);
    },
    onPush: (listener) =>
      transport.onPush((message) => {
        const push = pushSchema.safeParse(message);
        if (push.success) listener(push.data);
      }),
    onConnection: (listener) => transport.onConnection(listener),
    reconnect: () => transport.reconnect(),
  };
}

function readReply<M extends Method>(method: M, value: unknown): Result<Reply<M>> {
  const parsed = REQUESTS[method].reply.safeParse(value);
  // The schema is the one of this very method; TypeScript can't see through the union of all of them.
  if (parsed.success) return ok(parsed.data as Reply<M>);
  return fail({ code: 'badReply', at: `${method} ${parsed.error.issues[0]?.path.join('.') ?? ''}`.trim() });
}

let present: Bridge | undefined;

/** Once, at the start of the window (and per test). */
export function setBridge(bridge: Bridge): void {
  present = bridge;
}

function theBridge(): Bridge {
  if (present === undefined) throw new Error('the bridge is used before main.tsx has made it');
  return present;
}

/** Asks the engine. Never rejects for an expected failure: look at `ok`. */
export function call<M extends Method>(method: M, params: Params<M>): Promise<Result<Reply<M>>> {
  return theBridge().call(method, params);
}

export function onPush(listener: (push: Push) => void): () => void {
  return theBridge().onPush(listener);
}

export function onConnection(listener: (connection: Connection) => void): () => void {
  return theBridge().onConnection(listener);
}

export function reconnect(): void {
  theBridge().reconnect();
}
