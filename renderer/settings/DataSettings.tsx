import { Copy } from 'lucide-react';
import { copyText } from '../app/copyText.ts';
import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Section } from '../ui/Section.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { BackupSettings } from './BackupSettings.tsx';
import { EraseCustomer } from './EraseCustomer.tsx';
import { KeepSettings } from './KeepSettings.tsx';
import { sizeOf } from './sizeOf.ts';
import styles from './SettingsScreen.module.css';
import { useData } from './useData.ts';

/** Where everything lies, its copies, how long it stays, and who sees it. */
export function DataSettings() {
  const t = useCopy('settings');
  const folder = useEngine((state) => state.status?.folder ?? '');
  const { data, look } = useData();
  const disk = data?.disk;
  const hasRoom = disk?.low === false && !disk.full && disk.free !== null;
  const sizes = { free: sizeOf(disk?.free ?? 0, t), database: sizeOf(disk?.database ?? 0, t) };
  return (
    <>
      <Section title={t('data')}>
        <Field label={t('folder')} hint={t('folderHint')}>
          <div className={styles.folder}>
            <TextInput value={folder} onChange={() => undefined} readOnly />
            <IconButton
              variant="secondary"
              label={t('copyFolder')}
              icon={<Copy aria-hidden />}
              disabled={folder === ''}
              onClick={() => void copyText(folder, t('copied'))}
            />
          </div>
        </Field>
        {(disk?.full === true || disk?.low === true) && (
          <Banner tone={disk.full ? 'danger' : 'warning'}>{t('roomLow', sizes)}</Banner>
        )}
        <p className={styles.text}>
          {hasRoom && `${t('room', sizes)} `}
          {t('privacy')}
        </p>
      </Section>
      {data !== null && (
        <>
          <BackupSettings data={data} onChange={look} />
          <KeepSettings days={data.keepDays} onChange={look} />
          <EraseCustomer onErased={look} />
        </>
      )}
    </>
  );
}
