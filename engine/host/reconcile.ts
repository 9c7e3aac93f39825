import type { ChannelLead } from '../ports/channel.ts';
import type { InboxEvent, InboxRow } from '../ports/inboxStore.ts';
import type { SessionRow } from '../ports/sessionStore.ts';
import type { StoreReader } from '../ports/store.ts';
import { standingOf, type CurrentCrm } from './crm.ts';
import { statusNews, type Standing } from '../runtime/statusNews.ts';
import { fail } from '../model/result.ts';
import type { Answer, Patience } from './askPatiently.ts';
import { whoWrote } from './whoWrote.ts';

export interface ReconcileDeps {
  readonly read: StoreReader;
  readonly crm: CurrentCrm;
  readonly patience: Patience;
  readonly now: () => number;
  /** Says the CRM this by itself? */
  readonly isAutoReply: (text: string) => boolean;
  /** The account has said where this lead stands. */
  readonly onStanding: (lead: string) => void;
}

const HISTORY_DEPTH = 30;

/** The lead's status as the CRM has it at this moment: webhooks come late, twice, out of order, or from a stranger. */
export async function presentStatus(lead: string, bot: string, deps: ReconcileDeps): Promise<Answer<Standing>> {
  const { crm, patience, read } = deps;
  const asked = await patience.ask<ChannelLead>(
    lead,
    async () => (await crm().channel?.lead(lead)) ?? fail({ code: 'notConnected' }),
  );
  if (asked.kind !== 'known') return asked;
  deps.onStanding(lead);
  return { kind: 'known', value: standingOf(read, bot, asked.value.statusId ?? null) };
}

/**
 * What happened to the lead while its message was on its way and no webhook told: its status moved, or a person answered
 * already. In order of time as far as it can be told: the status first, for it may have given the lead back.
 */
export async function missedNews(
  session: SessionRow | null,
  rows: readonly InboxRow[],
  bot: string,
  deps: ReconcileDeps,
): Promise<Answer<readonly InboxEvent[]>> {
  const [first] = rows;
  if (first?.thread == null) return { kind: 'known', value: [] };
  const { lead, thread } = first;
  const status = await presentStatus(lead, bot, deps);
  if (status.kind === 'later') return status;
  const news: InboxEvent[] = [];
  if (status.kind === 'known' && statusNews(status.value, session?.state ?? { status: null }) !== 'same')
    news.push({ type: 'status', ...status.value });
  const history = await deps.patience.ask(
    lead,
    async () => (await deps.crm().channel?.history(thread, HISTORY_DEPTH)) ?? fail({ code: 'notConnected' }),
  );
  if (history.kind !== 'known') return history.kind === 'later' ? history : { kind: 'known', value: news };
  const since = rows.at(-1)?.at ?? first.at;
  const answer = history.value.find(
    (said) =>
      !said.incoming &&
      said.at >= since &&
      !deps.isAutoReply(said.text) &&
      whoWrote(deps.read, lead, said, deps.now()).by === 'person',
  );
  if (answer !== undefined) news.push({ type: 'managerMessage', text: answer.text });
  return { kind: 'known', value: news };
}
