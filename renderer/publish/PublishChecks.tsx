import { CircleCheck, CircleX } from 'lucide-react';
import { checkWords } from '../../engine/check/checkWords.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './PublishDialog.module.css';
import { usePublish } from './publishState.ts';
import { useCheckRun } from './useCheckRun.ts';

/** The bot's own checks, played on the draft before anybody meets it. They warn; only errors stop a publication. */
export function PublishChecks() {
  const t = useCopy('publish');
  const checks = useCopy('checks');
  const language = usePreferences((state) => state.language);
  const bot = useEditor((state) => state.viewing?.draft.bot ?? state.bot);
  const total = bot.checks?.length ?? 0;
  const results = useCheckRun(bot);
  const failed = results.filter((result) => !result.passed);
  const isDone = results.length === total;

  return (
    <section data-testid="publish-checks" aria-busy={!isDone}>
      <h3 className={styles.subtitle}>{t('checks')}</h3>
      {total === 0 && <p className={styles.quiet}>{t('checksNone')}</p>}
      {total > 0 && !isDone && (
        <p className={styles.running}>
          <Spinner /> {t('checksRunning', { done: results.length, total })}
        </p>
      )}
      {total > 0 && isDone && failed.length === 0 && (
        <p className={styles.clean} role="status">
          <CircleCheck size={16} aria-hidden />
          {t('checksPassed', { passed: total, total })}
        </p>
      )}
      {isDone && failed.length > 0 && (
        <>
          <p className={styles.failedChecks} role="status">
            {t('checksFailed', { passed: total - failed.length, total })}
          </p>
          <ul className={styles.problems}>
            {failed.map((result) => {
              const { expected, got } = checkWords(result, bot, language);
              return (
                <li key={result.id} className={`${styles.problem ?? ''} ${styles.error ?? ''}`}>
                  <CircleX size={15} role="img" aria-label={checks('failed')} />
                  <div className={styles.sentence}>
                    <p>{result.name}</p>
                    <p className={styles.why} title={expected}>
                      {checks('expected', { text: expected })}
                    </p>
                    <p className={styles.why} title={got}>
                      {checks('got', { text: got })}
                    </p>
                  </div>
                  <Button
                    variant="ghost"
                    size="dense"
                    aria-label={t('openCheckNamed', { name: result.name })}
                    onClick={() => usePublish.setState({ bot: null, check: result.id })}
                  >
                    {t('openCheck')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
