import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../engine/check/problem.ts';
import { problemWords } from '../../engine/check/problemWords.ts';
import { usePreferences } from '../app/preferences.ts';
import type { Copy } from '../copy/i18n.ts';
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
  if (problems.length === 0) {
    return (
      <p className={styles.clean} data-testid="publish-problems" data-count={problems.length}>
        <CircleCheck size={16} aria-hidden />
        {t('clean')}
      </p>
    );
  }
  const count = problems.length;
  return (
    <section>
      <h3 className={styles.subtitle}>
        {t('problems')}:{' '}
        <span data-testid="publish-problems" data-count={count}>
          {count}
        </span>
      </h3>
      <p className={styles.quiet}>{gateWords(errors.length, warnings.length, t)}</p>
      {listed.length > 0 && (
        <ul className={styles.problems}>
          {listed.map((problem, index) => (
            <ProblemLine key={index} problem={problem} />
          ))}
        </ul>
      )}
    </section>
  );
}

function gateWords(errors: number, warnings: number, t: Copy<'publish'>): string {
  if (errors > 0) return t('errors', { count: errors });
  return warnings > 0 ? t('warnings', { count: warnings }) : t('onlyTips');
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
      useEditor.getState().leaveView();
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
