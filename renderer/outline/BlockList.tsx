import { Search, X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { forgetSurface } from '../canvas/view.ts';
import { useCopy } from '../copy/useCopy.ts';
import { announce } from '../editor/announcer.ts';
import { factsOf } from '../editor/factsOf.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { isTyping } from '../ui/shortcut.ts';
import styles from './BlockList.module.css';
import { BlockListRow } from './BlockListRow.tsx';
import { onTreeKey } from './listKeys.ts';
import { focusRow, useList } from './listStore.ts';
import { searchWords } from './rowWords.ts';
import { TargetPicker } from './TargetPicker.tsx';
import { isLetter, nextMatch, typeAhead } from './typeAhead.ts';
import { useListActions } from './useListActions.ts';
import { type Outline, useOutline } from './useOutline.ts';
import { ROW_PX, scrollToRow, useRowWindow } from './useRowWindow.ts';
import { useWantedRow } from './useWantedRow.ts';

/**
 * The open flow as a tree: the twin of the canvas for who works by keys or by ear. Selection is shared, and what can be
 * done on the canvas can be done here (ux.md, 2.4).
 */
export function BlockList() {
  const t = useCopy('outline');
  const outline = useOutline();
  const { shown } = outline;
  const name = useEditor((state) => openFlowOf(state)?.name ?? '');
  const query = useList((state) => state.query);
  const scroll = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const activeKey = useList((state) => state.active);
  const active = shown.find((row) => row.key === activeKey) ?? shown[0];
  const [isFinding, setFinding] = useState(false);
  const { from, to } = useRowWindow(scroll, shown.length);
  useWantedRow(outline);
  useActiveRow(scroll, outline);
  useListActions(active, () => filter.current?.focus());
  useEffect(() => forgetSurface, []);
  const drawn = useMemo(() => {
    const rows = shown.slice(from, to).map((row, at) => ({ row, at: from + at }));
    const at = active ? shown.indexOf(active) : -1;
    // The row with the keyboard stays on the page when it is scrolled away.
    return active && (at < from || at >= to) ? [...rows, { row: active, at }] : rows;
  }, [shown, from, to, active]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isTyping(event.target) || !(event.target instanceof Element) || !event.currentTarget.contains(event.target))
      return;
    const isDone = isFinding && isLetter(event) ? find(event, outline, setFinding) : onTreeKey(event, outline);
    if (isDone || (isLetter(event) && find(event, outline, setFinding))) event.preventDefault();
  }

  return (
    <div className={styles.list} data-testid="block-list">
      <div className={styles.filter}>
        <Search size={14} aria-hidden />
        <input
          ref={filter}
          value={query}
          aria-label={t('filter')}
          placeholder={t('filter')}
          data-testid="block-list-filter"
          onChange={(event) => useList.setState({ query: event.target.value })}
          onKeyDown={(event) => onFilterKey(event, outline)}
          onBlur={() => query.trim() !== '' && announce(t('found', { count: shown.length }))}
        />
        {query !== '' && (
          <IconButton size="dense" label={t('clear')} icon={<X />} onClick={() => useList.setState({ query: '' })} />
        )}
      </div>
      {shown.length === 0 && <p className={styles.nothing}>{t('nothing')}</p>}
      <div ref={scroll} className={styles.scroll}>
        <div
          role="tree"
          aria-label={t('tree', { flow: name })}
          aria-multiselectable
          className={styles.tree}
          style={{ height: shown.length * ROW_PX }}
          tabIndex={-1}
          // A word that is being typed is no shortcut.
          data-keys={isFinding ? 'word' : 'canvas'}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
        >
          {drawn.map(({ row, at }) => (
            <BlockListRow
              key={row.key}
              row={row}
              top={at * ROW_PX}
              isActive={row === active}
              isFlat={query.trim() !== ''}
            />
          ))}
        </div>
      </div>
      <TargetPicker />
    </div>
  );
}

/** The keyboard came to the tree itself: its active row has it. */
function onFocus(event: FocusEvent<HTMLElement>): void {
  const key = event.target.closest<HTMLElement>('[data-key]')?.dataset['key'];
  if (key !== undefined && key !== useList.getState().active) useList.setState({ active: key });
}

function onFilterKey(event: KeyboardEvent, { first }: Outline): void {
  if ((event.key === 'ArrowDown' || event.key === 'Enter') && first) focusRow(first.key);
  else if (event.key === 'Escape' && useList.getState().query !== '') useList.setState({ query: '' });
  else return;
  event.preventDefault();
}

/** Typing finds: the next row that begins with what was typed. */
function find(event: KeyboardEvent, { shown }: Outline, setFinding: (isFinding: boolean) => void): boolean {
  const state = useEditor.getState();
  const facts = factsOf(state.bot);
  setFinding(true);
  const word = typeAhead(event.key, () => setFinding(false));
  const here = shown.findIndex((row) => row.key === useList.getState().active);
  const words = shown.map((row) => searchWords(row, (id) => nodeOf(state, id), facts).split('\n'));
  const at = nextMatch(words, Math.max(0, here), word);
  const row = shown[at];
  if (row) focusRow(row.key);
  return true;
}

/** The active row is in view, and takes the keyboard when it was asked to. */
function useActiveRow(scroll: { readonly current: HTMLElement | null }, { shown }: Outline): void {
  const active = useList((state) => state.active);
  const focus = useList((state) => state.focus);
  const answered = useRef<object | null>(focus);
  useEffect(() => {
    const at = shown.findIndex((row) => row.key === active);
    if (at < 0 || scroll.current === null) return;
    scrollToRow(scroll.current, at);
    if (focus === null || focus === answered.current) return;
    answered.current = focus;
    // The field in it takes the keyboard by itself.
    if (useList.getState().writing === active) return;
    scroll.current
      .querySelector<HTMLElement>(`[data-key="${CSS.escape(active ?? '')}"]`)
      ?.focus({ preventScroll: true });
  }, [active, focus, scroll, shown]);
}
