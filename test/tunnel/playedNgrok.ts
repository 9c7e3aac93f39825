import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import type { NgrokModule } from '../../engine/tunnel/ngrokTunnel.ts';

type Config = Parameters<NgrokModule['forward']>[0];

/** `@ngrok/ngrok` by the shapes of its declarations; its edge is a port of this computer. */
export interface PlayedNgrok {
  readonly module: NgrokModule;
  readonly token: string;
  readonly asked: readonly Config[];
  readonly at: (url: string) => string;
  /** The library says that its connection was lost, or is back. */
  says(status: 'closed' | 'connected'): void;
  close(): Promise<void>;
}

export function playedNgrok(): PlayedNgrok {
  const token = '2abc_authtoken-of-the-shop';
  const asked: Config[] = [];
  const edges: Server[] = [];
  return {
    token,
    asked,
    module: {
      async forward(config) {
        asked.push(config);
        // As the service words it, with its number.
        if (config.authtoken !== token)
          throw new Error('failed to authenticate: The authtoken you specified is not valid.\n\nERR_NGROK_107\n');
        const edge = createServer((outside) => {
          const inside = connect(config.addr, '127.0.0.1');
          outside.on('error', () => inside.destroy());
          inside.on('error', () => outside.destroy());
          outside.pipe(inside);
          inside.pipe(outside);
        });
        await new Promise<void>((settle) => edge.listen(0, '127.0.0.1', () => settle()));
        edges.push(edge);
        return {
          url: () => `https://${config.domain ?? 'a1b2-203-0-113-7.ngrok-free.app'}`,
          close: () => new Promise<void>((settle) => edge.close(() => settle())),
        };
      },
    },
    at: () => `http://127.0.0.1:${String((edges.at(-1)?.address() as AddressInfo | null)?.port ?? 1)}`,
    says(status) {
      for (const { onStatusChange } of asked) onStatusChange(status);
    },
    async close() {
      for (const edge of edges) if (edge.listening) await new Promise<void>((settle) => edge.close(() => settle()));
    },
  };
}
