import { Copy } from 'lucide-react';
import { copyText } from '../app/copyText.ts';
import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Section } from '../ui/Section.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './SettingsScreen.module.css';

/** Where everything lies, and who sees it. */
export function DataSettings() {
  const t = useCopy('settings');
  const folder = useEngine((state) => state.status?.folder ?? '');
  return (
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
      <p className={styles.text}>{t('privacy')}</p>
    </Section>
  );
}
