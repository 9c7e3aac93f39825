import type { Socket } from 'node:net';

export interface Connections {
  opened(socket: Socket): void;
  /** A request has arrived whole and is being worked on: its connection is left alone until `finished`. */
  working(socket: Socket): void;
  finished(socket: Socket): void;
  /** Ends those that wait for nothing, gives half-sent requests `graceMs`, lets work finish. */
  drain(graceMs: number): void;
}

/**
 * At most `limit` open connections. Beyond it the one longest without work goes, not the newcomer: slow sockets
 * that somebody holds open on purpose would otherwise lock the real sender out until they time out.
 */
export function connections(limit: number): Connections {
  /** In order of last use; the number of requests being worked on. */
  const open = new Map<Socket, number>();
  let draining = false;

  function cutIdle(isIdle: (socket: Socket) => boolean): void {
    for (const [socket, work] of open) if (work === 0 && isIdle(socket)) socket.destroy();
  }

  return {
    opened(socket) {
      open.set(socket, 0);
      socket.once('close', () => open.delete(socket));
      if (open.size <= limit) return;
      for (const [idle, work] of open) {
        if (work > 0) continue;
        open.delete(idle);
        idle.destroy();
        return;
      }
    },
    working(socket) {
      if (open.has(socket)) open.set(socket, (open.get(socket) ?? 0) + 1);
    },
    finished(socket) {
      const work = open.get(socket);
      if (work === undefined) return;
      open.delete(socket); // to the end: of those without work, the one longest unused goes first
      open.set(socket, Math.max(0, work - 1));
      if (draining && work <= 1) socket.end();
    },
    drain(graceMs) {
      draining = true;
      cutIdle((socket) => socket.bytesRead === 0);
      const timer = setTimeout(() => cutIdle(() => true), graceMs);
      timer.unref();
    },
  };
}
