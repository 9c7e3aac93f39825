import { CircleAlert, CircleCheck, CircleDashed, Copy, LoaderCircle, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { TunnelView } from '../../../engine/protocol/tunnelViews.ts';
import { copyText } from '../../app/copyText.ts';
import type { EngineConnection } from '../../app/engine.ts';
import { usePreferences } from '../../app/preferences.ts';
import { ago, timeOf } from '../../app/times.ts';
import { useNow } from '../../app/useNow.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { changeOrTell } from '../connectionActions.ts';
import { draftOf } from './wayDraft.ts';
import { WayFault } from './WayFault.tsx';
import styles from './wayIn.module.css';
import { wayProgress } from './wayProgress.ts';
import { WaySteps } from './WaySteps.tsx';

export interface WayStatusProps {
  readonly connection: EngineConnection;
  readonly onChange: () => void;
}

/** The way in that was chosen: how far it has come, its address, how quick it is, and what is wrong. */
export function WayStatus({ connection, onChange }: WayStatusProps) {
  const t = useCopy('wayIn');
  const [busy, setBusy] = useState(false);
  const { tunnel } = connection;
  const { settings } = tunnel;
  if (settings === null) return null;
  const { way, host } = draftOf(settings);

  async function check(): Promise<void> {
    setBusy(true);
    const looked = await changeOrTell('connection.checkTunnel', {});
    // Umnico switches a dead address off without a word: that is put right too.
    if (looked && connection.kind === 'umnico') await changeOrTell('connection.refresh', {});
    setBusy(false);
  }

  return (
    <div className={styles.card} data-testid="way-status">
      <div className={styles.head}>
        <span className={styles.title}>
          {t(`way.${way}`)}
          {way === 'ssh' && <span className={styles.quiet}> · {host}</span>}
        </span>
        <StateChip tunnel={tunnel} />
      </div>
      <WaySteps steps={wayProgress(connection)} />
      <WayFault tunnel={tunnel} />
      {tunnel.secret === 'memory' && (
        <Banner
          tone="warning"
          action={
            <Button onClick={() => void changeOrTell('connection.setTunnel', { settings, allowFile: true })}>
              {t('keepInFile')}
            </Button>
          }
        >
          {t('inMemory')}
        </Banner>
      )}
      <Facts tunnel={tunnel} />
      <div className={styles.row}>
        <Button icon={<RefreshCw aria-hidden />} busy={busy} onClick={() => void check()}>
          {t('check')}
        </Button>
        <Button onClick={onChange}>{t('change')}</Button>
      </div>
    </div>
  );
}

function StateChip({ tunnel }: { readonly tunnel: TunnelView }) {
  const t = useCopy('wayIn');
  const words = t(`state.${tunnel.state}`);
  if (tunnel.state === 'up')
    return (
      <Chip tone="success" icon={<CircleCheck aria-hidden />}>
        {words}
      </Chip>
    );
  if (tunnel.state === 'down')
    return (
      <Chip tone="danger" icon={<CircleAlert aria-hidden />}>
        {words}
      </Chip>
    );
  if (tunnel.state === 'off') return <Chip icon={<CircleDashed aria-hidden />}>{words}</Chip>;
  return <Chip icon={<LoaderCircle aria-hidden />}>{words}</Chip>;
}

function Facts({ tunnel }: { readonly tunnel: TunnelView }) {
  const t = useCopy('wayIn');
  const language = usePreferences((state) => state.language);
  const now = useNow();
  const { url, latencyMs, checkedAt, state, since, hostKey } = tunnel;
  const isTold = state === 'up' || (state === 'down' && since > 0);
  return (
    <dl className={styles.facts}>
      {url !== null && (
        <>
          <dt>{t('address')}</dt>
          <dd className={styles.code}>
            <code>{url}</code>
            <IconButton
              size="dense"
              label={t('copyAddress')}
              icon={<Copy aria-hidden />}
              onClick={() => void copyText(url, t('addressCopied'))}
            />
          </dd>
        </>
      )}
      {latencyMs !== null && checkedAt !== null && (
        <>
          <dt>{t('latency')}</dt>
          <dd>
            {t('ms', { ms: Math.round(latencyMs) })}{' '}
            <span className={styles.quiet}>· {t('checkedAt', { ago: ago(checkedAt, now, language) })}</span>
          </dd>
        </>
      )}
      {isTold && (
        <>
          <dt>{t(state === 'up' ? 'upSince' : 'downSince')}</dt>
          <dd>{timeOf(since, now, language)}</dd>
        </>
      )}
      {hostKey !== null && (
        <>
          <dt>{t('hostKey')}</dt>
          <dd className={styles.code}>
            <code>{hostKey}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
