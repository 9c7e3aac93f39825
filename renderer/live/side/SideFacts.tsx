import { useCopy } from '../../copy/useCopy.ts';
import { statusName } from '../conversationItems.ts';
import { ownerKey } from '../ownerKey.ts';
import type { Conversation } from '../useConversation.ts';
import type { LiveTurn } from '../../../engine/protocol/liveViews.ts';
import styles from './SideColumn.module.css';

/** The status with what it means to the bot, and who leads. */
export function SideFacts({ conversation }: { readonly conversation: Conversation }) {
  const t = useCopy('liveSide');
  const live = useCopy('live');
  const { session, bot, turns } = conversation;
  const { owner, reason, status } = session;
  const role = bot.statuses?.find(({ id }) => id === status)?.role ?? 'none';
  const person = owner === 'human' ? lastPerson(turns) : undefined;
  return (
    <section className={styles.part}>
      <dl>
        <dt>{live('status')}</dt>
        <dd>
          {status === null ? live('noStatus') : statusName(bot, status)}
          {status !== null && (
            <span className={styles.meaning}>
              {t(role === 'bot' && owner !== 'bot' ? `butNow.${owner}` : `role.${role}`)}
            </span>
          )}
        </dd>
        <dt>{t('leads')}</dt>
        <dd>
          {t(`owner.${owner}`)}
          {person !== undefined && ` (${person})`}
          {reason !== 'start' && <span className={styles.meaning}>{live(ownerKey(owner, reason))}</span>}
        </dd>
      </dl>
    </section>
  );
}

/** Who wrote last since people have the conversation. */
function lastPerson(turns: readonly LiveTurn[]): string | undefined {
  for (const { event, entries } of turns.toReversed()) {
    if (event.type === 'managerMessage') return event.name;
    if (entries.some(({ type }) => type === 'owner')) return undefined;
  }
  return undefined;
}
