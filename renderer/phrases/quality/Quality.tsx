import { Gauge } from 'lucide-react';
import { useMemo } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { loreOf, sameLore, useLearner } from '../learning/learner.ts';
import { CautionSlider } from './CautionSlider.tsx';
import { ConfusedPairs } from './ConfusedPairs.tsx';
import styles from './Quality.module.css';
import { confusionsIn, stillThere, summarise } from './summary.ts';

const PARTS = ['known', 'asked', 'wrong', 'silent'] as const;

/** How well the bot would do with what it was not shown, how bold it may be, and what it mixes up. */
export function Quality({ topics }: { readonly topics: readonly Intent[] }) {
  const t = useCopy('phrases');
  const bot = useEditor((state) => state.bot);
  const caution = bot.settings?.caution ?? 'normal';
  const exam = useLearner((state) => (state.exam?.of.bot === bot.id ? state.exam : null));
  const isWorking = useLearner((state) => state.learning !== null);
  const isStale = exam !== null && !sameLore(exam.of, loreOf(bot));
  // Phrases that are gone since are not counted; new ones are, once they have been tried.
  const results = useMemo(() => stillThere(exam?.results ?? [], topics), [exam, topics]);
  const summary = summarise(results, caution);

  return (
    <section className={styles.quality} aria-labelledby="quality-title" data-testid="quality" data-stale={isStale}>
      <h2 id="quality-title" className={styles.title}>
        <Gauge size={16} aria-hidden />
        {t('quality.title')}
        {isWorking && summary.total > 0 && (
          <span className={styles.working}>
            <Spinner size={12} />
            {t('quality.checking')}
          </span>
        )}
      </h2>
      {summary.total === 0 ? (
        <p className={styles.quiet}>{isWorking ? t('quality.checking') : t('quality.none')}</p>
      ) : (
        <>
          <p className={styles.known} data-testid="quality-known" aria-live="polite">
            {t('quality.known', { known: summary.known, count: summary.total })}
          </p>
          <div className={styles.strip} aria-hidden>
            {PARTS.map((part) => (
              <span key={part} data-part={part} style={{ flexGrow: summary[part] }} />
            ))}
          </div>
          <ul className={styles.legend} data-testid="quality-parts">
            {PARTS.map((part) => (
              <li key={part} data-part={part}>
                <strong>{summary[part]}</strong> {t(`quality.${part}Part`)}
              </li>
            ))}
          </ul>
          <CautionSlider />
          <p className={styles.quiet}>{t('quality.how')}</p>
          <ConfusedPairs pairs={confusionsIn(results)} topics={topics} />
        </>
      )}
    </section>
  );
}
