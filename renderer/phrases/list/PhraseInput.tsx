import { type KeyboardEvent, useRef, useState } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { toast } from '../../ui/toast.ts';
import { phraseKey } from '../../../engine/nlu/phraseKey.ts';
import { editPhrase, removePhrases, topicsNow } from '../topicActions.ts';
import { useTyped } from '../useTyped.ts';
import type { ChangeHere } from './changeHere.ts';
import styles from './PhraseList.module.css';
import type { PhraseGrid } from './useGrid.ts';

interface PhraseInputProps {
  readonly row: number;
  readonly at: number;
  readonly phrase: string;
  readonly topic: Intent;
  readonly grid: PhraseGrid;
  readonly here: ChangeHere;
}

/** A line being typed into. Enter: the next line. Esc: as it was. ↑ ↓: another line. Backspace in an emptied line deletes it. */
export function PhraseInput({ row, at, phrase, topic, grid, here }: PhraseInputProps) {
  const t = useCopy('phrases');
  const [text, setText] = useState(phrase);
  const [known, setKnown] = useState(phrase);
  const clean = text.replace(/\s+/gu, ' ').trim();
  // Changed from elsewhere, unless it is what was typed here and has been kept.
  if (known !== phrase) {
    setKnown(phrase);
    if (phrase !== clean) setText(phrase);
  }
  /** Esc and what removes the line: leaving the field then keeps nothing. */
  const dropped = useRef(false);
  const key = phraseKey(text);
  const isRepeated = key !== '' && topic.phrases.some((other, place) => place !== at && phraseKey(other) === key);

  function keep(): void {
    if (dropped.current) return;
    dropped.current = true;
    if (isRepeated) toast(t('list.repeated'));
    else if (clean === '') removePhrases(topic.id, [at]);
    else editPhrase(topic.id, at, clean);
  }

  useTyped(() => {
    if (dropped.current || text === phrase || clean === '' || isRepeated) return;
    const isHere = topicsNow().find(({ id }) => id === topic.id)?.phrases[at] === phrase;
    if (isHere) editPhrase(topic.id, at, clean);
  });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const to = { Enter: row + 1, ArrowDown: row + 1, ArrowUp: row - 1 }[event.key];
    if (event.key === 'Escape') {
      dropped.current = true;
      grid.edit(null);
    } else if (event.key === 'Backspace' && text === '') {
      // A key held down empties this line, not the whole list.
      if (!event.repeat) {
        dropped.current = true;
        removePhrases(topic.id, [at]);
        // Past the only line is the field for a new one.
        grid.edit(grid.count > 1 ? Math.max(0, row - 1) : grid.count);
      }
    } else if (to !== undefined && !event.nativeEvent.isComposing) {
      // A line that is there already is not left behind by Enter: it is put right first.
      if (isRepeated) return event.preventDefault();
      if (to < 0) return;
      keep();
      // The next line takes the place of one that is gone; the last one has none.
      grid.edit(clean === '' && to > row && to < grid.count ? row : to);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <input
        className={styles.input}
        value={text}
        autoFocus
        spellCheck={false}
        autoComplete="off"
        aria-label={t('list.phrase')}
        aria-invalid={isRepeated || undefined}
        data-testid="edit-phrase"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          if (dropped.current) return;
          keep();
          grid.left();
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!/\n|\r/u.test(pasted.trim())) return;
          event.preventDefault();
          here.paste(pasted, at);
        }}
      />
      {isRepeated && <span className={styles.repeated}>{t('list.repeated')}</span>}
    </>
  );
}
