import { useEffect, useRef } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { classes } from '../../ui/classes.ts';
import styles from './Inbox.module.css';
import type { Group } from './sortTexts.ts';

export interface GroupListProps {
  readonly groups: readonly Group[];
  readonly open: Group | null;
  readonly onOpen: (group: Group) => void;
}

/** More are shown once these are sorted. */
const SHOWN = 200;

/** The groups, the one said most often first. ↑ ↓ walk. */
export function GroupList({ groups, open, onOpen }: GroupListProps) {
  const t = useCopy('inbox');
  const list = useRef<HTMLUListElement>(null);
  const openId = open?.id;
  // Whoever comes here comes to sort: the keys work at once.
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [openId]);

  return (
    <ul
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-activedescendant={openId === undefined ? undefined : rowId(openId)}
      data-testid="inbox-groups"
    >
      {groups.slice(0, SHOWN).map((group) => {
        const [first] = group.texts;
        return (
          <li
            key={group.id}
            id={rowId(group.id)}
            role="option"
            aria-selected={group.id === openId}
            className={classes(styles.row, group.id === openId && styles.chosen)}
            onClick={() => onOpen(group)}
          >
            <span className={styles.point}>{first?.point.phrase}</span>
            <span className={styles.times}>{group.count}</span>
            <span className={styles.more}>
              {group.texts.length > 1 && t('spellings', { count: group.texts.length })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function rowId(group: string): string {
  return `inbox-${encodeURIComponent(group)}`;
}
