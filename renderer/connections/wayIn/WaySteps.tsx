import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { classes } from '../../ui/classes.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import type { StepState, WayStep } from './wayProgress.ts';
import styles from './wayIn.module.css';

/** How far it has come, filled in as it goes. */
export function WaySteps({ steps }: { readonly steps: readonly WayStep[] }) {
  const t = useCopy('wayIn');
  return (
    <ol className={styles.steps} aria-live="polite">
      {steps.map(({ name, state }) => (
        <li
          key={name}
          className={classes(styles.step, styles[state])}
          data-state={state}
          data-testid={`way-step-${name}`}
        >
          <Mark state={state} />
          <span>{t(`step.${name}`)}</span>
          <span className={styles.hidden}>: {t(`stepState.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state }: { readonly state: StepState }) {
  if (state === 'busy') return <Spinner />;
  if (state === 'done') return <CircleCheck size={16} aria-hidden />;
  if (state === 'failed') return <CircleAlert size={16} aria-hidden />;
  return <CircleDashed size={16} aria-hidden />;
}
