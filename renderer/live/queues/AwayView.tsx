import { Bot, Check, Headset } from 'lucide-react';
import type { QueueKind, QueueRow } from '../../../engine/protocol/queueViews.ts';
import { usePreferences } from '../../app/preferences.ts';
import { showFault } from '../../app/showFault.ts';
import { call } from '../../bridge.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { toast } from '../../ui/toast.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { CustomerLink } from './CustomerLink.tsx';
import { QueuePage } from './QueuePage.tsx';
import styles from './Queues.module.css';
import { reasonWords } from './reasonWords.ts';
import { useQueue } from './useQueue.ts';
import { whatWords } from './whatWords.ts';

const KINDS: readonly QueueKind[] = ['away'];
/** Long enough to read a name and think better of it. */
const UNDO_MS = 10_000;

/** Customers who wrote while nobody was there in time: the bot answers them only if somebody says so. */
export function AwayView() {
  const t = useCopy('queues');
  const queue = useQueue(KINDS);
  const customers = byCustomer(queue.rows ?? []);
  return (
    <QueuePage queue={queue} empty={{ title: t('away.empty'), text: t('away.emptyText') }}>
      {customers.length > 0 && (
        <section className={styles.section} aria-label={t('title.away')}>
          <p className={styles.about}>{t('away.about')}</p>
          <ul className={styles.list}>
            {customers.map((own) => (
              <Customer key={own[0]?.lead} rows={own} />
            ))}
          </ul>
        </section>
      )}
    </QueuePage>
  );
}

/** Rows of one customer together, oldest first; the customer who waits longest comes first. */
function byCustomer(rows: readonly QueueRow[]): readonly (readonly QueueRow[])[] {
  const leads = Map.groupBy(
    [...rows].sort((a, b) => a.since - b.since),
    (row) => row.lead,
  );
  return [...leads.values()];
}

function Customer({ rows }: { readonly rows: readonly QueueRow[] }) {
  const t = useCopy('queues');
  const language = usePreferences((state) => state.language);
  const [first] = rows;
  if (first === undefined) return null;
  const { lead, owner } = first;
  const ids = rows.map((row) => row.id);

  async function answer(): Promise<void> {
    const reply = await call('queues.retry', { ids });
    if (!reply.ok) showFault(reply.fault);
    else toast(t(reply.value.done > 0 ? 'away.answered' : 'became.gone'));
  }

  async function pass(): Promise<void> {
    const taken = await call('live.setOwner', { lead, owner: 'human' });
    if (taken.ok) await finish('away.passed');
    else showFault(taken.fault);
  }

  async function finish(said: 'away.passed' | 'away.finished'): Promise<void> {
    const reply = await call('queues.drop', { ids });
    if (!reply.ok) showFault(reply.fault);
    else if (reply.value.done === 0) toast(t('became.gone'));
    else
      toast(t(said), {
        ms: UNDO_MS,
        action: { label: t('away.undo'), run: () => void call('queues.restore', { ids }) },
      });
  }

  return (
    <li className={styles.item} data-testid={`away-${lead}`}>
      <CustomerLink row={first} />
      {rows.map((row) => (
        <p key={row.id} className={styles.what}>
          {whatWords(row, t).text}
        </p>
      ))}
      <p className={styles.reason}>
        {owner === 'human' && (
          <Chip tone="operator" icon={<Headset aria-hidden />}>
            {t('away.withPeople')}
          </Chip>
        )}{' '}
        {reasonWords(first, t, language, String)}
      </p>
      <div className={styles.actions}>
        <Tooltip label={t('away.answerHint')}>
          <Button size="dense" variant="primary" icon={<Bot aria-hidden />} onClick={() => void answer()}>
            {t('away.answer')}
          </Button>
        </Tooltip>
        {owner !== null && owner !== 'human' && (
          <Button size="dense" icon={<Headset aria-hidden />} onClick={() => void pass()}>
            {t('away.people')}
          </Button>
        )}
        <Button size="dense" variant="ghost" icon={<Check aria-hidden />} onClick={() => void finish('away.finished')}>
          {t('away.done')}
        </Button>
      </div>
    </li>
  );
}
