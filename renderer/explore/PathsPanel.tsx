import { CircleAlert, CircleCheck, Waypoints } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { findingCount } from './findingGroups.ts';
import { FindingList } from './FindingList.tsx';
import styles from './PathsPanel.module.css';
import { PathsSummary } from './PathsSummary.tsx';
import { usePaths } from './pathsStore.ts';
import { useWalked } from './useWalked.ts';

/** «Walk every path»: the way to start it, and what it found. */
export function PathsPanel() {
  const t = useCopy('problems');
  const { walked, isOutdated } = useWalked();
  const panel = useRef<HTMLDivElement>(null);
  useFocusKept(panel, walked === null);
  return (
    <div ref={panel} className={styles.panel} data-testid="paths-panel">
      {walked === null && <FirstWalk />}
      {walked !== null && <PathsSummary report={walked.report} isOutdated={isOutdated} />}
      {walked !== null && findingCount(walked.report) > 0 && <FindingList walked={walked} isOutdated={isOutdated} />}
      {walked !== null && findingCount(walked.report) === 0 && (
        <p className={styles.fine} data-outdated={isOutdated || undefined} data-testid="paths-fine">
          <CircleCheck size={20} aria-hidden />
          {t(walked.report.truncated ? 'paths.fineCut' : 'paths.fine')}
        </p>
      )}
    </div>
  );
}

/** One and the same button starts and stops: who pressed it goes on from there. */
function FirstWalk() {
  const t = useCopy('problems');
  const isWalking = usePaths((state) => state.walking !== null);
  const hasFailed = usePaths((state) => state.failed);
  const { start, cancel } = usePaths.getState();
  return (
    <div className={styles.first}>
      <span className={styles.picture} data-failed={hasFailed || undefined}>
        {isWalking ? <Spinner size={22} /> : hasFailed ? <CircleAlert aria-hidden /> : <Waypoints aria-hidden />}
      </span>
      <div className={styles.words} role="status">
        <p className={styles.title}>{t(isWalking ? 'paths.walking' : hasFailed ? 'paths.failed' : 'paths.question')}</p>
        <p className={styles.text}>{t(isWalking ? 'paths.meanwhile' : 'paths.about')}</p>
      </div>
      <Button
        variant={isWalking ? 'secondary' : 'primary'}
        onClick={() => (isWalking ? cancel() : start(useEditor.getState().bot))}
        data-testid="paths-walk"
      >
        {t(isWalking ? 'paths.cancel' : 'paths.walk')}
      </Button>
    </div>
  );
}

/** The first button goes away when the findings come; the focus must not go with it. */
function useFocusKept(panel: React.RefObject<HTMLDivElement | null>, isFirst: boolean): void {
  const was = useRef(isFirst);
  useEffect(() => {
    if (was.current && !isFirst && document.activeElement === document.body)
      panel.current?.querySelector<HTMLElement>('button')?.focus();
    was.current = isFirst;
  }, [panel, isFirst]);
}
