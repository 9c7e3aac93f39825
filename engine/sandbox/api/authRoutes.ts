import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Session } from '../storedWorld.ts';
import { answer, answerRefusal, readBody } from './apiEnv.ts';
import type { ApiEnv } from './apiEnv.ts';
import { sameSecret } from './authorise.ts';

const accessSeconds = 3600;
const refreshSeconds = 30 * 24 * 3600;
/** Logins kept; the oldest ends. */
const sessionsKept = 50;

function newSession(core: Core, userId: number): Session {
  const now = Math.floor(core.now() / 1000);
  const secret = (): string => randomBytes(32).toString('base64url');
  const session: Session = {
    userId,
    accessToken: secret(),
    accessExp: now + accessSeconds,
    refreshToken: secret(),
    refreshExp: now + refreshSeconds,
  };
  core.world.sessions = [...core.world.sessions, session].slice(-sessionsKept);
  core.changed();
  return session;
}

const tokens = (s: Session): object => ({
  accessToken: { token: s.accessToken, exp: s.accessExp },
  refreshToken: { token: s.refreshToken, exp: s.refreshExp },
});

/** `/auth/login` and `/auth/tokens`. The password of every employee is the account's token, the sandbox's only secret. */
export function authRoutes(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const wrong: Refusal = refuse(401, 'Unauthorized', 'error');

  app.post('/auth/login', async (c) => {
    const body = await readBody(c, z.object({ login: z.string(), pass: z.string() }));
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const manager = [...core.world.managers.values()].find((m) => m.login === body.login);
    const ok = manager && sameSecret(body.pass, core.world.token);
    return answer(c, core, ok ? tokens(newSession(core, manager.id)) : wrong);
  });

  app.post('/auth/tokens', (c) => {
    const given = (c.req.header('authorization') ?? '').replace(/^[A-Za-z]+\s+/, '').trim();
    const now = core.now() / 1000;
    const old = core.world.sessions.find((s) => s.refreshExp > now && sameSecret(given, s.refreshToken));
    if (!old) return answerRefusal(c, core, wrong);
    core.world.sessions = core.world.sessions.filter((s) => s !== old);
    return c.json(tokens(newSession(core, old.userId)));
  });
  return app;
}
