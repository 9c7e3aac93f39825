import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import type { VectorsView } from '../../engine/protocol/vectorsView.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { toast } from '../ui/toast.ts';
import styles from './SettingsScreen.module.css';
import { sizeOf } from './sizeOf.ts';

interface VectorsInUseProps {
  readonly vectors: VectorsView;
  readonly onChange: (vectors: VectorsView) => void;
}

/** What was chosen, whether it works, and a way to do without it. */
export function VectorsInUse({ vectors, onChange }: VectorsInUseProps) {
  const t = useCopy('vectors');
  const settings = useCopy('settings');
  const [busy, setBusy] = useState(false);
  const { folder, pack, fault, learning } = vectors;

  async function remove(): Promise<void> {
    setBusy(true);
    const reply = await call('vectors.remove', {});
    setBusy(false);
    if (!reply.ok) {
      showFault(reply.fault);
      return;
    }
    toast(t('removed'), { tone: 'success' });
    onChange(reply.value.vectors);
  }

  return (
    <>
      {fault !== null && <FaultBanner fault={fault} />}
      <div className={styles.row}>
        <div className={styles.pack}>
          <span className={styles.fact}>{pack === null ? folder : `${pack.name} ${pack.version}`.trim()}</span>
          {pack !== null && (
            <span className={styles.where}>
              {folder} · {t('size', { size: sizeOf(pack.bytes, settings) })}
            </span>
          )}
          {learning && <span className={styles.where}>{t('learningHint')}</span>}
        </div>
        <div className={styles.buttons}>
          {pack === null ? (
            <Chip tone="danger" icon={<CircleAlert size={14} aria-hidden />}>
              {t(fault?.code === 'vectorsMissing' ? 'notFound' : 'foreign')}
            </Chip>
          ) : learning ? (
            <Chip tone="accent" icon={<LoaderCircle size={14} aria-hidden />}>
              {t('learning')}
            </Chip>
          ) : (
            <Chip tone="success" icon={<Check size={14} aria-hidden />}>
              {t('inUse')}
            </Chip>
          )}
          <Button busy={busy} onClick={() => void remove()}>
            {t('remove')}
          </Button>
        </div>
      </div>
    </>
  );
}
