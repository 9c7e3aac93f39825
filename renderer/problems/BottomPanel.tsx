import { ChevronDown, ChevronUp, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './BottomPanel.module.css';
import { type ProblemFilter, ProblemList } from './ProblemList.tsx';

/** Under the canvas: what is wrong, and the way to it. */
export function BottomPanel() {
  const t = useCopy('problems');
  const count = useEditor((state) => state.problems.length);
  const [isWanted, setWanted] = useState(true);
  // With nothing to list, the one sentence stands in the head.
  const isOpen = isWanted && count > 0;
  const [filter, setFilter] = useState<ProblemFilter>('all');
  return (
    <section className={styles.panel} data-open={isOpen} data-region="bottom" aria-label={t('title')}>
      <header className={styles.head}>
        <h2 className={styles.title} data-testid="problems-title">
          {t('titleCount', { count })}
        </h2>
        {count === 0 && (
          <p className={styles.none}>
            <CircleCheck size={16} aria-hidden />
            {t('none')}
          </p>
        )}
        {isOpen && (
          <Segmented
            label={t('filter')}
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: t('all') },
              { value: 'errors', label: t('errors') },
              { value: 'selection', label: t('selection') },
            ]}
          />
        )}
        {count > 0 && (
          <IconButton
            label={t(isOpen ? 'collapse' : 'expand')}
            size="dense"
            tooltipSide="top"
            className={styles.toggle ?? ''}
            aria-expanded={isOpen}
            icon={isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
            onClick={() => setWanted(!isWanted)}
          />
        )}
      </header>
      {isOpen && <ProblemList filter={filter} />}
    </section>
  );
}
