import { replySchema, type ReplyEnvelope, type RequestEnvelope } from '../../engine/protocol.ts';
import type { Connection, DesktopBridge, Transport } from '../bridge.ts';
import { createSignal } from './signal.ts';

const TRY_AGAIN_MS = 1_000;

/** The engine over the preload script. A reply `engineGone` means lost; then it is asked every second until it answers. */
export function desktopTransport(desktop: DesktopBridge): Transport {
  const states = createSignal<Connection>();
  let state: Connection = 'open';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function become(next: Connection): void {
    if (next === state) return;
    state = next;
    states.tell(next);
    if (next === 'lost') timer = setTimeout(() => void probe(), TRY_AGAIN_MS);
  }

  async function probe(): Promise<void> {
    clearTimeout(timer);
    if (!isGone(await ask({ id: 0, method: 'engine.status', params: {} }))) become('open');
    else timer = setTimeout(() => void probe(), TRY_AGAIN_MS);
  }

  async function ask(envelope: RequestEnvelope): Promise<unknown> {
    try {
      return await desktop.request(envelope);
    } catch {
      // The channel to the main process fails only when the app is on its way out or the engine behind it is gone.
      return { id: envelope.id, ok: false, fault: { code: 'engineGone' } } satisfies ReplyEnvelope;
    }
  }

  return {
    async request(envelope) {
      const reply = await ask(envelope);
      become(isGone(reply) ? 'lost' : 'open');
      return reply;
    },
    onPush: (listener) => desktop.onPush(listener),
    onConnection(listener) {
      listener(state);
      return states.listen(listener);
    },
    reconnect: () => void probe(),
  };
}

function isGone(reply: unknown): boolean {
  const parsed = replySchema.safeParse(reply);
  return parsed.success && !parsed.data.ok && parsed.data.fault.code === 'engineGone';
}
