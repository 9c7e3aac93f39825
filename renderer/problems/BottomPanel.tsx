import { ChevronDown, ChevronUp } from 'lucide-react';
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
  const [isOpen, setOpen] = useState(true);
  const [filter, setFilter] = useState<ProblemFilter>('all');
  return (
    <section className={styles.panel} data-open={isOpen} data-region="bottom" aria-label={t('title')}>
      <header className={styles.head}>
        <h2 className={styles.title} data-testid="problems-title">
          {t('titleCount', { count })}
        </h2>
        {isOpen && count > 0 && (
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
        <IconButton
          label={t(isOpen ? 'collapse' : 'expand')}
          size="dense"
          tooltipSide="top"
          className={styles.toggle ?? ''}
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        />
      </header>
      {isOpen && <ProblemList filter={filter} />}
    </section>
  );
}
