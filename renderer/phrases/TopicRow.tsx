import { ArrowDown, ArrowUp, Ellipsis, PenLine, Trash2, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { Intent } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { PhraseMeter } from '../inspector/PhraseMeter.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { dropTopic } from './dropTopic.ts';
import { openTopic } from './openTopic.ts';
import { nameTopic } from './phrasesView.ts';
import { shiftTopic } from './topicActions.ts';
import styles from './TopicList.module.css';

interface TopicRowProps {
  readonly topic: Intent;
  readonly isOpen: boolean;
  /** The one that Tab comes to. */
  readonly isStop: boolean;
  /** Phrases that another topic has too. */
  readonly conflicts: number;
  /** Messages of the last seven days that were understood to mean it; null = not told. */
  readonly hits: number | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly readOnly: boolean;
}

export const TopicRow = memo(function TopicRow(props: TopicRowProps) {
  const { topic, isOpen, isStop, conflicts, hits, isFirst, isLast, readOnly } = props;
  const t = useCopy('phrases');
  const rename = (): void => {
    openTopic(topic.id);
    nameTopic(topic.id);
  };
  return (
    <li className={styles.item} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.row}
        data-topic={topic.id}
        data-testid={`topic-${topic.id}`}
        aria-current={isOpen || undefined}
        title={topic.name}
        tabIndex={isStop ? 0 : -1}
        onClick={() => openTopic(topic.id)}
        onDoubleClick={readOnly ? undefined : rename}
      >
        <span className={styles.what}>
          <span className={styles.name}>{topic.name}</span>
          {hits !== null && <span className={styles.hits}>{t('topics.hits', { count: hits })}</span>}
        </span>
        {conflicts > 0 && (
          <span className={styles.conflict} title={t('topics.conflicts', { count: conflicts })}>
            <TriangleAlert size={14} role="img" aria-label={t('topics.conflicts', { count: conflicts })} />
          </span>
        )}
        <PhraseMeter count={topic.phrases.length} />
      </button>
      {!readOnly && (
        <Menu
          trigger={
            <IconButton
              size="dense"
              className={styles.more ?? ''}
              tabIndex={isStop ? 0 : -1}
              label={t('topics.menu', { name: topic.name })}
              icon={<Ellipsis />}
            />
          }
          groups={[
            [
              { id: 'rename', label: t('topics.rename'), icon: <PenLine />, shortcut: 'F2', onSelect: rename },
              ...(isFirst
                ? []
                : [
                    {
                      id: 'up',
                      label: t('topics.up'),
                      icon: <ArrowUp />,
                      shortcut: 'Alt+Up',
                      onSelect: () => void shiftTopic(topic.id, -1),
                    },
                  ]),
              ...(isLast
                ? []
                : [
                    {
                      id: 'down',
                      label: t('topics.down'),
                      icon: <ArrowDown />,
                      shortcut: 'Alt+Down',
                      onSelect: () => void shiftTopic(topic.id, 1),
                    },
                  ]),
            ],
            [
              {
                id: 'remove',
                label: t('topics.remove'),
                icon: <Trash2 />,
                shortcut: 'Delete',
                danger: true,
                onSelect: () => dropTopic(topic.id),
              },
            ],
          ]}
        />
      )}
    </li>
  );
});
