import { useEngine } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Section } from '../ui/Section.tsx';
import styles from './SettingsScreen.module.css';

/** What works in here and under which licences. */
export function AboutSettings() {
  const t = useCopy('settings');
  const version = useEngine((state) => state.status?.version ?? '…');
  return (
    <Section title={t('about')}>
      <p className={styles.name}>
        Dialogram <span className={styles.version}>{t('version', { version })}</span>
      </p>
      <p className={styles.text}>{t('licence')}</p>
      <p className={styles.text}>{t('libraries')}</p>
    </Section>
  );
}
