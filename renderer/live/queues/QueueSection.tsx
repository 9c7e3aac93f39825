import { CircleAlert, CircleHelp, CircleX, Clock, RotateCcw, Send, Trash2, Waves } from 'lucide-react';
import type { QueueKind, QueueRow } from '../../../engine/protocol/queueViews.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { changeQueue } from './changeQueue.ts';
import { QueueItem } from './QueueItem.tsx';
import styles from './Queues.module.css';

export interface QueueSectionProps {
  readonly kind: Exclude<QueueKind, 'away'>;
  readonly rows: readonly QueueRow[];
  readonly total: number;
  readonly onDrop: (row: QueueRow) => void;
  readonly onDropAll: (kind: QueueSectionProps['kind']) => void;
}

const ICONS = { unknown: CircleHelp, dead: CircleX, parked: CircleAlert, flood: Waves, waiting: Clock, inFlight: Send };
const TONES = {
  unknown: 'warning',
  dead: 'danger',
  parked: 'danger',
  flood: 'warning',
  waiting: 'quiet',
  inFlight: 'quiet',
} as const;

/** One queue with what is in it, and what can be done about all of it at once. */
export function QueueSection({ kind, rows, total, onDrop, onDropAll }: QueueSectionProps) {
  const t = useCopy('queues');
  const Icon = ICONS[kind];
  const needsYou = kind === 'dead' || kind === 'parked' || kind === 'unknown' || kind === 'flood';
  return (
    <section className={styles.section} aria-label={t(`title.${kind}`)} data-testid={`queue-section-${kind}`}>
      <header className={styles.head}>
        <Icon size={18} aria-hidden className={classes(styles.icon, styles[TONES[kind]])} />
        <div className={styles.titles}>
          <h2 className={styles.title}>
            {t(`title.${kind}`)} <span className={styles.count}>{total}</span>
          </h2>
          <p className={styles.about}>{t(`about.${kind}`)}</p>
        </div>
        {needsYou && total > 1 && (
          <div className={styles.actions}>
            {kind !== 'unknown' && kind !== 'flood' && (
              <Button size="dense" icon={<RotateCcw aria-hidden />} onClick={() => void changeQueue('retry', { kind })}>
                {t('do.retryAll')}
              </Button>
            )}
            <Button size="dense" variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => onDropAll(kind)}>
              {t('do.dropAll')}
            </Button>
          </div>
        )}
      </header>
      <ul className={styles.list}>
        {rows.map((row) => (
          <QueueItem key={row.id} row={row} onDrop={onDrop} />
        ))}
      </ul>
      {total > rows.length && <p className={styles.more}>{t('more', { shown: rows.length, total })}</p>}
    </section>
  );
}
