import { TriangleAlert } from 'lucide-react';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { usePreferences } from '../app/preferences.ts';
import { navigate } from '../app/route.ts';
import { fullTime, timeOf } from '../app/times.ts';
import { useNow } from '../app/useNow.ts';
import { channelTitle } from '../connections/sourceTitle.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { hasFailed } from './liveFilter.ts';
import styles from './LiveScreen.module.css';
import { sessionState } from './sessionState.ts';
import { StateChip } from './StateChip.tsx';
import { TesterChip } from './TesterChip.tsx';

export interface ConversationRowProps {
  readonly session: LiveSession;
  readonly isChosen: boolean;
}

const MINUTE = 60_000;

export function ConversationRow({ session, isChosen }: ConversationRowProps) {
  const t = useCopy('live');
  const side = useCopy('liveSide');
  const language = usePreferences((state) => state.language);
  const now = useNow();
  const waiting = sessionState(session) === 'waiting' ? session.waitingSince : null;
  const waitWords = (ms: number): string =>
    ms < MINUTE ? t('waitsNow') : t('waits', { minutes: Math.floor(ms / MINUTE) });
  return (
    <button
      type="button"
      className={styles.row}
      data-testid={`live-row-${session.lead}`}
      aria-current={isChosen || undefined}
      onClick={() => navigate({ screen: 'live', lead: session.lead }, isChosen ? 'replace' : 'push')}
    >
      <span className={styles.line}>
        <span className={styles.name}>{session.name === '' ? t('noName') : session.name}</span>
        <time
          className={classes(styles.time, waiting !== null && styles.waits)}
          dateTime={new Date(waiting ?? session.updatedAt).toISOString()}
          title={fullTime(waiting ?? session.updatedAt, language)}
        >
          {waiting === null ? timeOf(session.updatedAt, now, language) : waitWords(now - waiting)}
        </time>
      </span>
      <span className={styles.last}>{session.lastText === '' ? '—' : session.lastText}</span>
      <span className={styles.line}>
        <StateChip session={session} />
        {hasFailed(session) && (
          <Chip tone="danger" icon={<TriangleAlert aria-hidden />}>
            {side('failed')}
          </Chip>
        )}
        <TesterChip session={session} />
        <span className={styles.where}>{channelTitle(session.channel)}</span>
      </span>
    </button>
  );
}
