import { z } from 'zod';
import type { ReplyEnvelope, RequestEnvelope } from '../../engine/protocol.ts';
import type { Connection, Transport } from '../bridge.ts';
import { createSignal } from './signal.ts';

/** The part of a WebSocket that is used; a test gives its own. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onmessage' | 'onclose' | 'onerror' | 'onopen'>;

export interface WebSocketTransportOptions {
  readonly open: () => Socket;
  /** Handed over once in the address of the page, then kept for this tab. */
  readonly token: string;
  readonly wait?: (ms: number, then: () => void) => () => void;
}

const BACKOFF_MS = [300, 700, 1_500, 3_000, 5_000, 8_000] as const;
const CLOSE_BAD_TOKEN = 4401;

const readySchema = z.object({ ready: z.literal(true) });
const withIdSchema = z.looseObject({ id: z.number() });
const withPushSchema = z.looseObject({ push: z.string() });

/**
 * The engine over `ws://host/ws`. The first frame is `{"hello": token}`, the answer `{"ready": true}`; a wrong token is closed
 * with 4401. A lost connection is tried again with back-off, and at once when the network or the tab comes back.
 */
export function webSocketTransport({ open, token, wait = later }: WebSocketTransportOptions): Transport {
  const pushes = createSignal<unknown>();
  const states = createSignal<Connection>();
  const waiting = new Map<number, { envelope: RequestEnvelope; resolve: (reply: unknown) => void }>();
  let state: Connection = 'connecting';
  let socket: Socket | undefined;
  let attempts = 0;
  let stopWaiting: (() => void) | undefined;

  function become(next: Connection): void {
    if (next === state) return;
    state = next;
    states.tell(next);
  }

  function connect(): void {
    stopWaiting?.();
    stopWaiting = undefined;
    const mine = open();
    socket = mine;
    mine.onopen = () => mine.send(JSON.stringify({ hello: token }));
    mine.onmessage = (event: MessageEvent<unknown>) => mine === socket && receive(parse(event.data));
    mine.onclose = (event) => mine === socket && closed(event.code === CLOSE_BAD_TOKEN);
  }

  function receive(message: unknown): void {
    const reply = withIdSchema.safeParse(message);
    if (reply.success) {
      waiting.get(reply.data.id)?.resolve(message);
      waiting.delete(reply.data.id);
    } else if (withPushSchema.safeParse(message).success) {
      pushes.tell(message);
    } else if (readySchema.safeParse(message).success) {
      attempts = 0;
      become('open');
      for (const { envelope } of waiting.values()) socket?.send(JSON.stringify(envelope));
    }
  }

  function closed(refused: boolean): void {
    socket = undefined;
    for (const [id, { resolve }] of waiting) resolve(engineGone(id));
    waiting.clear();
    become(refused ? 'refused' : 'lost');
    if (refused) return;
    stopWaiting = wait(BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length - 1)] ?? 0, connect);
    attempts += 1;
  }

  function reconnect(): void {
    if (socket === undefined && state !== 'refused') connect();
  }

  connect();
  window.addEventListener('online', reconnect);

  return {
    request(envelope) {
      if (state === 'lost' || state === 'refused') return Promise.resolve(engineGone(envelope.id));
      return new Promise((resolve) => {
        waiting.set(envelope.id, { envelope, resolve });
        if (state === 'open') socket?.send(JSON.stringify(envelope));
      });
    },
    onPush: pushes.listen,
    onConnection(listener) {
      listener(state);
      return states.listen(listener);
    },
    reconnect,
  };
}

function engineGone(id: number): ReplyEnvelope {
  return { id, ok: false, fault: { code: 'engineGone' } };
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}

function later(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}
