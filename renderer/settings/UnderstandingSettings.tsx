import { FaultBanner } from '../app/FaultBanner.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { ChooseVectors } from './ChooseVectors.tsx';
import styles from './SettingsScreen.module.css';
import { useVectors } from './useVectors.ts';
import { VectorsInUse } from './VectorsInUse.tsx';

/** What bots understand with, beyond the phrases themselves. */
export function UnderstandingSettings() {
  const t = useCopy('vectors');
  const { vectors, fault, reload, show } = useVectors();
  const app = useCopy('app');
  const isChosen = typeof vectors?.folder === 'string';
  return (
    <Section title={t('title')} description={t('about')}>
      {fault !== null && (
        <FaultBanner
          fault={fault}
          action={
            <Button size="dense" onClick={reload}>
              {app('waiting.again')}
            </Button>
          }
        />
      )}
      {isChosen && (
        <>
          <VectorsInUse vectors={vectors} onChange={show} />
          <p className={styles.text}>{t('window')}</p>
        </>
      )}
      {vectors !== null && vectors.pack === null && <ChooseVectors folder={vectors.folder ?? ''} onChange={show} />}
    </Section>
  );
}
