import { ExternalLink, FlaskConical, Play } from 'lucide-react';
import { useState } from 'react';
import type { EngineConnection } from '../app/engine.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { usePointed } from '../app/pointing.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Section } from '../ui/Section.tsx';
import { changeOrTell, openSandbox, startSandbox } from './connectionActions.ts';
import { ConnectionChip } from './ConnectionChip.tsx';
import styles from './ConnectionsScreen.module.css';

export function SandboxCard({ connection }: { readonly connection: EngineConnection }) {
  const t = useCopy('connections');
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const place = usePointed('sandbox');
  const isPresent = connection.kind === 'sandbox';
  const url = connection.sandboxUrl;

  async function start(): Promise<void> {
    setAsking(false);
    setBusy(true);
    await startSandbox();
    setBusy(false);
  }

  return (
    <Section
      title={
        <span className={styles.title}>
          <FlaskConical size={18} aria-hidden />
          {t('sandbox.title')}
        </span>
      }
      description={t('sandbox.text')}
      aside={<ConnectionChip state={isPresent ? connection.state : null} />}
    >
      {isPresent && connection.fault !== null && <FaultBanner fault={connection.fault} />}
      <div ref={place} className={styles.row}>
        {isPresent && connection.state !== 'off' ? (
          <>
            {url !== null && (
              <Button variant="primary" icon={<ExternalLink aria-hidden />} onClick={() => openSandbox(url)}>
                {t('sandbox.open')}
              </Button>
            )}
            <Button onClick={() => void changeOrTell('connection.disconnect', {})}>{t('sandbox.stop')}</Button>
          </>
        ) : (
          <Button
            variant={connection.kind === 'umnico' ? 'secondary' : 'primary'}
            icon={<Play aria-hidden />}
            busy={busy}
            onClick={() => (connection.kind === 'umnico' ? setAsking(true) : void start())}
          >
            {t('sandbox.start')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={t('sandbox.replaceTitle')}
        description={t('sandbox.replaceText')}
        confirm={t('sandbox.replace')}
        onConfirm={() => void start()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
