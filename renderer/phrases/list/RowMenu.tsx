import { ArrowUpRight, CornerUpRight, Ellipsis, PenLine, Trash2 } from 'lucide-react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import { openTopic } from '../openTopic.ts';
import { revealPhrase } from '../phrasesView.ts';
import { useTopics } from '../useTopics.ts';
import type { ChangeHere } from './changeHere.ts';
import type { PhraseGrid } from './useGrid.ts';
import type { Note } from './useNotes.ts';
import styles from './PhraseList.module.css';

interface RowMenuProps {
  readonly row: number;
  readonly at: number;
  readonly phrase: string;
  readonly topic: Intent;
  readonly note: Note | null;
  readonly grid: PhraseGrid;
  readonly here: ChangeHere;
}

/** What can be done with one phrase; first with what is wrong with it. */
export function RowMenu({ row, at, phrase, topic, note, grid, here }: RowMenuProps) {
  const t = useCopy('phrases');
  const topics = useTopics();
  const other = note === null || note.kind === 'lost' ? undefined : topics.find(({ id }) => id === note.topic);
  const elsewhere = topics.filter(({ id }) => id !== topic.id && id !== other?.id);
  const moveTo = (to: Intent): MenuItem => ({
    id: to.id,
    label: t('list.toTopic', { topic: to.name }),
    icon: <CornerUpRight />,
    onSelect: () => here.move([at], to.id, to.name),
  });
  const open = (to: Intent): MenuItem => ({
    id: 'open',
    label: t('list.openTopic', { topic: to.name }),
    icon: <ArrowUpRight />,
    onSelect() {
      openTopic(to.id);
      const there = note?.kind === 'twin' ? note.phrase : note?.kind === 'taken' ? note.like : undefined;
      if (there !== undefined) revealPhrase(to.id, there);
    },
  });
  return (
    <Menu
      trigger={
        <IconButton
          size="dense"
          className={styles.more ?? ''}
          tabIndex={-1}
          data-row-menu
          label={t('list.menu', { phrase })}
          icon={<Ellipsis />}
        />
      }
      backTo={() => document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')}
      groups={[
        other ? [moveTo(other), open(other)] : [],
        [
          { id: 'edit', label: t('list.edit'), icon: <PenLine />, shortcut: 'F2', onSelect: () => grid.edit(row) },
          {
            id: 'remove',
            label: note?.kind === 'twin' ? t('list.removeHere') : t('list.remove'),
            icon: <Trash2 />,
            shortcut: 'Delete',
            danger: true,
            onSelect: () => here.remove([at]),
          },
        ],
        elsewhere.map(moveTo),
      ]}
    />
  );
}
