import { CornerUpRight, Trash2 } from 'lucide-react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useTopics } from '../useTopics.ts';
import type { ChangeHere } from './changeHere.ts';
import styles from './PhraseList.module.css';
import type { PhraseGrid } from './useGrid.ts';

interface ChosenBarProps {
  readonly topic: Intent;
  readonly count: number;
  readonly grid: PhraseGrid;
  readonly here: ChangeHere;
}

/** What can be done with the chosen phrases together. */
export function ChosenBar({ topic, count, grid, here }: ChosenBarProps) {
  const t = useCopy('phrases');
  const others = useTopics().filter(({ id }) => id !== topic.id);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('list.chosen', { count })}>
      <span className={styles.count}>{t('list.chosen', { count })}</span>
      <Menu
        align="start"
        side="top"
        trigger={
          <Button size="dense" icon={<CornerUpRight />} data-move-chosen data-testid="move-chosen">
            {t('list.move')}
          </Button>
        }
        groups={[
          others.length === 0
            ? [{ id: 'none', label: t('list.moveHere'), reason: t('list.noOther'), onSelect: () => undefined }]
            : others.map((other) => ({
                id: other.id,
                label: other.name,
                onSelect: () => here.move(grid.acted(), other.id, other.name),
              })),
        ]}
      />
      <Button size="dense" icon={<Trash2 />} data-testid="remove-chosen" onClick={() => here.remove(grid.acted())}>
        {t('list.remove')}
      </Button>
      <Button size="dense" variant="ghost" onClick={() => grid.choose(topic.phrases.map((_, at) => at))}>
        {t('list.chooseAll')}
      </Button>
      <Button size="dense" variant="ghost" onClick={() => grid.choose([])}>
        {t('list.clear')}
      </Button>
    </div>
  );
}
