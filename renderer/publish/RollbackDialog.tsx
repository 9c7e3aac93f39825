import { useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import { refreshBots } from '../app/engine.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { Loading } from '../app/Loading.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PublishChanges } from './PublishChanges.tsx';
import styles from './PublishDialog.module.css';
import { type Rollback, usePublish } from './publishState.ts';
import { tellPublished } from './publishToast.ts';
import { type RollbackTarget, rollBack, targetOf } from './rollBack.ts';
import { usePublishPreview } from './usePublishPreview.ts';
import { WhoWaits } from './WhoWaits.tsx';

const close = (): void => usePublish.setState({ rollback: null });

/** The publish dialog in reverse: what becomes different, who waits where, and one button. */
export function RollbackDialog({ rollback }: { readonly rollback: Rollback }) {
  const t = useCopy('versions');
  const ui = useCopy('ui');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const target = targetOf(rollback);

  async function confirm(): Promise<void> {
    setBusy(true);
    const done = await rollBack(rollback);
    setBusy(false);
    if (!done.ok) {
      setFault(done.fault);
      return;
    }
    const { number, audience } = target;
    if (number === null) tellPublished(t('rollback.doneNobody'));
    else if (audience === 'test') tellPublished(t('rollback.doneTest', { number }));
    else if (done.value > 0) tellPublished(t('rollback.doneWaiting', { number, count: done.value }));
    else tellPublished(t('rollback.done', { number }));
    close();
    await refreshBots();
  }

  return (
    <Dialog
      open
      onClose={close}
      title={target.number === null ? t('rollback.titleNobody') : t('rollback.title', { number: target.number })}
      description={t(`rollback.${target.words}`, { number: target.number ?? 0, name: target.name })}
      width={520}
      footer={
        <>
          <Button onClick={close}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            busy={busy}
            data-testid="rollback-confirm"
            data-autofocus
            onClick={() => void confirm()}
          >
            {t('rollback.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.rollback}>
        {target.preview !== null && <Preview preview={target.preview} />}
        {fault !== null && <FaultBanner fault={fault} />}
      </div>
    </Dialog>
  );
}

function Preview({ preview }: { readonly preview: NonNullable<RollbackTarget['preview']> }) {
  const t = useCopy('versions');
  const looked = usePublishPreview(preview);
  if (looked.kind === 'looking') return <Loading />;
  if (looked.kind === 'failed') return <FaultBanner fault={looked.fault} />;
  const { changes, against, waiting, total } = looked.preview;
  return (
    <>
      <PublishChanges changes={changes} against={against} title={t('rollback.changes')} />
      <WhoWaits groups={waiting} total={total} />
    </>
  );
}
