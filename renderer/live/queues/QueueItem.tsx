import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { QueueRow } from '../../../engine/protocol/queueViews.ts';
import { usePreferences } from '../../app/preferences.ts';
import { clock } from '../../app/times.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { changeQueue, type QueueVerb } from './changeQueue.ts';
import { CustomerLink } from './CustomerLink.tsx';
import styles from './Queues.module.css';
import { reasonWords } from './reasonWords.ts';
import { whatWords } from './whatWords.ts';

export interface QueueItemProps {
  readonly row: QueueRow;
  /** Dropping is asked about first, by the list. */
  readonly onDrop: (row: QueueRow) => void;
}

export function QueueItem({ row, onDrop }: QueueItemProps) {
  const t = useCopy('queues');
  const language = usePreferences((state) => state.language);
  const [busy, setBusy] = useState<QueueVerb | null>(null);
  const { by, text } = whatWords(row, t);
  const reason = reasonWords(row, t, language, (at) => clock(at, language));

  async function change(verb: QueueVerb): Promise<void> {
    setBusy(verb);
    await changeQueue(verb, { ids: [row.id] });
    setBusy(null);
  }

  const { kind } = row;
  return (
    <li className={styles.item} data-testid={`queue-${row.id}`} data-kind={kind}>
      <CustomerLink row={row} />
      <p className={styles.what}>
        {by !== null && <span className={styles.by}>{`${by}: `}</span>}
        {text}
      </p>
      <p className={styles.reason}>
        {row.attempts > 0 && <span className={styles.attempts}>{t('attempts', { count: row.attempts })}</span>}
        {reason}
      </p>
      {kind !== 'inFlight' && kind !== 'away' && (
        <div className={styles.actions}>
          {kind === 'unknown' && (
            <Button
              size="dense"
              icon={<Check aria-hidden />}
              busy={busy === 'arrived'}
              onClick={() => void change('arrived')}
            >
              {t('do.arrived')}
            </Button>
          )}
          {mayRetry(row) && (
            <Button
              size="dense"
              icon={<RotateCcw aria-hidden />}
              busy={busy === 'retry'}
              onClick={() => void change('retry')}
            >
              {t(`do.retry.${kind}`)}
            </Button>
          )}
          {mayDrop(row) && (
            <Button size="dense" variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => onDrop(row)}>
              {t(`do.drop.${kind}`)}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** What cannot be read would only come back; what waits its turn goes by itself. */
function mayRetry({ kind, why, what }: QueueRow): boolean {
  if (what.type === 'unreadable') return false;
  return kind !== 'waiting' || why === 'again' || why === 'later';
}

/** News that a conversation waits for are not taken from it. */
function mayDrop({ kind, what }: QueueRow): boolean {
  return kind !== 'waiting' || what.type === 'message' || what.type === 'effect';
}
