import type { Engine } from '../host/engine.ts';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { TunnelOption } from './tunnelOptions.ts';

/** Asking again changes nothing: whoever wrote the command line has to. */
const FINAL = new Set<Fault['code']>([
  'sshRefused',
  'sshHostKeyChanged',
  'sshKeyUnreadable',
  'sshNoForward',
  'tunnelRefused',
  'tunnelProgramMissing',
  'tunnelElsewhere',
  'tunnelOpen',
]);
const LOOK_MS = 200;

/**
 * Opens the way in and waits until its address is registered, or it is known that it never will be. What passes (a network that
 * is not up yet) is told once and waited for.
 */
export async function waitForTunnel(
  { connection }: Engine,
  option: TunnelOption,
  end: { readonly stop: { readonly asked: boolean }; readonly stopping: Promise<void> },
  tell: (fault: Fault) => void,
): Promise<Result<void>> {
  const chosen = await connection.tunnel.choose(option);
  if (!chosen.ok) return chosen;
  let told: Fault['code'] | null = null;
  while (!end.stop.asked) {
    const { tunnel, webhook } = connection.view();
    if (option.settings.kind === 'own' || webhook.state === 'failed') break;
    if (tunnel.state === 'up' && webhook.state === 'on' && webhook.address === tunnel.url) break;
    if (tunnel.state === 'down' && tunnel.fault !== null) {
      if (FINAL.has(tunnel.fault.code)) return fail(tunnel.fault);
      if (tunnel.fault.code !== told) tell(tunnel.fault);
      told = tunnel.fault.code;
    }
    await Promise.race([new Promise((settle) => setTimeout(settle, LOOK_MS)), end.stopping]);
  }
  return ok(undefined);
}
