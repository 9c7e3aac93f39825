import type { QueueRow } from '../../../engine/protocol/queueViews.ts';
import { usePreferences } from '../../app/preferences.ts';
import { navigate } from '../../app/route.ts';
import { fullTime, timeOf } from '../../app/times.ts';
import { useNow } from '../../app/useNow.ts';
import { channelTitle } from '../../connections/sourceTitle.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from './Queues.module.css';

/** Whose row it is, since when, and the way to the conversation if there is one. */
export function CustomerLink({
  row,
}: {
  readonly row: Pick<QueueRow, 'lead' | 'name' | 'channel' | 'owner' | 'since'>;
}) {
  const t = useCopy('queues');
  const language = usePreferences((state) => state.language);
  const now = useNow();
  const name = row.name === '' ? t('noName') : row.name;
  return (
    <p className={styles.customer}>
      {row.owner === null ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <button
          type="button"
          className={styles.name}
          title={t('customer', { name })}
          onClick={() => navigate({ screen: 'live', lead: row.lead })}
        >
          {name}
        </button>
      )}
      <span className={styles.where}>{channelTitle(row.channel)}</span>
      <time className={styles.where} dateTime={new Date(row.since).toISOString()} title={fullTime(row.since, language)}>
        {t('since', { time: timeOf(row.since, now, language) })}
      </time>
    </p>
  );
}
