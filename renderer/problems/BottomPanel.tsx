import { ChevronDown, ChevronUp, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { findingCount } from '../explore/findingGroups.ts';
import { PathsPanel } from '../explore/PathsPanel.tsx';
import { useWalked } from '../explore/useWalked.ts';
import { BlockList } from '../outline/BlockList.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { type TabItem, Tabs } from '../ui/Tabs.tsx';
import styles from './BottomPanel.module.css';
import { type PanelTab, showPanelTab, togglePanel, usePanel } from './panelStore.ts';
import { type ProblemFilter, ProblemList } from './ProblemList.tsx';

/** Under the canvas: what is wrong, and the way to it; what a walk over all paths found. */
export function BottomPanel() {
  const t = useCopy('problems');
  const count = useEditor((state) => state.problems.length);
  const outline = useCopy('outline');
  const flow = useEditor((state) => state.flowId);
  const { walked, isOutdated } = useWalked();
  const { tab, isWanted } = usePanel();
  const [filter, setFilter] = useState<ProblemFilter>('all');
  // With no problem to list, the one sentence stands in the head.
  const hasMore = tab !== 'problems' || count > 0;
  const isOpen = isWanted && hasMore;
  const found = walked === null || isOutdated ? 0 : findingCount(walked.report);
  const items: readonly TabItem<PanelTab>[] = [
    {
      value: 'problems',
      label: t('title'),
      ...(count > 0 && { count }),
      testId: 'problems-title',
      content: isOpen && <ProblemList filter={filter} />,
    },
    {
      value: 'blocks',
      label: outline('title'),
      testId: 'blocks-title',
      content: isOpen && tab === 'blocks' && <BlockList key={flow} />,
    },
    {
      value: 'paths',
      label: t('paths.title'),
      ...(found > 0 && { count: found }),
      testId: 'paths-title',
      content: isOpen && <PathsPanel />,
    },
  ];

  return (
    <section
      className={styles.panel}
      data-open={isOpen}
      data-tab={tab}
      data-region="bottom"
      aria-label={t('panel')}
      data-testid="bottom-panel"
    >
      <Tabs<PanelTab>
        label={t('panel')}
        value={tab}
        onChange={showPanelTab}
        items={items}
        aside={
          <div className={styles.aside}>
            {tab === 'problems' && count === 0 && (
              <p className={styles.none}>
                <CircleCheck size={16} aria-hidden />
                {t('none')}
              </p>
            )}
            {tab === 'problems' && isOpen && (
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
            {hasMore && (
              <IconButton
                label={t(isOpen ? 'collapse' : 'expand')}
                size="dense"
                tooltipSide="top"
                className={styles.toggle ?? ''}
                aria-expanded={isOpen}
                icon={isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
                onClick={togglePanel}
              />
            )}
          </div>
        }
      />
    </section>
  );
}
