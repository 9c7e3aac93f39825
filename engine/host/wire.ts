import { randomUUID } from 'node:crypto';
import type { Log } from '../ports/log.ts';
import { requestSchema, type Push, type ReplyEnvelope } from '../protocol.ts';
import { callApi, createApi } from './api.ts';
import type { Engine } from './engine.ts';
import { engineStatus } from './engineStatus.ts';
import { sessionView } from './liveApi.ts';

/** One end of the wire, whatever carries it: answers envelopes, and tells what happens. */
export interface Wire {
  answer(envelope: unknown): Promise<ReplyEnvelope>;
  onPush(hear: (push: Push) => void): () => void;
}

export function createWire(engine: Engine, log: Log): Wire {
  const handlers = createApi(engine);
  return {
    async answer(envelope) {
      const request = requestSchema.safeParse(envelope);
      if (!request.success)
        return {
          id: 0,
          ok: false,
          fault: { code: 'badRequest', at: 'envelope', problem: 'expected id, method, params' },
        };
      const { id, method, params } = request.data;
      try {
        const done = await callApi(handlers, method, params ?? {});
        return done.ok ? { id, ok: true, value: done.value } : { id, ok: false, fault: done.fault };
      } catch (error) {
        // The one place where a surprise behind a request ends up: with a mark to find it by in the log.
        const mark = randomUUID().slice(0, 8);
        log.error('request.failed', { method, mark, stack: error instanceof Error ? error.stack : String(error) });
        return { id, ok: false, fault: { code: 'internal', id: mark } };
      }
    },
    onPush: (hear) =>
      engine.onPush((push) => {
        hear(push);
        if (push.push === 'bots') hear({ push: 'status', status: engineStatus(engine) });
        if (push.push === 'turn' || push.push === 'delivery') {
          const row = engine.store.read.session(push.lead);
          if (row !== null) hear({ push: 'session', session: sessionView(engine, row) });
        }
      }),
  };
}
