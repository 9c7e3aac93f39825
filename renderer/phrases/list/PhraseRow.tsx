import { Check } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import type { ChangeHere } from './changeHere.ts';
import { NoteChip } from './NoteChip.tsx';
import { PhraseInput } from './PhraseInput.tsx';
import styles from './PhraseList.module.css';
import { RowMenu } from './RowMenu.tsx';
import type { PhraseGrid } from './useGrid.ts';
import type { Note } from './useNotes.ts';
import { ROW_HEIGHT } from './useWindow.ts';

interface PhraseRowProps {
  /** Its place among the lines shown, and in the topic. */
  readonly row: number;
  readonly at: number;
  readonly phrase: string;
  readonly topic: Intent;
  readonly note: Note | null;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  /** Some line is chosen: the boxes are all in view. */
  readonly isChoosing: boolean;
  readonly isEdited: boolean;
  readonly readOnly: boolean;
  readonly grid: PhraseGrid;
  readonly here: ChangeHere;
}

export function PhraseRow(props: PhraseRowProps) {
  const { row, at, phrase, topic, note, isStop, isChosen, isChoosing, isEdited, readOnly, grid, here } = props;
  const t = useCopy('phrases');

  function press(event: MouseEvent): void {
    if (event.shiftKey) grid.extend(row);
    else if (event.ctrlKey || event.metaKey) grid.toggle(row);
    else if (readOnly) grid.focusRow(row);
    else grid.edit(row);
  }

  return (
    <div
      role="row"
      className={styles.row}
      style={{ height: ROW_HEIGHT, transform: `translateY(${String(row * ROW_HEIGHT)}px)` }}
      data-row={row}
      data-choosing={isChoosing || undefined}
      aria-rowindex={row + 1}
      aria-selected={isChosen}
      tabIndex={isStop && !isEdited ? 0 : -1}
      onFocus={() => isStop || grid.entered(row)}
    >
      <div role="gridcell" className={styles.box}>
        <button
          type="button"
          role="checkbox"
          aria-checked={isChosen}
          aria-label={t('list.choose', { phrase })}
          tabIndex={-1}
          onClick={(event) => (event.shiftKey ? grid.extend(row) : grid.toggle(row))}
        >
          {isChosen && <Check size={12} strokeWidth={3} aria-hidden />}
        </button>
      </div>
      {isEdited ? (
        <div role="gridcell" className={styles.cell}>
          <PhraseInput key={grid.turn} row={row} at={at} phrase={phrase} topic={topic} grid={grid} here={here} />
        </div>
      ) : (
        // Keys are heard by the whole grid.
        <div role="gridcell" className={styles.cell} onClick={press}>
          <span className={styles.text} title={phrase}>
            {phrase}
          </span>
        </div>
      )}
      <div role="gridcell" className={styles.end}>
        {note && !isEdited && <NoteChip note={note} />}
        {!readOnly && !isEdited && (
          <RowMenu row={row} at={at} phrase={phrase} topic={topic} note={note} grid={grid} here={here} />
        )}
      </div>
    </div>
  );
}
