import { Search } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { fold } from '../../ui/wordFit.ts';
import { usePhrasesView } from '../phrasesView.ts';
import type { Twin } from '../twins.ts';
import { AddPhrase } from './AddPhrase.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { changeHere } from './changeHere.ts';
import { gridKey } from './gridKey.ts';
import styles from './PhraseList.module.css';
import { PhraseRow } from './PhraseRow.tsx';
import { useGrid } from './useGrid.ts';
import { useNotes } from './useNotes.ts';
import { ROW_HEIGHT, useWindow } from './useWindow.ts';

interface PhraseListProps {
  readonly topic: Intent;
  readonly twins: ReadonlyMap<string, Twin> | undefined;
  readonly readOnly: boolean;
}

/** From here on a field to find a phrase is worth its place. */
const MANY = 15;

/**
 * The phrases of a topic, a line each, as in a text: a click or F2 edits, Enter goes to the next line, many pasted lines
 * become many phrases. Only the lines in view are drawn, so a thousand are as quick as ten.
 */
export function PhraseList({ topic, twins, readOnly }: PhraseListProps) {
  const t = useCopy('phrases');
  const [query, setQuery] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLInputElement>(null);
  const { id, phrases } = topic;
  const rows = useMemo(() => {
    const wanted = fold(query);
    return [...phrases.keys()].filter((at) => wanted === '' || fold(phrases[at] ?? '').includes(wanted));
  }, [phrases, query]);
  const grid = useGrid(phrases, rows, () => adder.current?.focus());
  const view = useWindow(scroller, rows.length, grid.active);
  const notesOf = useNotes(topic, twins);
  const here = changeHere(topic, grid);

  const reveal = usePhrasesView((state) => (state.reveal?.topic === id ? state.reveal : null));
  const { goTo } = grid;
  useEffect(() => {
    if (reveal === null) return;
    if (query !== '') return setQuery('');
    const at = phrases.indexOf(reveal.phrase);
    usePhrasesView.setState({ reveal: null });
    if (at >= 0) goTo(at);
  }, [reveal, phrases, query, goTo]);

  useEffect(() => {
    if (grid.wanted === null) return;
    view.show(grid.wanted.row);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${String(grid.wanted.row)}"]`);
    if (row && grid.editing === null) row.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // Fields and menus have keys of their own; of a box, which a click leaves the keyboard at, only that which ticks it.
    const own = event.target instanceof HTMLElement && event.target.closest('input, button');
    if (own && !(own.role === 'checkbox' && event.key !== ' ')) return;
    gridKey(event, { rows, grid, here, readOnly });
  }

  return (
    <>
      {phrases.length >= MANY && (
        <div className={styles.find}>
          <TextInput
            dense
            type="search"
            icon={<Search aria-hidden />}
            value={query}
            onChange={setQuery}
            aria-label={t('list.find')}
            placeholder={t('list.find')}
          />
        </div>
      )}
      <div
        ref={scroller}
        role="grid"
        className={styles.grid}
        aria-label={t('list.label', { name: topic.name })}
        aria-rowcount={rows.length}
        aria-colcount={3}
        aria-multiselectable
        aria-readonly={readOnly}
        data-testid="phrases"
        hidden={rows.length === 0}
        onScroll={view.onScroll}
        onKeyDown={onKeyDown}
        onCopy={(event: ClipboardEvent) => {
          if (event.target instanceof HTMLInputElement) return;
          event.preventDefault();
          event.clipboardData.setData(
            'text/plain',
            grid
              .acted()
              .map((at) => phrases[at])
              .join('\n'),
          );
        }}
        onPaste={(event: ClipboardEvent) => {
          if (event.target instanceof HTMLInputElement || readOnly) return;
          event.preventDefault();
          here.paste(event.clipboardData.getData('text/plain'));
        }}
      >
        <div role="rowgroup" className={styles.all} style={{ height: rows.length * ROW_HEIGHT }}>
          {view.drawn.map((row) => {
            const at = rows[row];
            const phrase = at === undefined ? undefined : phrases[at];
            if (at === undefined || phrase === undefined) return null;
            return (
              <PhraseRow
                key={at}
                row={row}
                at={at}
                phrase={phrase}
                topic={topic}
                note={notesOf(phrase)}
                isStop={row === grid.active}
                isChosen={grid.chosen.has(at)}
                isChoosing={grid.chosen.size > 0}
                isEdited={grid.editing === row}
                readOnly={readOnly}
                grid={grid}
                here={here}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && query !== '' && <p className={styles.none}>{t('list.noneFound')}</p>}
      {grid.chosen.size > 0 && <ChosenBar topic={topic} count={grid.chosen.size} grid={grid} here={here} />}
      {!readOnly && (
        <AddPhrase
          ref={adder}
          topic={topic}
          onUp={() => rows.length > 0 && grid.focusRow(rows.length - 1)}
          onAdded={() => view.show(rows.length)}
        />
      )}
    </>
  );
}
