import { Copy, Monitor, Moon, Sun } from 'lucide-react';
import { copyText } from '../app/copyText.ts';
import { useEngine } from '../app/engine.ts';
import { PageTitle } from '../app/PageTitle.tsx';
import { type Scale, SCALES, setPreferences, usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Section } from '../ui/Section.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { KeySettings } from './KeySettings.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import styles from './SettingsScreen.module.css';

export function SettingsScreen() {
  const t = useCopy('settings');
  const { theme, scale } = usePreferences();
  const status = useEngine((state) => state.status);
  const folder = status?.folder ?? '';

  return (
    <div className={styles.page}>
      <PageTitle>{t('title')}</PageTitle>
      <Section title={t('general')}>
        <Field label={t('language')}>
          <div>
            <LanguageSwitch />
          </div>
        </Field>
        <Field label={t('theme')}>
          <div>
            <Segmented
              value={theme}
              options={[
                { value: 'system', label: t('system'), icon: <Monitor aria-hidden /> },
                { value: 'light', label: t('light'), icon: <Sun aria-hidden /> },
                { value: 'dark', label: t('dark'), icon: <Moon aria-hidden /> },
              ]}
              onChange={(chosen) => setPreferences({ theme: chosen })}
            />
          </div>
        </Field>
        {window.dialogram !== undefined && (
          <Field label={t('scale')}>
            <div>
              <Segmented
                value={String(scale)}
                options={SCALES.map((percent) => ({ value: String(percent), label: `${String(percent)} %` }))}
                onChange={(chosen) => setPreferences({ scale: scaleOf(chosen) })}
              />
            </div>
          </Field>
        )}
      </Section>
      <KeySettings />
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
      <Section title={t('about')}>
        <p className={styles.name}>
          Dialogram <span className={styles.version}>{t('version', { version: status?.version ?? '…' })}</span>
        </p>
        <p className={styles.text}>{t('licence')}</p>
      </Section>
    </div>
  );
}

function scaleOf(text: string): Scale {
  return SCALES.find((percent) => String(percent) === text) ?? 100;
}
