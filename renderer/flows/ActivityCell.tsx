import { useCopy } from '../copy/useCopy.ts';
import styles from './BotTable.module.css';
import { Sparkline } from './Sparkline.tsx';
import type { Activity } from './useActivity.ts';

/** Conversations of the last day. `undefined`: not known now, e.g. offline; a bot nobody wrote to has none. */
export function ActivityCell({ activity }: { readonly activity: Activity | null | undefined }) {
  const t = useCopy('flows');
  if (activity === undefined) return <span className={styles.quiet}>—</span>;
  if (activity === null) return <span className={styles.quiet}>{t('nobody')}</span>;
  return (
    <span className={styles.activity} title={t('conversations', { count: activity.people })}>
      <span aria-hidden>{activity.people}</span>
      <span className={styles.hidden}>{t('conversations', { count: activity.people })}</span>
      <Sparkline values={activity.hours} />
    </span>
  );
}
