import { CheckCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { FaultBanner } from '../../app/FaultBanner.tsx';
import { Loading } from '../../app/Loading.tsx';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './Queues.module.css';
import type { useQueue } from './useQueue.ts';

export interface QueuePageProps {
  readonly queue: Pick<ReturnType<typeof useQueue>, 'rows' | 'fault' | 'reload'>;
  readonly empty: { readonly title: string; readonly text: string };
  readonly children: ReactNode;
}

/** The page of a queue: what went wrong on the way to it, that it is on its way, that nothing is in it. */
export function QueuePage({ queue: { rows, fault, reload }, empty, children }: QueuePageProps) {
  const ui = useCopy('ui');
  return (
    <div className={styles.page}>
      {fault !== null && (
        <FaultBanner
          fault={fault}
          action={
            <Button size="dense" onClick={reload}>
              {ui('retry')}
            </Button>
          }
        />
      )}
      {rows === null && fault === null && <Loading />}
      {rows?.length === 0 && (
        <EmptyState icon={<CheckCheck aria-hidden />} title={empty.title}>
          {empty.text}
        </EmptyState>
      )}
      {children}
    </div>
  );
}
