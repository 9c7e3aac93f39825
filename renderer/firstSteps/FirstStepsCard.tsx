import { ChevronRight, Circle, CircleCheck, X } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { toast } from '../ui/toast.ts';
import styles from './FirstStepsCard.module.css';
import { changeFirstSteps, STEPS, useFirstSteps } from './firstSteps.ts';
import { openStep } from './openStep.ts';

/** The six first steps. They tick themselves; a press opens the place of one, done or not. */
export function FirstStepsCard() {
  const t = useCopy('firstSteps');
  const { done, closed, loaded } = useFirstSteps();
  if (closed || !loaded) return null;
  const next = STEPS.find((step) => !done.includes(step));
  function close(): void {
    changeFirstSteps({ closed: true });
    toast(t('closed'), { action: { label: t('undo'), run: () => changeFirstSteps({ closed: false }) } });
  }
  return (
    <section className={styles.card} aria-labelledby="first-steps" data-testid="first-steps" data-done={done.length}>
      <header className={styles.head}>
        <h2 id="first-steps" className={styles.title}>
          {t('title')}
        </h2>
        <span className={styles.count}>{t('done', { done: done.length, total: STEPS.length })}</span>
        <span className={styles.bar} aria-hidden>
          <span className={styles.filled} style={{ width: `${String((done.length / STEPS.length) * 100)}%` }} />
        </span>
        <IconButton size="dense" label={t('close')} icon={<X aria-hidden />} onClick={close} />
      </header>
      {next === undefined ? (
        <div className={styles.all}>
          <p>{t('allDone')}</p>
          <Button size="dense" onClick={close}>
            {t('close')}
          </Button>
        </div>
      ) : (
        <ol className={styles.steps}>
          {STEPS.map((step) => {
            const isDone = done.includes(step);
            return (
              <li key={step}>
                <button
                  type="button"
                  className={classes(styles.step, isDone && styles.done, step === next && styles.next)}
                  data-testid={`first-step-${step}`}
                  data-done={isDone}
                  onClick={() => void openStep(step)}
                >
                  {isDone ? (
                    <CircleCheck size={18} className={styles.tick} aria-hidden />
                  ) : (
                    <Circle size={18} className={styles.open} aria-hidden />
                  )}
                  <span className={styles.words}>
                    <span className={styles.name}>{t(`step.${step}`)}</span>
                    {isDone && <span className={styles.hidden}>{t('isDone')}</span>}
                    <span className={styles.text}>{t(`text.${step}`)}</span>
                  </span>
                  <ChevronRight size={16} className={styles.arrow} aria-hidden />
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
