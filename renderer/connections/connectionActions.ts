import { ok, type Result } from '../../engine/model/result.ts';
import type { Method, Params } from '../../engine/protocol.ts';
import { type EngineConnection, takeConnection } from '../app/engine.ts';
import { openOutside } from '../app/files.ts';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { copyOf, currentLanguage } from '../copy/i18n.ts';
import { tick } from '../firstSteps/firstSteps.ts';
import { toast } from '../ui/toast.ts';

/** Requests that answer with the connection as it is after them. */
type ConnectionMethod = Extract<
  Method,
  `connection.${'sandbox' | 'umnico' | 'setTunnel' | 'checkTunnel' | 'trustHostKey' | 'setSources' | 'setManager' | 'disconnect' | 'refresh'}`
>;

/** Changes the connection; the screens see it at once. */
export async function change<M extends ConnectionMethod>(
  method: M,
  params: Params<M>,
): Promise<Result<EngineConnection>> {
  const reply = await call(method, params);
  if (!reply.ok) return reply;
  const { connection } = reply.value;
  takeConnection(connection);
  return ok(connection);
}

/** The same, for a button whose failure has no place of its own. */
export async function changeOrTell<M extends ConnectionMethod>(method: M, params: Params<M>): Promise<boolean> {
  const result = await change(method, params);
  if (!result.ok) showFault(result.fault);
  return result.ok;
}

export async function startSandbox(): Promise<boolean> {
  const started = await changeOrTell('connection.sandbox', { language: currentLanguage() });
  if (!started) return false;
  tick('sandbox');
  toast(copyOf('connections')('sandbox.started'), { tone: 'success' });
  return true;
}

/** Its own page: a customer's phone and an operator's inbox. */
export function openSandbox(url: string): void {
  tick('sandbox');
  openOutside(url);
}
