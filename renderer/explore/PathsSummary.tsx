import { RotateCw, TriangleAlert, X } from 'lucide-react';
import type { ExploreReport } from '../../engine/check/explore/explore.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './PathsPanel.module.css';
import { usePaths } from './pathsStore.ts';

/** How far the walk came, whether it still holds, and the way to walk again. */
export function PathsSummary({ report, isOutdated }: { readonly report: ExploreReport; readonly isOutdated: boolean }) {
  const t = useCopy('problems');
  const isWalking = usePaths((state) => state.walking !== null);
  const hasFailed = usePaths((state) => state.failed);
  const { start, cancel } = usePaths.getState();
  const { states, edgesCovered, edgesTotal, truncated } = report;
  return (
    <header className={styles.sum}>
      <ul className={styles.figures} aria-label={t('paths.title')}>
        <li>{t('paths.links', { covered: edgesCovered, total: edgesTotal })}</li>
        <li>{t('paths.states', { states })}</li>
        <li>{truncated ? <Cut /> : t('paths.whole')}</li>
      </ul>
      <div className={styles.end}>
        <p className={styles.news} role="status" data-tone={isWalking ? 'busy' : 'warning'}>
          {isWalking && <Spinner />}
          {!isWalking && (hasFailed || isOutdated) && <TriangleAlert size={14} aria-hidden />}
          {isWalking ? t('paths.walking') : hasFailed ? t('paths.failed') : isOutdated ? t('paths.outdated') : ''}
        </p>
        <Button
          size="dense"
          variant={!isWalking && isOutdated ? 'primary' : 'secondary'}
          icon={isWalking ? <X aria-hidden /> : <RotateCw aria-hidden />}
          onClick={() => (isWalking ? cancel() : start(useEditor.getState().bot))}
          data-testid="paths-walk"
        >
          {t(isWalking ? 'paths.cancel' : 'paths.again')}
        </Button>
      </div>
    </header>
  );
}

function Cut() {
  const t = useCopy('problems');
  return (
    <Chip tone="warning" icon={<TriangleAlert size={12} aria-hidden />} title={t('paths.cutText')} testId="paths-cut">
      {t('paths.cut')}
    </Chip>
  );
}
