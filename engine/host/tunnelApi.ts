import { ok, type Result } from '../model/result.ts';
import type { Reply } from '../protocol.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';

/** Requests about how the outside reaches this engine. */
export function tunnelApi({
  connection,
}: Engine): Pick<Handlers, 'connection.setTunnel' | 'connection.checkTunnel' | 'connection.trustHostKey'> {
  const shown = (done: Result<unknown>): Result<Reply<'connection.setTunnel'>> =>
    done.ok ? ok({ connection: connection.view() }) : done;
  return {
    'connection.setTunnel': async (choice) => shown(await connection.tunnel.choose(choice)),
    async 'connection.checkTunnel'() {
      await connection.tunnel.look();
      return shown(ok(undefined));
    },
    'connection.trustHostKey': async ({ fingerprint }) => shown(await connection.tunnel.trust(fingerprint)),
  };
}
