import { Archive } from 'lucide-react';
import { useState } from 'react';
import type { DataView } from '../../engine/protocol/dataViews.ts';
import { FaultBanner } from '../app/FaultBanner.tsx';
import { usePreferences } from '../app/preferences.ts';
import { showFault } from '../app/showFault.ts';
import { fullTime } from '../app/times.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import { toast } from '../ui/toast.ts';
import { sizeOf } from './sizeOf.ts';
import styles from './SettingsScreen.module.css';

interface BackupSettingsProps {
  readonly data: DataView;
  readonly onChange: () => void;
}

/** The last copy, and one at once. */
export function BackupSettings({ data, onChange }: BackupSettingsProps) {
  const t = useCopy('settings');
  const language = usePreferences((state) => state.language);
  const [busy, setBusy] = useState(false);
  const [last] = data.backups;

  async function backUp(): Promise<void> {
    setBusy(true);
    const reply = await call('data.backUp', {});
    setBusy(false);
    if (reply.ok) toast(t('backups.made'), { tone: 'success' });
    else showFault(reply.fault);
    onChange();
  }

  return (
    <Section title={t('backups.title')} description={t('backups.about', { count: data.dailyKept })}>
      {data.failed !== null && <FaultBanner fault={data.failed} />}
      <Field label={t('backups.last')} hint={t('backups.where')}>
        <div className={styles.row}>
          <span className={styles.fact}>
            {last === undefined
              ? t('backups.none')
              : t('backups.line', { time: fullTime(last.at, language), size: sizeOf(last.bytes, t) })}
          </span>
          <Button icon={<Archive size={16} aria-hidden />} busy={busy} onClick={() => void backUp()}>
            {t('backups.now')}
          </Button>
        </div>
      </Field>
    </Section>
  );
}
