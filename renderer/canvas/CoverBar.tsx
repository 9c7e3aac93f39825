import { ListChecks, X } from 'lucide-react';
import { openChecks, paintCoverage, useChecks } from '../checks/checksStore.ts';
import { coverageWords } from '../checks/coverageWords.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './CoverBar.module.css';

/** Says what the canvas shows while it is painted by the checks, and takes it off again. */
export function CoverBar() {
  const t = useCopy('checks');
  const painted = useChecks((state) => state.painted);
  const running = useChecks((state) => state.running);
  const total = useEditor((state) => state.bot.checks?.length ?? 0);
  const report = useChecks((state) => state.last?.report) ?? null;
  if (!painted) return null;
  const words =
    running !== null
      ? t('running', { done: running, total })
      : report === null
        ? t('stale')
        : total === 0
          ? t('paintNone')
          : coverageWords(report, t);
  return (
    <div className={styles.bar} role="status" data-testid="cover-bar">
      <ListChecks size={16} aria-hidden />
      <span className={styles.words}>
        <b>{t('painted')}</b> {words}
      </span>
      {report === null && running === null ? (
        <Button size="dense" variant="primary" onClick={() => void paintCoverage(true)}>
          {t('again')}
        </Button>
      ) : (
        <Button size="dense" variant="ghost" onClick={() => openChecks('list')}>
          {t('list')}
        </Button>
      )}
      <IconButton size="dense" label={t('paintOff')} icon={<X />} onClick={() => void paintCoverage(false)} />
    </div>
  );
}
