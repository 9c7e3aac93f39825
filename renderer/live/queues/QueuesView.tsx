import { useState } from 'react';
import type { QueueKind, QueueRow } from '../../../engine/protocol/queueViews.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { changeQueue } from './changeQueue.ts';
import { QueuePage } from './QueuePage.tsx';
import { QueueSection, type QueueSectionProps } from './QueueSection.tsx';
import { useQueue } from './useQueue.ts';

type Kind = QueueSectionProps['kind'];
/** What needs a person comes first. */
const KINDS: readonly Kind[] = ['unknown', 'dead', 'parked', 'flood', 'waiting', 'inFlight'];

type Dropping = { readonly row: QueueRow } | { readonly kind: Kind };

/** What waits, what is in doubt and what went wrong, across all customers (reliability.md, 1.3). */
export function QueuesView() {
  const t = useCopy('queues');
  const queue = useQueue(KINDS);
  const { rows, counts } = queue;
  const [dropping, setDropping] = useState<Dropping | null>(null);

  function drop(): void {
    setDropping(null);
    if (dropping !== null) void changeQueue('drop', 'row' in dropping ? { ids: [dropping.row.id] } : dropping);
  }

  return (
    <QueuePage queue={queue} empty={{ title: t('empty'), text: t('emptyText') }}>
      {KINDS.map((kind) => {
        const own = rows?.filter((row) => row.kind === kind) ?? [];
        if (own.length === 0) return null;
        return (
          <QueueSection
            key={kind}
            kind={kind}
            rows={own}
            total={Math.max(own.length, counts?.[kind] ?? 0)}
            onDrop={(row) => setDropping({ row })}
            onDropAll={(all) => setDropping({ kind: all })}
          />
        );
      })}
      {dropping !== null && (
        <ConfirmDialog
          open
          danger
          title={'row' in dropping ? t('confirm.one') : t('confirm.all', { count: counts?.[dropping.kind] ?? 0 })}
          description={t(`confirm.${kindOf(dropping)}`)}
          confirm={t('confirm.drop')}
          onConfirm={drop}
          onClose={() => setDropping(null)}
        />
      )}
    </QueuePage>
  );
}

function kindOf(dropping: Dropping): Exclude<QueueKind, 'away' | 'inFlight'> {
  const kind = 'row' in dropping ? dropping.row.kind : dropping.kind;
  return kind === 'inFlight' || kind === 'away' ? 'waiting' : kind;
}
