import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { useEngine } from '../app/engine.ts';
import type { CopyKey } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './ConversationView.module.css';
import { ownerKey } from './ownerKey.ts';
import { TimeLeft } from './TimeLeft.tsx';
import type { Conversation } from './useConversation.ts';

/** Who has the conversation and why, and what the bot does next. */
export function LeadLine({ conversation }: { readonly conversation: Conversation }) {
  const t = useCopy('live');
  const isRunning = useEngine((state) => state.status?.running !== false);
  const { session } = conversation;
  const note = noteOf(conversation);
  const why = session.reason === 'start' ? '' : t(ownerKey(session.owner, session.reason));
  const next = nextOf(session, isRunning);
  return (
    <p className={styles.lead} data-testid="conv-lead">
      {why !== '' && `${note === '' ? why : t('noted', { words: why, note })}. `}
      {t(next.key)}
      {next.at !== null && (
        <>
          {' '}
          <TimeLeft key={next.at} at={next.at} />.
        </>
      )}
    </p>
  );
}

function nextOf(
  session: LiveSession,
  isRunning: boolean,
): { readonly key: CopyKey<'live'>; readonly at: number | null } {
  const { owner, reason, phase, nextAt } = session;
  if (owner === 'off') return { key: 'next.off', at: null };
  if (owner === 'human') {
    if (nextAt !== null) return { key: 'next.returns', at: nextAt };
    return { key: reason === 'paused' ? 'next.pause' : 'next.person', at: null };
  }
  if (!isRunning) return { key: 'next.stopped', at: null };
  if (phase === 'ended') return { key: 'next.ended', at: null };
  if (phase === 'new') return { key: 'next.begin', at: null };
  return nextAt === null ? { key: 'next.reply', at: null } : { key: 'next.replyUntil', at: nextAt };
}

/** What the person who paused the bot wrote, as long as that holds. */
function noteOf({ session, turns }: Conversation): string {
  if (session.reason !== 'paused') return '';
  const last = turns.findLast(({ event }) => event.type === 'owner')?.event;
  return last?.type === 'owner' ? (last.note ?? '') : '';
}
