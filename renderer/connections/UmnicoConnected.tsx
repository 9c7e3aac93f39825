import { CircleCheck, RefreshCw } from 'lucide-react';
import { useRef, useState } from 'react';
import type { EngineConnection } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { changeOrTell } from './connectionActions.ts';
import { ConnectionFault } from './ConnectionFault.tsx';
import styles from './ConnectionsScreen.module.css';
import { Delivery } from './Delivery.tsx';
import { ManagerSelect } from './ManagerSelect.tsx';
import { ReadBackChoice } from './ReadBackChoice.tsx';
import { SourceSwitches } from './SourceSwitches.tsx';
import { Step } from './Step.tsx';

export interface UmnicoConnectedProps {
  readonly connection: EngineConnection;
  readonly onReplaceToken: () => void;
}

/** The checklist of a connected account: every line can be changed, each change is live at once. */
export function UmnicoConnected({ connection, onReplaceToken }: UmnicoConnectedProps) {
  const t = useCopy('connections');
  const [asking, setAsking] = useState(false);
  const [refreshing, setRefreshing] = useState(false);
  const managerPlace = useRef<HTMLDivElement>(null);
  const { fault, manager, managers, secret, sources, webhook } = connection;

  async function refresh(): Promise<void> {
    setRefreshing(true);
    await changeOrTell('connection.refresh', {});
    setRefreshing(false);
  }

  return (
    <>
      {fault !== null && (
        <ConnectionFault
          fault={fault}
          onRetry={() => void refresh()}
          onPasteAgain={onReplaceToken}
          onChooseManager={() => managerPlace.current?.querySelector('button')?.focus()}
        />
      )}
      <ol>
        <Step number={1} title={t('token.title')} isDone={fault?.code !== 'badToken'}>
          {secret === 'memory' ? (
            <Banner tone="warning" action={<KeepInFile connection={connection} />}>
              {t('token.memory')}
            </Banner>
          ) : (
            <p className={styles.quiet}>{t(secret === 'file' ? 'token.savedFile' : 'token.saved')}</p>
          )}
          <div className={styles.row}>
            <Button size="dense" onClick={onReplaceToken}>
              {t('token.replace')}
            </Button>
          </div>
        </Step>
        <Step number={2} title={t('manager.title')} isDone={manager !== null && fault?.code !== 'managerMissing'}>
          <div ref={managerPlace}>
            <ManagerSelect
              managers={managers}
              value={manager?.id ?? null}
              onChange={(id) => void changeOrTell('connection.setManager', { manager: id })}
            />
          </div>
        </Step>
        <Step number={3} title={t('sources.title')} isDone={sources.some((source) => source.enabled)}>
          <SourceSwitches
            sources={sources}
            onChange={(enabled) => void changeOrTell('connection.setSources', { sources: enabled })}
          />
        </Step>
        <Step number={4} title={t('delivery.title')} isDone={webhook.state === 'on'}>
          <Delivery connection={connection} />
          <ReadBackChoice />
        </Step>
      </ol>
      <div className={styles.row}>
        <Button icon={<RefreshCw aria-hidden />} busy={refreshing} onClick={() => void refresh()}>
          {t('sources.refresh')}
        </Button>
        <Button onClick={() => setAsking(true)}>{t('umnico.disconnect')}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        danger
        title={t('umnico.disconnectTitle')}
        description={t('umnico.disconnectText')}
        confirm={t('umnico.disconnect')}
        onConfirm={() => {
          setAsking(false);
          void changeOrTell('connection.disconnect', {});
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function KeepInFile({ connection }: { readonly connection: EngineConnection }) {
  const t = useCopy('connections');
  const manager = connection.manager?.id;
  if (manager === undefined) return null;
  const sources = connection.sources.filter((source) => source.enabled).map((source) => source.id);
  return (
    <Button
      size="dense"
      icon={<CircleCheck aria-hidden />}
      onClick={() => void changeOrTell('connection.umnico', { manager, sources, allowFile: true })}
    >
      {t('token.keepInFile')}
    </Button>
  );
}
