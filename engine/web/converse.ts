import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Fault } from '../model/fault.ts';
import { LIMITS } from '../model/limits.ts';
import type { Log } from '../ports/log.ts';
import type { Door } from './door.ts';

export interface Conversation {
  /** A request envelope in, a reply envelope out; never rejects for an expected failure. */
  readonly answer: (envelope: unknown) => Promise<unknown>;
  /** Hands every push to `send`. Value: stops. */
  readonly onPush: (send: (push: unknown) => void) => () => void;
  readonly log: Log;
}

const HELLO_MS = 5_000;
/** A hello is this long at most; whatever comes before it is from a stranger. */
const HELLO_CHARACTERS = 1_000;
/** A page that does not read what it is sent (asleep, stopped in a debugger) is let go before it fills the memory. */
const UNREAD_BYTES = 2 * LIMITS.requestBytes;
const CLOSE = { notJson: 1007, tryLater: 4429, noHello: 4408, badToken: 4401, slow: 1013 } as const;

const hello = z.strictObject({ hello: z.string() });
const withId = z.looseObject({ id: z.number() });

/**
 * One window over one socket, in JSON text: first `{"hello": key}` within five seconds, the answer `{"ready": true}`, then
 * requests, replies and pushes. Closed with 4401 wrong key · 4408 no hello · 4429 too many wrong keys · 1007 not JSON.
 */
export function converse(socket: WebSocket, door: Door, { answer, onPush, log }: Conversation): void {
  let hush: (() => void) | undefined;
  let met = false;
  const tooLong = setTimeout(() => {
    socket.close(CLOSE.noHello);
  }, HELLO_MS);

  function say(message: unknown): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > UNREAD_BYTES) {
      log.warn('web.slowPage', { unread: socket.bufferedAmount });
      socket.close(CLOSE.slow);
      socket.terminate();
      return;
    }
    socket.send(JSON.stringify(message));
  }

  function greet(message: unknown): void {
    clearTimeout(tooLong);
    const said = hello.safeParse(message);
    const verdict = said.success ? door.knock(said.data.hello, Date.now()) : 'wrong';
    if (verdict !== 'in') {
      log.warn('web.refused', { verdict });
      socket.close(verdict === 'paused' ? CLOSE.tryLater : CLOSE.badToken);
      return;
    }
    met = true;
    say({ ready: true });
    hush = onPush(say);
  }

  async function reply(message: unknown): Promise<void> {
    try {
      say(await answer(message));
    } catch (error) {
      const mark = randomUUID().slice(0, 8);
      log.error('web.answerFailed', { mark, error: error instanceof Error ? error.name : 'unknown' });
      const id = withId.safeParse(message).data?.id ?? 0;
      say({ id, ok: false, fault: { code: 'internal', id: mark } satisfies Fault });
    }
  }

  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN) return; // e.g. more guesses behind a wrong one
    const message = isBinary ? undefined : parse(data, met ? LIMITS.requestBytes : HELLO_CHARACTERS);
    if (message === undefined) socket.close(CLOSE.notJson);
    else if (met) void reply(message);
    else greet(message);
  });
  socket.on('close', () => {
    clearTimeout(tooLong);
    hush?.();
  });
  // A broken frame, a reset connection: ws closes the socket by itself afterwards.
  socket.on('error', (error) => log.debug('web.socketError', { error: error.name }));
}

/** Undefined: not JSON, or longer than it may be. */
function parse(data: RawData, longest: number): unknown {
  const text = Array.isArray(data)
    ? Buffer.concat(data).toString('utf8')
    : Buffer.from(data as Buffer).toString('utf8');
  if (text.length > longest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
