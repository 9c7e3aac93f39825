import { CircleStop } from 'lucide-react';
import { useState } from 'react';
import { useEngine } from '../app/engine.ts';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

/** The kill switch: two presses stop the bot for everyone, one (in the banner) starts it again. */
export function StopBotButton() {
  const t = useCopy('live');
  const canStop = useEngine(
    (state) => state.status?.running === true && (state.status.live ?? state.status.test) !== null,
  );
  const queues = useEngine((state) => state.status?.queues);
  const [asking, setAsking] = useState(false);

  async function stop(): Promise<void> {
    setAsking(false);
    const reply = await call('engine.stop', {});
    if (!reply.ok) showFault(reply.fault);
  }

  if (!canStop) return null;
  return (
    <>
      <Button icon={<CircleStop aria-hidden />} onClick={() => setAsking(true)}>
        {t('stopAll')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('stopTitle')}
        description={
          <>
            {t('stopText')}
            {queues !== undefined && queues.outboxOpen + queues.inboxNew > 0 && (
              <> {t('stopWaiting', { out: queues.outboxOpen, inbox: queues.inboxNew })}</>
            )}
          </>
        }
        confirm={t('stop')}
        onConfirm={() => void stop()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
