import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type z } from 'zod';
import type { Core } from '../core.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Lead } from '../storedWorld.ts';

export interface ApiEnv {
  Bindings: HttpBindings;
  /** `fault`: the switch that decided this request's outcome, for the log. */
  Variables: { fault: string | null };
}

export type ApiContext = Context<ApiEnv>;

/** A refusal in one of Umnico's error bodies (umnico-api.md 1.6). */
export function answerRefusal(c: ApiContext, core: Core, refusal: Refusal): Response {
  const { message } = refusal;
  const entry = core.faults.nestedErrorStrings ? JSON.stringify({ message }) : { message };
  const body = refusal.shape === 'error' ? { error: message } : { errors: [entry] };
  return c.json(body, refusal.refused as ContentfulStatusCode);
}

/** The answer to a request that was served: 200 and JSON, or the refusal. */
export function answer(c: ApiContext, core: Core, result: object | Refusal): Response {
  return isRefusal(result) ? answerRefusal(c, core, result) : c.json(result);
}

/** The parsed body; an empty one counts as `{}`. Malformed JSON is 400, a wrong shape 422. */
export async function readBody<T>(c: ApiContext, schema: z.ZodType<T>): Promise<T | Refusal> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return refuse(400, 'Malformed JSON', 'error');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return refuse(422, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`);
}

export function leadOf(c: ApiContext, core: Core, name = 'id'): Lead | Refusal {
  const text = c.req.param(name) ?? '';
  const lead = /^\d{1,15}$/.test(text) ? core.world.leads.get(Number(text)) : undefined;
  return lead ?? refuse(404, 'Lead not found', 'error');
}

/** Ends the connection without an answer. */
export function dropConnection(c: ApiContext): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
