import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Undefined: taken by another program, or not ours to take. */
export function listen(server: Server, port: number, host: string): Promise<number | undefined> {
  return new Promise((done, surprise) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(undefined);
      else surprise(error);
    };
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      done((server.address() as AddressInfo).port);
    });
  });
}
