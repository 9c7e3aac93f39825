import { FileUp, LayoutTemplate, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { openSample } from '../firstSteps/openStep.ts';
import { importBot } from './botActions.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import { openTemplateSheet } from './templateSheet.ts';
import styles from './Welcome.module.css';

/** When it can be used, for who measures the start of the app (`performance.getEntriesByName`). */
const WELCOME_MARK = 'dialogram:welcome';

/** What a person without a bot sees: one screen, three ways in, no account and no tour. */
export function Welcome() {
  const t = useCopy('flows');
  const [making, setMaking] = useState(false);

  useEffect(() => {
    performance.mark(WELCOME_MARK);
  }, []);

  async function example(): Promise<void> {
    setMaking(true);
    await openSample();
    setMaking(false);
  }

  return (
    <div className={styles.welcome} data-testid="welcome">
      <div className={styles.language}>
        <LanguageSwitch />
      </div>
      <section className={styles.panel} aria-labelledby="welcome-title">
        <h2 id="welcome-title" className={styles.title}>
          {t('welcome.title')}
        </h2>
        <p className={styles.text}>{t('welcome.text')}</p>
        <div className={styles.choices}>
          <ChoiceCard
            main
            icon={<Play aria-hidden />}
            family="talk"
            title={t('welcome.example')}
            text={t('welcome.exampleText')}
            disabled={making}
            onChoose={() => void example()}
          />
          <ChoiceCard
            icon={<LayoutTemplate aria-hidden />}
            family="ask"
            title={t('welcome.template')}
            text={t('welcome.templateText')}
            onChoose={openTemplateSheet}
          />
          <ChoiceCard
            icon={<FileUp aria-hidden />}
            family="system"
            title={t('welcome.file')}
            text={t('welcome.fileText')}
            onChoose={() => void importBot()}
          />
        </div>
      </section>
    </div>
  );
}
