import { useCallback, useEffect, useState } from 'react';

export interface PhraseGrid {
  /** The line that Tab comes to; counted among those that are shown. */
  readonly active: number;
  /** The line that is being typed into. */
  readonly editing: number | null;
  /** Another one for each line that is begun, also where the next phrase took the place of one that is gone. */
  readonly turn: number;
  /** How many lines are shown. */
  readonly count: number;
  /** Places of the chosen phrases in the topic. */
  readonly chosen: ReadonlySet<number>;
  /** A line that is to be in view, with the keyboard. A new object each time. */
  readonly wanted: { readonly row: number } | null;
  /** What an action is about: the chosen phrases, else the one with the keyboard. Places in the topic. */
  readonly acted: () => readonly number[];
  /** The line has the keyboard, however it came there. */
  readonly entered: (row: number) => void;
  /** To a line; past the last one it is the field for a new phrase. */
  readonly focusRow: (row: number) => void;
  /** To a phrase by its place in the topic. */
  readonly goTo: (at: number) => void;
  /** Null: none, and the keyboard stays on the line. */
  readonly edit: (row: number | null) => void;
  /** The keyboard has gone elsewhere: no line is typed into. */
  readonly left: () => void;
  readonly toggle: (row: number) => void;
  /** From the line with the keyboard to this one. */
  readonly extend: (row: number) => void;
  readonly choose: (places: readonly number[]) => void;
}

const NONE: ReadonlySet<number> = new Set();

/** Where the keyboard is in the list and what is chosen. `past`: what lies below the last line. */
export function useGrid(phrases: readonly string[], rows: readonly number[], past: () => void): PhraseGrid {
  const [active, setActive] = useState(0);
  const [editing, setEditing] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(NONE);
  const [anchor, setAnchor] = useState(0);
  const [wanted, setWanted] = useState<PhraseGrid['wanted']>(null);
  const [known, setKnown] = useState(phrases);

  // Places mean other phrases now.
  if (known !== phrases) {
    setKnown(phrases);
    if (chosen.size > 0) setChosen(NONE);
    // A line that is no more is not waited for: the next one added would take the keyboard.
    if (editing !== null && editing >= rows.length) {
      setEditing(null);
      if (rows.length > 0) setWanted({ row: rows.length - 1 });
    }
  }
  // Once it has been acted on, a wish is over.
  useEffect(() => {
    if (wanted !== null) setWanted(null);
  }, [wanted]);

  const stop = Math.min(active, Math.max(0, rows.length - 1));
  const moveTo = (row: number): void => {
    setEditing(null);
    setActive(row);
    setWanted({ row });
  };
  const goTo = useCallback((at: number): void => {
    setEditing(null);
    setActive(at);
    setAnchor(at);
    setWanted({ row: at });
  }, []);

  return {
    active: stop,
    editing,
    turn,
    count: rows.length,
    chosen,
    wanted,
    acted: () => (chosen.size > 0 ? [...chosen] : rows.slice(stop, stop + 1)),
    entered: (row) => setActive(row),
    focusRow(row) {
      if (row < 0) return;
      if (row >= rows.length) {
        setEditing(null);
        past();
        return;
      }
      setAnchor(row);
      moveTo(row);
    },
    goTo,
    edit(row) {
      if (row !== null && row >= rows.length) {
        setEditing(null);
        past();
        return;
      }
      if (row === null) setWanted({ row: stop });
      else {
        setActive(Math.max(0, row));
        setWanted({ row: Math.max(0, row) });
      }
      setEditing(row === null ? null : Math.max(0, row));
      setTurn(turn + 1);
    },
    left: () => setEditing(null),
    toggle(row) {
      const at = rows[row];
      if (at === undefined) return;
      const next = new Set(chosen);
      if (!next.delete(at)) next.add(at);
      setChosen(next);
      setActive(row);
      setAnchor(row);
    },
    extend(row) {
      const to = Math.min(rows.length - 1, Math.max(0, row));
      setChosen(new Set(rows.slice(Math.min(anchor, to), Math.max(anchor, to) + 1)));
      moveTo(to);
    },
    choose: (places) => setChosen(new Set(places)),
  };
}
