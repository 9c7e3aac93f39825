import type { Bot } from '../flow/botSchema.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { VersionRow } from '../ports/botStore.ts';
import type { SessionRow } from '../ports/sessionStore.ts';
import type { Reply } from '../protocol.ts';

/** What stands beside a conversation in Live. What is null has never been filled in: it says nothing to anybody. */
export function talkDetails(
  { state, version: id }: SessionRow,
  version: VersionRow | null,
  bot: Result<Bot>,
): Result<Reply<'live.details'>> {
  if (version === null) return fail({ code: 'notFound', what: 'version', id: String(id) });
  const named = bot.ok ? (bot.value.variables ?? []).map((variable) => variable.id) : [];
  const order = new Map(named.map((name, at) => [name, at]));
  const variables = Object.entries(state.variables)
    .flatMap(([name, value]) => (value === null ? [] : [{ id: name, value }]))
    .toSorted((a, b) => (order.get(a.id) ?? named.length) - (order.get(b.id) ?? named.length));
  const { number, note, publishedAt } = version;
  return ok({
    place: state.wait?.place ?? null,
    bot: version.bot,
    version: { id, number, note, publishedAt },
    variables,
    tags: state.tags,
    goals: state.goals,
  });
}
