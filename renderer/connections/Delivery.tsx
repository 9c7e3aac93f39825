import { CircleCheck, Copy } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../app/copyText.ts';
import type { EngineConnection } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { changeOrTell } from './connectionActions.ts';
import styles from './ConnectionsScreen.module.css';
import { isPublicAddress, originOf, PublicAddressField } from './PublicAddressField.tsx';

const WORDS = {
  wrongAddress: 'delivery.wrongAddress',
  failed: 'delivery.failed',
} as const;

/** Does Umnico bring the customers' messages to this computer? Umnico switches a dead address off without a word. */
export function Delivery({ connection }: { readonly connection: EngineConnection }) {
  const t = useCopy('connections');
  const { webhook, manager, sources } = connection;
  const [address, setAddress] = useState(originOf(webhook.address));
  const [busy, setBusy] = useState(false);
  const canTurnOn = manager !== null && isPublicAddress(address);
  const isNew = address !== originOf(webhook.address);

  async function turnOn(): Promise<void> {
    if (manager === null) return;
    setBusy(true);
    const enabled = sources.filter((source) => source.enabled).map((source) => source.id);
    await changeOrTell('connection.umnico', { manager: manager.id, sources: enabled, publicUrl: address });
    setBusy(false);
  }

  function trouble(): string {
    if (webhook.state === 'wrongAddress' || webhook.state === 'failed') return t(WORDS[webhook.state]);
    return webhook.address === '' ? t('delivery.none') : t('delivery.off');
  }

  return (
    <>
      {webhook.state === 'on' ? (
        <p className={styles.good}>
          <CircleCheck size={16} aria-hidden /> {t('delivery.on')}
        </p>
      ) : (
        <Banner tone={webhook.address === '' ? 'warning' : 'danger'}>{trouble()}</Banner>
      )}
      <PublicAddressField value={address} onChange={setAddress} />
      {(webhook.state !== 'on' || isNew) && (
        <div className={styles.row}>
          <Button variant="primary" busy={busy} disabled={!canTurnOn} onClick={() => void turnOn()}>
            {t('delivery.turnOn')}
          </Button>
        </div>
      )}
      {webhook.address !== '' && (
        <p className={styles.address}>
          {t('delivery.address')}: <code>{webhook.address}</code>
          <IconButton
            size="dense"
            label={t('delivery.copyAddress')}
            icon={<Copy aria-hidden />}
            onClick={() => void copyText(webhook.address, t('delivery.addressCopied'))}
          />
        </p>
      )}
      {webhook.others > 0 && <p className={styles.quiet}>{t('delivery.others', { count: webhook.others })}</p>}
    </>
  );
}
