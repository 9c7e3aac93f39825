import { FastForward, Hourglass } from 'lucide-react';
import { nextDue } from '../../engine/check/conversation.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { durationWords } from './durationWords.ts';
import styles from './Log.module.css';
import { useSimulator } from './store.ts';

/** A timer is running: how long it still takes, and the way past it. */
export function WaitLine() {
  const t = useCopy('simulator');
  const left = useSimulator(({ conversation }) => {
    const due = conversation === null ? null : nextDue(conversation);
    return conversation === null || due === null ? null : due - conversation.now;
  });
  if (left === null) return null;
  return (
    <div className={styles.wait}>
      <Hourglass size={13} aria-hidden />
      <span>{t('waits', { time: durationWords(left, t) })}</span>
      <Button
        size="dense"
        variant="ghost"
        icon={<FastForward />}
        onClick={() => useSimulator.getState().skipWait()}
        data-testid="sim-skip"
      >
        {t('skip')}
      </Button>
    </div>
  );
}
