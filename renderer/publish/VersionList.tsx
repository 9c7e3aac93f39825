import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import type { Reply } from '../../engine/protocol.ts';
import { refreshBots, useEngine } from '../app/engine.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { Loading } from '../app/Loading.tsx';
import { usePreferences } from '../app/preferences.ts';
import { fullTime } from '../app/times.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { toast } from '../ui/toast.ts';
import styles from './PublishDialog.module.css';

type Version = Reply<'bots.versions'>['versions'][number];

export function VersionList({ bot }: { readonly bot: string }) {
  const t = useCopy('publish');
  const live = useEngine((state) => state.bots?.find((row) => row.id === bot)?.live ?? null);
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [sure, setSure] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let isGone = false;
    void call('bots.versions', { id: bot }).then((reply) => {
      if (isGone) return;
      if (reply.ok) setVersions(newestFirst(reply.value.versions));
      else setFault(reply.fault);
    });
    return () => {
      isGone = true;
    };
  }, [bot, live]);

  async function rollback(version: Version): Promise<void> {
    setBusy(true);
    const reply = await call('bots.rollback', { id: bot, version: version.id });
    setBusy(false);
    setSure(null);
    if (!reply.ok) {
      setFault(reply.fault);
      return;
    }
    setFault(null);
    const { number } = reply.value.version;
    toast(t('rolledBack', { number, from: version.number }), { tone: 'success' });
    await refreshBots();
  }

  if (fault === null && versions === null) return <Loading />;
  if (versions?.length === 0) {
    return (
      <EmptyState icon={<History aria-hidden />} title={t('noVersions')}>
        {t('noVersionsText')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.versions}>
      {fault !== null && <FaultBanner fault={fault} />}
      <ul>
        {versions?.map((version) => (
          <VersionLine
            key={version.id}
            version={version}
            isLive={version.number === live}
            isSure={sure === version.id}
            busy={busy}
            onAsk={() => setSure(version.id)}
            onRollback={() => void rollback(version)}
          />
        ))}
      </ul>
    </div>
  );
}

function newestFirst(versions: readonly Version[]): readonly Version[] {
  return versions.toSorted((a, b) => b.number - a.number);
}

interface VersionLineProps {
  readonly version: Version;
  readonly isLive: boolean;
  readonly isSure: boolean;
  readonly busy: boolean;
  readonly onAsk: () => void;
  readonly onRollback: () => void;
}

function VersionLine({ version, isLive, isSure, busy, onAsk, onRollback }: VersionLineProps) {
  const t = useCopy('publish');
  const language = usePreferences((state) => state.language);
  return (
    <li className={styles.version} data-testid={`version-${String(version.number)}`}>
      <div className={styles.versionWords}>
        <p className={styles.versionName}>
          {t('version', { number: version.number })}
          {isLive && <Chip tone="success">{t('isLive')}</Chip>}
        </p>
        <p className={styles.versionNote}>
          <time dateTime={new Date(version.publishedAt).toISOString()}>{fullTime(version.publishedAt, language)}</time>
          {' · '}
          {version.note === '' ? t('noNote') : version.note}
        </p>
      </div>
      {!isLive && !isSure && (
        <Button size="dense" aria-label={t('rollbackTo', { number: version.number })} onClick={onAsk}>
          {t('rollback')}
        </Button>
      )}
      {isSure && (
        <Button size="dense" variant="primary" busy={busy} autoFocus onClick={onRollback}>
          {t('rollbackSure')}
        </Button>
      )}
    </li>
  );
}
