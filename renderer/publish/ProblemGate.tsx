import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../engine/check/problem.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import styles from './PublishDialog.module.css';
import { closePublish } from './publishState.ts';

/** Errors keep the bot from customers, warnings are shown and let it pass, tips stay in Problems. */
export function ProblemGate({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useCopy('publish');
  const errors = problems.filter((problem) => problem.level === 'error');
  const warnings = problems.filter((problem) => problem.level === 'warning');
  const listed = [...errors, ...warnings];
  if (listed.length === 0) {
    return (
      <p className={styles.clean}>
        <CircleCheck size={16} aria-hidden />
        {t('clean')}
      </p>
    );
  }
  return (
    <div>
      <p className={styles.subtitle}>
        {errors.length > 0 ? t('errors', { count: errors.length }) : t('warnings', { count: warnings.length })}
      </p>
      <ul className={styles.problems}>
        {listed.map((problem, index) => (
          <ProblemLine key={index} problem={problem} />
        ))}
      </ul>
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const t = useCopy('publish');
  const language = usePreferences((state) => state.language);
  const isError = problem.level === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  const sentence = problemWords(problem, language);
  const { node } = problem;

  function goTo(place: string): void {
    closePublish();
    // After the dialog has given the page back, or the canvas could not take the focus.
    setTimeout(() => {
      useEditor.getState().goTo(problem.flow, place, { exit: problem.exit, field: problem.field });
    });
  }

  return (
    <li className={classes(styles.problem, isError ? styles.error : styles.warning)}>
      <Icon size={15} role="img" aria-label={t(isError ? 'levelError' : 'levelWarning')} />
      <span className={styles.sentence}>{sentence}</span>
      {node !== null && (
        <Button
          variant="ghost"
          size="dense"
          aria-label={t('goToProblem', { problem: sentence })}
          onClick={() => goTo(node)}
        >
          {t('goTo')}
        </Button>
      )}
    </li>
  );
}
