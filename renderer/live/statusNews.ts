import type { LiveTurn } from '../../engine/protocol/liveViews.ts';

/** How long after a status was set, by the bot or with the lead itself, the CRM's word about it may come, in ms. */
const LATE_MS = 60_000;

/**
 * Ids of the turns whose status event is news to a reader. It is not when the lead had that status already, nor when the
 * CRM tells what a new lead begins with or repeats what the bot has set: both may come late, after the next change.
 */
export function statusNews(turns: readonly LiveTurn[]): ReadonlySet<number> {
  const news = new Set<number>();
  /** Undefined = not known. */
  let known: string | null | undefined;
  let isFirst = true;
  let set: readonly { readonly status: string; readonly at: number }[] = [];
  for (const { id, at, event, entries, effects } of turns) {
    if (event.type === 'status') {
      const echo = set.findIndex((one) => one.status === event.status && at - one.at < LATE_MS);
      const isBeginning = isFirst && entries.length === 0 && at - (turns[0]?.at ?? at) < LATE_MS;
      if (echo >= 0) set = set.slice(echo + 1);
      else if (isBeginning) known ??= event.status;
      else if (event.status !== known) {
        news.add(id);
        known = event.status;
      }
      isFirst = false;
    }
    if (event.type === 'outcome' && !event.ok) known = undefined;
    for (const effect of effects) {
      if (effect.type !== 'setStatus') continue;
      known = effect.status;
      set = [...set, { status: effect.status, at }];
    }
  }
  return news;
}
