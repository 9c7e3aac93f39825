import { Eye, FlaskConical, History, Radio } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import { refreshBots, useEngine } from '../app/engine.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { Loading } from '../app/Loading.tsx';
import { usePreferences } from '../app/preferences.ts';
import { fullTime } from '../app/times.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { lookAtVersion } from './lookAtVersion.ts';
import styles from './PublishDialog.module.css';
import { askRollback, type Version } from './publishState.ts';
import { tellPublished } from './publishToast.ts';

/** Every version, the newest first: look at it, or bring it back. */
export function VersionList({ bot }: { readonly bot: string }) {
  const t = useCopy('publish');
  const words = useCopy('versions');
  const row = useEngine((state) => state.bots?.find((each) => each.id === bot));
  const live = row?.live ?? null;
  const test = row?.test ?? null;
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  useEffect(() => {
    let isGone = false;
    void call('bots.versions', { id: bot }).then((reply) => {
      if (isGone) return;
      if (reply.ok) setVersions(reply.value.versions.toSorted((a, b) => b.number - a.number));
      else setFault(reply.fault);
    });
    return () => {
      isGone = true;
    };
  }, [bot, live, test]);

  async function endTest(): Promise<void> {
    const all = useEngine.getState().status?.live?.version ?? null;
    const reply = await call('bots.restoreLive', { all, test: null });
    setFault(reply.ok ? null : reply.fault);
    if (!reply.ok) return;
    tellPublished(words('list.testEnded'));
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
            bot={bot}
            version={version}
            isLive={version.number === live}
            isTest={version.number === test}
            onEndTest={() => void endTest()}
          />
        ))}
      </ul>
    </div>
  );
}

interface VersionLineProps {
  readonly bot: string;
  readonly version: Version;
  readonly isLive: boolean;
  readonly isTest: boolean;
  readonly onEndTest: () => void;
}

function VersionLine({ bot, version, isLive, isTest, onEndTest }: VersionLineProps) {
  const t = useCopy('publish');
  const words = useCopy('versions');
  const language = usePreferences((state) => state.language);
  const canLook = useEditor((state) => state.isOpen);
  const { number } = version;
  return (
    <li className={styles.version} data-testid={`version-${String(number)}`}>
      <div className={styles.versionWords}>
        <p className={styles.versionName}>
          {t('version', { number })}
          {isLive && (
            <Chip tone="success" icon={<Radio aria-hidden />}>
              {words('list.isLive')}
            </Chip>
          )}
          {isTest && (
            <Chip tone="accent" icon={<FlaskConical aria-hidden />}>
              {words('list.isTest')}
            </Chip>
          )}
          {!isTest && version.audience === 'test' && <Chip>{words('list.wasTest')}</Chip>}
        </p>
        <p className={styles.versionNote}>
          <time dateTime={new Date(version.publishedAt).toISOString()}>{fullTime(version.publishedAt, language)}</time>
          {' · '}
          {version.note === '' ? t('noNote') : version.note}
        </p>
      </div>
      {canLook && (
        <Button
          size="dense"
          variant="ghost"
          icon={<Eye size={14} aria-hidden />}
          aria-label={words('list.lookAt', { number })}
          onClick={() => void lookAtVersion(bot, version)}
        >
          {words('list.look')}
        </Button>
      )}
      {isTest && (
        <Button size="dense" onClick={onEndTest}>
          {words('list.endTest')}
        </Button>
      )}
      {!isLive && !isTest && (
        <Button
          size="dense"
          aria-label={words('list.rollbackTo', { number })}
          onClick={() => askRollback({ to: 'version', bot, version })}
        >
          {words('list.rollback')}
        </Button>
      )}
    </li>
  );
}
