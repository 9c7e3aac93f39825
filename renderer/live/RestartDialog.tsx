import { useState } from 'react';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

export interface RestartDialogProps {
  readonly session: LiveSession;
  readonly onClose: () => void;
}

/** A conversation that is stuck, or was only a try: the bot meets this customer from the start again. */
export function RestartDialog({ session, onClose }: RestartDialogProps) {
  const t = useCopy('live');
  const ui = useCopy('ui');
  const [forget, setForget] = useState(false);
  const [busy, setBusy] = useState(false);

  async function restart(): Promise<void> {
    setBusy(true);
    const reply = await call('live.restart', { lead: session.lead, forget });
    setBusy(false);
    if (reply.ok) onClose();
    else showFault(reply.fault);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width={480}
      title={t('restart.title')}
      description={t(session.owner === 'bot' ? 'restart.text' : 'restart.textGiven')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            busy={busy}
            onClick={() => void restart()}
            data-autofocus
            data-testid="conv-restart-confirm"
          >
            {t('restart.confirm')}
          </Button>
        </>
      }
    >
      <Switch label={t('restart.forget')} hint={t('restart.forgetHint')} checked={forget} onChange={setForget} />
    </Dialog>
  );
}
