import type { Bot } from '../../engine/flow/botSchema.ts';
import { ok, type Result } from '../../engine/model/result.ts';
import { call } from '../bridge.ts';
import { placeMissing } from '../editor/placeMissing.ts';

const known = new Map<number, Bot>();
const KEPT = 5;

/** A version's bot, ready for the canvas. Versions never change, so the last few are kept. */
export async function loadVersion(version: number): Promise<Result<Bot>> {
  const kept = known.get(version);
  if (kept !== undefined) return ok(kept);
  const reply = await call('bots.version', { version });
  if (!reply.ok) return reply;
  const bot = placeMissing(reply.value.bot);
  known.set(version, bot);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return ok(bot);
}
