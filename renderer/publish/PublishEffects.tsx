import { FlaskConical, KeyRound, Link2Off, Radio, Replace, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEngine } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { startSandbox } from '../connections/connectionActions.ts';
import { sourceTitle } from '../connections/sourceTitle.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { useMissingKeys } from '../requests/useMissingKeys.ts';
import styles from './PublishDialog.module.css';
import { closePublish } from './publishState.ts';

/** Whom the new version will meet, in sentences. */
export function PublishEffects({ bot, audience }: { readonly bot: string; readonly audience: 'test' | 'all' }) {
  const t = useCopy('publish');
  const r = useCopy('requests');
  const status = useEngine((state) => state.status);
  const keysMissing = useMissingKeys();
  if (status === null) return null;
  const { connection, live, statusesLinked } = status;
  const enabled = connection.sources.filter((source) => source.enabled);
  const missing = connection.kind === 'umnico' && live?.bot === bot ? statusesLinked.missing : [];

  function openConnections(): void {
    closePublish();
    navigate({ screen: 'connections' });
  }

  function openKeys(): void {
    closePublish();
    navigate({ screen: 'settings', page: 'requests' });
  }

  return (
    <div>
      <h3 className={styles.subtitle}>{t('whatHappens')}</h3>
      <ul className={styles.effects}>
        {connection.kind === 'none' && (
          <Effect icon={<Unplug size={16} aria-hidden />}>
            {t('toNothing')}{' '}
            <Button size="dense" onClick={() => void startSandbox()}>
              {t('startSandbox')}
            </Button>
          </Effect>
        )}
        {connection.kind === 'sandbox' && (
          <Effect icon={<FlaskConical size={16} aria-hidden />}>{t('toSandbox')}</Effect>
        )}
        {connection.kind === 'umnico' && (
          <Effect icon={<Radio size={16} aria-hidden />}>
            {enabled.length > 0 ? t('toUmnico', { sources: enabled.map(sourceTitle).join(', ') }) : t('toNoSources')}
          </Effect>
        )}
        {audience === 'all' && live !== null && live.bot !== bot && (
          <Effect icon={<Replace size={16} aria-hidden />}>{t('replaces', { name: live.name })}</Effect>
        )}
        {missing.length > 0 && (
          <Effect icon={<Link2Off size={16} aria-hidden />}>
            {t('statusesMissing', { names: missing.join(', ') })}{' '}
            <Button size="dense" onClick={openConnections}>
              {t('openStatuses')}
            </Button>
          </Effect>
        )}
        {keysMissing.length > 0 && (
          <Effect icon={<KeyRound size={16} aria-hidden />}>
            {r('missing', { count: keysMissing.length, names: keysMissing.join(', ') })}{' '}
            <Button size="dense" onClick={openKeys}>
              {r('toSettings')}
            </Button>
          </Effect>
        )}
      </ul>
    </div>
  );
}

function Effect({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={styles.effect}>
      {icon}
      <span>{children}</span>
    </li>
  );
}
