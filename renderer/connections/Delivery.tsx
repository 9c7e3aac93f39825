import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { EngineConnection } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { changeOrTell } from './connectionActions.ts';
import styles from './ConnectionsScreen.module.css';
import { WayForm } from './wayIn/WayForm.tsx';
import { WayStatus } from './wayIn/WayStatus.tsx';

/** Does Umnico bring the customers' messages to this computer? Umnico switches a dead address off without a word. */
export function Delivery({ connection }: { readonly connection: EngineConnection }) {
  const t = useCopy('connections');
  const { webhook, tunnel } = connection;
  const [isChanging, setChanging] = useState(false);
  const [busy, setBusy] = useState(false);
  const isChosen = tunnel.settings !== null;

  async function turnOn(): Promise<void> {
    setBusy(true);
    await changeOrTell('connection.refresh', {});
    setBusy(false);
  }

  function trouble(): string | null {
    if (webhook.state === 'wrongAddress') return t('delivery.wrongAddress');
    if (webhook.state === 'failed') return t('delivery.failed');
    if (!isChosen) return t('delivery.none');
    // While there is no way in, its own card says why.
    return tunnel.state === 'up' && connection.state === 'on' && webhook.address !== '' ? t('delivery.off') : null;
  }

  const wrong = webhook.state === 'on' ? null : trouble();
  return (
    <>
      {webhook.state === 'on' && (
        <p className={styles.good}>
          <CircleCheck size={16} aria-hidden /> {t('delivery.on')}
        </p>
      )}
      {wrong !== null && (
        <Banner
          tone={isChosen ? 'danger' : 'warning'}
          {...(isChosen && {
            action: (
              <Button busy={busy} onClick={() => void turnOn()}>
                {t('delivery.turnOn')}
              </Button>
            ),
          })}
        >
          {wrong}
        </Banner>
      )}
      {isChosen && !isChanging ? (
        <WayStatus connection={connection} onChange={() => setChanging(true)} />
      ) : (
        <WayForm
          tunnel={tunnel}
          onDone={() => setChanging(false)}
          {...(isChosen && { onCancel: () => setChanging(false) })}
        />
      )}
      {webhook.others > 0 && <p className={styles.quiet}>{t('delivery.others', { count: webhook.others })}</p>}
    </>
  );
}
