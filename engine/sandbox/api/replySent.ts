import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Core } from '../core.ts';
import { echo } from '../desk/talk.ts';
import { limits } from '../limits.ts';
import { wireMessage } from '../rendering.ts';
import type { Message } from '../storedWorld.ts';
import { dropConnection } from './apiEnv.ts';
import type { ApiContext } from './apiEnv.ts';

/** Answers `send` and `post` once their work is done, and times the echo: after the answer, or before it if so switched. */
export async function replySent(c: ApiContext, core: Core, message: Message): Promise<Response> {
  const { faults } = core;
  const { outgoing } = c.env;
  if (faults.echoBeforeReply) {
    c.set('fault', 'echoBeforeReply');
    await echo(core, message);
  } else {
    let echoed = false;
    const once = (): void => {
      if (echoed) return;
      echoed = true;
      void echo(core, message);
    };
    // An answer that never leaves must not keep the echo back.
    if (outgoing.destroyed) once();
    outgoing.once('finish', once).once('close', once);
  }
  if (core.chance.happens(faults.sendFailAfterDelivery)) return loseAnswer(c, core);
  if (faults.emptySendReply) {
    c.set('fault', 'emptySendReply');
    return c.body(null, 200);
  }
  return c.json([wireMessage(core, message)]);
}

function loseAnswer(c: ApiContext, core: Core): Response | Promise<Response> {
  c.set('fault', 'sendFailAfterDelivery');
  switch (core.faults.sendFailKind) {
    case 'status500':
      return c.json({ error: 'Internal server error' }, 500);
    case 'drop':
      return dropConnection(c);
    case 'hang':
      return hang(c);
  }
}

/** Keeps silent until the client gives up, or for long enough that any client should have. */
async function hang(c: ApiContext): Promise<Response> {
  const { socket } = c.env.incoming;
  // Nothing is heard from a client whose request is complete, save that it goes away.
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, limits.hangMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
